"""A visit tells of its request what parts of pages depend on, and asks for the state of the data once."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from people.freshness.state import STATE
from people.freshness.visits import visit_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _remembering(settings: Any) -> None:
    settings.PIECE_MEMORY, settings.SECONDS_BEHIND = 1_000_000, 0
    STATE.forget()


def test_the_state_is_asked_for_once_for_all_parts_of_a_page(rf: RequestFactory) -> None:
    request = rf.get("/")
    with CaptureQueriesContext(connection) as asked:
        assert visit_of(request).state == visit_of(request).state is not None
    assert len(asked) == 1


def test_without_memory_there_is_no_state(rf: RequestFactory, settings: Any) -> None:
    settings.PIECE_MEMORY = 0
    assert visit_of(rf.get("/")).state is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/a/?x=1&x=2&y=3", "/a/?y=3&x=1&x=2&page=7", True),
        ("/a/?x=1&x=2", "/a/?x=2&x=1", False),
        ("/a/?x=1", "/a/?x=1&found=van", False),
        ("/a/", "/a/?q=", False),
    ],
)
def test_filters_are_the_query_without_the_page(rf: RequestFactory, one: str, other: str, same: bool) -> None:
    assert (visit_of(rf.get(one)).filters == visit_of(rf.get(other)).filters) is same


def test_words_and_place_tell_pages_apart(rf: RequestFactory) -> None:
    plain, found, searched = (visit_of(rf.get(f"/a/{query}")) for query in ("?x=1", "?found=van", "?q=van"))
    assert len({plain.words, found.words, searched.words}) == 3
    assert plain.place == found.place == searched.place != visit_of(rf.get("/b/")).place
    assert plain.place != visit_of(rf.get("/a/", headers={"Host": "127.0.0.1"})).place
    assert plain.place != visit_of(rf.get("/a/", secure=True)).place


def test_what_is_behind_the_data_may_not_be_kept(rf: RequestFactory) -> None:
    request = rf.get("/")
    assert visit_of(request).may_be_kept
    request.behind_data = True  # type: ignore[attr-defined]
    assert not visit_of(request).may_be_kept
