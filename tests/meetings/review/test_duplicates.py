"""Likely duplicates in the queue: found in a pass over all names, gone as soon as a person has decided."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from meetings.models import ReviewItem
from meetings.review.duplicates import find_duplicates
from meetings.review.queue import waiting
from meetings.review.worked_at import address_of
from people.corrections import State
from people.merging import merge, undo
from people.models import Official
from tests.factories import make_distinction, make_official, make_province, make_role
from tests.meetings.review.waits import item_of, waits
from tests.staff import make_editor, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Official, Official]:
    """Two officials whose names differ by a tone, found to be likely one."""
    province = make_province()
    older, younger = (make_official(name, province=province) for name in ("Lê Văn Tám", "Lê Văn Tạm"))
    for official in (older, younger):
        make_role(official)
    find_duplicates()
    return older, younger


def test_a_likely_pair_waits_at_the_younger_for_reviewers(pair: tuple[Official, Official]) -> None:
    older, younger = pair
    assert waits(older) == set()
    assert waits(younger) == {"duplicate"}
    item = item_of(younger, "duplicate")
    assert item.place == f"official:{older.pk}"
    assert item.detail["name"] == "Lê Văn Tám"
    assert address_of(item) == reverse("admin:people_official_compare", args=[older.pk, younger.pk])
    assert list(waiting(make_reviewer())) == [item]
    assert not waiting(make_editor()).exists()


def test_it_stays_while_nothing_is_decided(pair: tuple[Official, Official]) -> None:
    _older, younger = pair
    item = item_of(younger, "duplicate")
    for official in pair:
        official.save()
    assert find_duplicates() == 1
    assert item_of(younger, "duplicate").pk == item.pk


def test_telling_apart_settles_it_and_taking_that_back_brings_it_back_with_the_next_pass(pair: Any) -> None:
    older, younger = pair
    said = make_distinction(older, younger)
    assert waits(younger) == set()
    find_duplicates()
    assert waits(younger) == set()
    said.delete()
    find_duplicates()
    assert waits(younger) == {"duplicate"}


def test_merging_settles_it(pair: tuple[Official, Official]) -> None:
    older, younger = pair
    done = merge(older, younger, by=make_reviewer(), reason="một người")
    assert not ReviewItem.objects.exists()
    undo(done, by=make_reviewer(), reason="hai người")
    find_duplicates()
    assert waits(younger) == {"duplicate"}


def test_rejecting_either_settles_it(pair: tuple[Official, Official]) -> None:
    older, _younger = pair
    older.state = State.REJECTED
    older.save()
    assert not ReviewItem.objects.exists()


def test_namesakes_told_apart_do_not_wait_any_more() -> None:
    province = make_province()
    one = make_official("Trần Văn Nam", province=province)
    other = make_official("Trần Văn Nam", province=province, homonym=1, confidence=50)
    assert waits(other) == {"homonym"}
    make_distinction(one, other)
    assert waits(other) == set()
