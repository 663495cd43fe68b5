"""Deadlines of a list, an official and an agency, and meetings, as calendars that keep the rules."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from opendata.feeds import calendar_views
from tests.factories import make_directive, make_meeting, make_merge, make_official, make_organization, make_province
from tests.meetings.views.pages import Scene, make_scene
from tests.opendata.feeds.rules import calendar_at, events_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 3, 31)


def calendars(scene: Scene) -> dict[str, str]:
    """Every calendar of the scene by the name of its address."""
    return {
        "deadlines": reverse("opendata:deadlines"),
        "official": reverse("opendata:official_deadlines", args=[scene.official.pk]),
        "organization": reverse("opendata:organization_deadlines", args=[scene.finance.pk]),
        "meetings": reverse("opendata:meetings_calendar"),
    }


def uids(calendar: Any) -> list[str]:
    return [event["UID"].partition("@")[0] for event in events_of(calendar)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_calendar_keeps_the_rules(client: Client, language: str) -> None:
    scene = make_scene()
    with translation.override(language):
        found = {name: uids(calendar_at(client, address)) for name, address in calendars(scene).items()}
    task = [f"directive-{scene.directive.pk}"]
    assert found == {
        "deadlines": task, "official": task, "organization": task, "meetings": [f"meeting-{scene.meeting.pk}"]
    }  # fmt: skip


def test_vague_deadlines_and_inexact_days_are_counted_and_not_shown(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting, "Sớm trình.", deadline_text="sớm", deadline_kind="vague")
    make_directive(scene.meeting, "Việc không hẹn.")
    make_meeting("Họp tháng 3", date=datetime.date(2025, 3, 1), date_precision="month")
    deadlines = calendar_at(client, reverse("opendata:deadlines"))
    assert len(events_of(deadlines)) == 1
    assert "1 nhiệm vụ có thời hạn không tính được ra ngày" in deadlines["X-WR-CALDESC"]
    held = calendar_at(client, reverse("opendata:meetings_calendar"))
    assert len(events_of(held)) == 1
    assert "1 cuộc họp không rõ chính xác ngày" in held["X-WR-CALDESC"]


def test_filters_of_the_page_hold(client: Client) -> None:
    scene = make_scene()
    health = make_organization("Sở Y tế", province=make_province("Nghệ An"))
    other = make_directive(scene.meeting, "Sở Y tế báo cáo.", assignees=[health], deadline_to=DAY)
    listed = calendar_at(client, reverse("opendata:deadlines") + "?q=bao+cao&deadline=passed")
    assert uids(listed) == [f"directive-{other.pk}"]
    address = reverse("opendata:organization_deadlines", args=[health.pk])
    assert len(uids(calendar_at(client, address))) == 2
    assert uids(calendar_at(client, address + "?part=assignee")) == [f"directive-{other.pk}"]
    assert uids(calendar_at(client, address + "?due_since=2025-01-01&order=deadline")) == [f"directive-{other.pk}"]
    assert "Sở Y tế" in calendar_at(client, address)["X-WR-CALNAME"]


def test_the_latest_are_shown_and_the_others_counted(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_views, "MOST", 2)
    made = [make_directive(make_meeting(), deadline_to=DAY + datetime.timedelta(days=n)) for n in (5, 1, 9, 3)]
    found = calendar_at(client, reverse("opendata:deadlines"))
    assert uids(found) == [f"directive-{made[2].pk}", f"directive-{made[0].pk}"]
    assert "2 mục sớm hơn" in found["DESCRIPTION"]


def test_nothing_to_show_is_still_a_calendar(client: Client) -> None:
    official = make_official()
    assert uids(calendar_at(client, reverse("opendata:official_deadlines", args=[official.pk]))) == []


@pytest.mark.parametrize(("query", "parameter"), [("agency=x", "agency"), ("khongco=1", "khongco"), ("year=x", "year")])
def test_what_makes_no_sense_is_refused_by_name(client: Client, query: str, parameter: str) -> None:
    scene = make_scene()
    for name, address in calendars(scene).items():
        answer = client.get(f"{address}?{query}")
        assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json"), name
        assert parameter in [error["parameter"] for error in answer.json()["errors"]]


def test_who_has_it_is_told_so(client: Client) -> None:
    scene = make_scene()
    for address in calendars(scene).values():
        etag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


def test_a_calendar_of_an_agency_merged_away_leads_to_the_survivor(client: Client) -> None:
    keep, drop = make_organization("Sở Tài chính"), make_organization("Sở Tài chánh")
    make_merge(keep, drop)
    answer = client.get(reverse("opendata:organization_deadlines", args=[drop.pk]))
    assert answer.headers["Location"] == reverse("opendata:organization_deadlines", args=[keep.pk])
    assert client.get(reverse("opendata:official_deadlines", args=[10**30])).status_code == 404


def test_no_number_of_events_asks_the_database_more_often(client: Client) -> None:
    def queries() -> list[int]:
        counted = []
        for address in calendars(scene).values():
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            counted.append(len(captured))
        return counted

    scene = make_scene()
    few = queries()
    for number in range(1, 4):
        make_scene(number)
    assert queries() == few
