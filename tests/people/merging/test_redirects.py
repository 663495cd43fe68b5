"""The address of a record that was merged away leads to its survivor for good, and lists know one of them only."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from people.corrections import State
from people.merging.redirects import survivor, survivors
from people.models import Official, Organization
from tests.factories import (
    make_appearance,
    make_assignment,
    make_directive,
    make_meeting,
    make_merge,
    make_official,
    make_organization,
    make_role,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [make_official, make_organization])
def test_the_page_moves_for_good_along_a_chain_with_its_query(client: Client, make: Any) -> None:
    first, second, third = (make(name) for name in ("Lê Văn Tám", "Lê Văn Tăm", "Lê Văn Tam"))
    make_merge(second, third)
    make_merge(first, second)
    for gone in (second, third):
        for address in (
            gone.get_absolute_url(),
            f"/en{'/officials' if make is make_official else '/organizations'}/{gone.pk}/",
        ):
            answer = client.get(address, {"page": "2"})
            assert (answer.status_code, answer.headers["Cache-Control"]) == (301, "no-cache")
            assert answer.headers["Location"].endswith(f"{first.pk}-le-van-tam/?page=2")
    assert client.get(first.get_absolute_url()).status_code == 200
    assert client.head(third.get_absolute_url()).status_code == 301


@pytest.mark.parametrize("kind", ["can-bo", "co-quan"])
@pytest.mark.parametrize("key", ["999999", "9" * 19, "9" * 40])
def test_nobody_of_a_number_that_was_never_given(client: Client, kind: str, key: str) -> None:
    assert client.get(f"/{kind}/{key}/").status_code == 404


def test_a_rejected_survivor_is_not_shown(client: Client) -> None:
    keep, drop = make_official("Lê Văn Tám"), make_official("Lê Văn Tam")
    make_merge(keep, drop)
    Official.objects.filter(pk=keep.pk).update(state=State.REJECTED)
    assert client.get(drop.get_absolute_url()).status_code == 404
    assert survivor(Official, drop.pk) is None
    assert survivors(Official, [drop.pk, keep.pk]) == {}


def test_lists_and_search_know_the_survivor_only_by_either_name(client: Client) -> None:
    keep, drop = make_official("Lê Văn Tám"), make_official("Lê Văn Tăm")
    make_merge(keep, drop)
    for address in (reverse("people:official_list"), reverse("meetings:search")):
        for typed in ("Lê Văn Tám", "Lê Văn Tăm"):
            page = client.get(address, {"q": typed}).content.decode()
            assert keep.get_absolute_url() in page, (address, typed)
            assert drop.get_absolute_url() not in page, (address, typed)


def test_filters_with_the_key_of_one_merged_away_ask_for_the_survivor(client: Client) -> None:
    keep, drop = make_official("Lê Văn Tám"), make_official("Lê Văn Tam")
    bodies = make_organization("Sở Y tế"), make_organization("Sở Y")
    held, other = make_meeting("Cuộc họp có mặt ông Tám"), make_meeting("Cuộc họp khác")
    make_appearance(held, drop)
    make_assignment(make_directive(held), bodies[1])
    make_role(drop, "Giám đốc", organization=bodies[1])
    make_merge(keep, drop)
    make_merge(*bodies)
    lists = {
        reverse("meetings:meeting_list"): {"official": drop.pk, "agency": bodies[1].pk},
        reverse("people:official_list"): {"organization": bodies[1].pk},
    }
    for address, asked in lists.items():
        answer = client.get(address, asked)
        page = answer.content.decode()
        shown: Any = answer.context
        assert shown["total"] == 1
        assert shown["filter"].notices == []
        assert other.title not in page
    assert Organization.objects.published().count() == 1
