"""What was read once serves others while the data are the same, and each gets a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import RequestFactory

from people.freshness.state import STATE
from people.freshness.values import VALUES, read_once
from tests.factories import make_official

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _remembering(settings: Any) -> Iterator[None]:
    settings.PIECE_MEMORY, settings.SECONDS_BEHIND = 1_000_000, 0
    VALUES.forget()
    STATE.forget()
    yield
    VALUES.forget()
    STATE.forget()


class Reader:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> list[int]:
        self.asked += 1
        return [self.asked]


def test_it_is_read_anew_when_the_data_are_others(rf: RequestFactory) -> None:
    read = Reader()
    assert [read_once(rf.get("/"), "a name", read) for _ in range(3)] == [[1], [1], [1]]
    make_official("Lê Hồng Vinh")
    assert read_once(rf.get("/"), "a name", read) == [2]


def test_nobody_changes_what_others_get(rf: RequestFactory) -> None:
    read = Reader()
    for _ in range(2):
        read_once(rf.get("/"), "a name", read).append(7)
    assert read_once(rf.get("/"), "a name", read) == [1]


def test_another_name_is_another_value(rf: RequestFactory) -> None:
    read = Reader()
    assert [read_once(rf.get("/"), name, read) for name in "aba"] == [[1], [2], [1]]


def test_whoever_has_a_session_reads_of_the_present_state(rf: RequestFactory, settings: Any) -> None:
    settings.SECONDS_BEHIND = 60
    read = Reader()
    read_once(rf.get("/"), "a name", read)
    make_official("Lê Hồng Vinh")
    known = rf.get("/")
    known.COOKIES[configured.SESSION_COOKIE_NAME] = "x"
    assert [read_once(request, "a name", read) for request in (known, rf.get("/"))] == [[2], [3]]


def test_nothing_is_kept_without_memory_or_what_is_too_large(rf: RequestFactory, settings: Any) -> None:
    read = Reader()
    settings.PIECE_MEMORY = 0
    assert [read_once(rf.get("/"), "a name", read) for _ in range(2)] == [[1], [2]]
    settings.PIECE_MEMORY = 4 * 8 * 400
    large = "a" * 500
    assert [len(read_once(rf.get("/"), "large", lambda: large)) for _ in range(2)] == [500, 500]
    assert len(VALUES._kept) == 0
