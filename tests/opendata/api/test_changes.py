"""Who keeps a copy learns all that has changed, each once or more, and what is gone with the reason."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import quote

import pytest
from django.db.models import Model
from django.utils import timezone

from meetings.models import Citation, Directive, Meeting
from opendata.api import changes
from opendata.resources import RESOURCES
from people.corrections import State
from people.merging import merge
from people.models import Official, Organization
from tests.factories import make_directive, make_meeting, make_official, make_organization
from tests.meetings.views.pages import make_scene
from tests.opendata.api.asking import ask, refused
from tests.staff import make_reviewer

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
FIRST = "2000-01-01T00:00:00Z"


def all_changes(name: str, since: str = FIRST, limit: int = 200) -> tuple[dict[int, Any], dict[int, Any], str]:
    """(records by number, what is gone by number, from when to ask the next time), of all pages."""
    address, until = f"{name}?modified_since={quote(since)}&limit={limit}", ""
    rows: dict[int, Any] = {}
    gone: dict[int, Any] = {}
    while address:
        told = ask(address)
        for row in told["data"]:
            rows[row["id"]] = row
            gone.pop(row["id"], None)
        for stone in told["gone"]:
            gone[stone["id"]] = stone
            rows.pop(stone["id"], None)
        until = until or told["until"]
        address = told["next"]
    return rows, gone, until


def age(*models: type[Model]) -> None:
    for model in models:
        model._default_manager.exclude(updated_at=LONG_AGO).update(updated_at=LONG_AGO)


@pytest.mark.parametrize("limit", [1, 2, 3, 200])
def test_pages_of_changes_hold_all_of_them(limit: int) -> None:
    officials = [make_official(f"Lê Văn {name}") for name in ("An", "Bình", "Chi", "Dung", "Giang")]
    Official.objects.filter(pk__in=[o.pk for o in officials[:3]]).update(updated_at=LONG_AGO)  # in one moment
    officials[4].delete()
    rows, gone, _until = all_changes("officials", limit=limit)
    assert set(rows) == {o.pk for o in officials[:4]}
    assert [stone["why"] for stone in gone.values()] == ["deleted"]


@pytest.mark.parametrize("name", [name for name, resource in RESOURCES.items() if changes.is_tracked(resource)])
def test_a_copy_holds_what_the_list_holds(name: str) -> None:
    for number in range(2):
        make_scene(number)
    rows, gone, _until = all_changes(name, limit=3)
    assert set(rows) == {row.pk for row in RESOURCES[name].rows()}
    assert gone == {}


def test_only_what_has_changed_since_is_told() -> None:
    kept, changed = make_meeting("Họp cũ"), make_meeting("Họp mới")
    age(Meeting)
    Meeting.objects.filter(pk=changed.pk).update(place="Hội trường")
    rows, _gone, until = all_changes("meetings", since="2024-01-01T00:00:00+07:00")
    assert set(rows) == {changed.pk}
    assert kept.pk not in rows
    assert datetime.datetime.fromisoformat(until) <= timezone.now() - changes.MARGIN + datetime.timedelta(seconds=1)


def test_why_a_record_is_gone() -> None:
    scene = make_scene()
    keep, drop = make_organization("Sở Xây dựng"), make_organization("Sở XD")
    age(Meeting, Directive, Citation, Organization)
    merge(keep, drop, by=make_reviewer(), reason="Một cơ quan")
    Directive.objects.update(state=State.WITHDRAWN)
    since = "2024-01-01T00:00:00Z"
    _rows, gone, _until = all_changes("organizations", since)
    assert gone[drop.pk]["why"] == "merged"
    assert gone[drop.pk]["into"] == f"http://testserver/id/organization/{keep.pk}"
    assert all_changes("directives", since)[1][scene.directive.pk]["why"] == "withdrawn"
    Meeting.objects.update(state=State.REJECTED)
    assert all_changes("meetings", since)[1][scene.meeting.pk]["why"] == "rejected"
    told = all_changes("citations", since)[1]
    assert {stone["why"] for stone in told.values()} == {"hidden"}
    assert set(told) == set(Citation.objects.values_list("pk", flat=True))


def test_what_comes_back_is_told_again() -> None:
    scene = make_scene()
    Meeting.objects.update(state=State.REJECTED)
    age(Meeting, Directive)
    Meeting.objects.update(state=State.CONFIRMED)
    assert set(all_changes("directives", "2024-01-01T00:00:00Z")[0]) == {scene.directive.pk}


def test_changes_come_with_the_fields_and_parts_asked_for() -> None:
    make_scene()
    [told] = ask(f"directives?modified_since={FIRST}&fields=text&expand=assignments")["data"]
    assert list(told) == ["id", "text", "assignments"]


@pytest.mark.parametrize(
    ("query", "parameters"),
    [
        ("modified_since=yesterday", ["modified_since"]),
        ("modified_since=2024-01-01T00:00:00", ["modified_since"]),
        ("modified_since=2024-13-01T00:00:00Z", ["modified_since"]),
        ("modified_since=", ["modified_since"]),
        (f"modified_since={FIRST}&year=x", ["year"]),
        (f"modified_since={FIRST}&cursor=x", ["cursor"]),
        (f"modified_since={FIRST}&cursor=WyJhIiwgMSwgImIiXQ", ["cursor"]),
        (f"modified_since={FIRST}&limit=0", ["limit"]),
    ],
)
def test_nonsense_is_refused(query: str, parameters: list[str]) -> None:
    assert refused(f"meetings?{query}") == parameters


def test_a_copy_of_what_filters_keep_learns_what_they_keep_no_more() -> None:
    kept, lost = make_meeting("Họp", kind="briefing"), make_meeting("Họp", kind="briefing")
    Meeting.objects.filter(pk=lost.pk).update(kind="conference")
    told = ask(f"meetings?modified_since={FIRST}&kind=briefing&count=true&facets=true")
    assert [row["id"] for row in told["data"]] == [kept.pk]
    assert [(stone["id"], stone["why"]) for stone in told["gone"]] == [(lost.pk, "unasked")]
    assert told["count"] == 1
    assert {option["value"]: option["count"] for option in told["facets"]["kind"]} == {"briefing": 1, "conference": 1}


def test_retellings_are_changes_of_their_own() -> None:
    meeting = make_meeting("Họp")
    first = make_directive(meeting, "Trình đề án")
    again = make_directive(meeting, "Trình đề án", same_as=first)
    assert set(all_changes("directives")[0]) == {first.pk, again.pk}


def test_provinces_do_not_tell_of_changes() -> None:
    assert refused(f"provinces?modified_since={FIRST}") == ["modified_since"]
