"""Of all who bear a name, those are fetched whom a batch of texts may mean."""

from __future__ import annotations

import pytest

from meetings.reconcile.together.batch import Batch
from meetings.reconcile.together.people import People
from people.models import Alias, Official
from people.names import name_key
from tests.factories import make_official, make_province, make_role

pytestmark = pytest.mark.django_db
NAME = "Lê Thị Bình"
KEY = name_key(NAME)


def test_namesakes_of_other_provinces_are_fetched_when_they_are_sought() -> None:
    here, there = make_province(), make_province("Thanh Hóa")
    one, other = make_official(NAME, province=here), make_official(NAME, province=there)
    held = [make_role(one), make_role(other)]
    people = People(Batch())
    people.look_up({(KEY, here.pk), ("ai khác", there.pk)})
    assert people.named == {KEY: [one]}
    assert dict(people.roles) == {one.pk: [held[0]]}
    people.look_up({(KEY, there.pk), (KEY, here.pk)})
    assert people.named == {KEY: [one, other]}
    assert people.roles[other.pk] == [held[1]]


def test_one_who_is_made_is_numbered_after_all_of_the_name_and_found_by_the_next_text() -> None:
    here = make_province()
    one = make_official(NAME, province=here)
    people = People(Batch())
    people.look_up({(KEY, here.pk), (KEY, None)})
    made = people.make(NAME, here, placed=True)
    assert (made.homonym, people.make(NAME, None, placed=False).homonym) == (1, 0)
    people.look_up({(KEY, make_province("Thanh Hóa").pk)})
    assert people.named[KEY][:2] == [one, made]


def test_where_another_name_leads_to_somebody_all_who_bear_it_are_at_hand() -> None:
    here, there = make_province(), make_province("Thanh Hóa")
    called, bearer = make_official("Lê Bình", province=here), make_official(NAME, province=there)
    Alias.objects.create(name=NAME, official=called)
    people = People(Batch())
    people.look_up({(KEY, here.pk)})
    assert people.named == {KEY: [bearer, called]}


def test_one_merged_away_leads_to_the_survivor_from_both_provinces() -> None:
    here, there = make_province(), make_province("Thanh Hóa")
    survivor = make_official("Lê Bình", province=there)
    merged = make_official(NAME, province=here)
    Official.objects.filter(pk=merged.pk).update(merged_into=survivor, state="rejected")
    for place in (here, there):
        people = People(Batch())
        people.look_up({(KEY, place.pk)})
        assert [official.pk for official in people.named[KEY]] == [survivor.pk]
        assert people.named[KEY][0].meant == merged
