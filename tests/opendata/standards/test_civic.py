"""Meetings as events of Open Civic Data: valid, no more exact than the text."""

from __future__ import annotations

import datetime

import pytest

from opendata.standards import rows
from opendata.standards.civic import event
from people.corrections import State
from tests.factories import make_meeting
from tests.opendata.standards.rich import make_rich_scene
from tests.opendata.standards.schemas import objections

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 3, 1)


def test_everything_that_is_known_is_told_and_valid() -> None:
    scene = make_rich_scene()
    told = event(rows.events().get())
    assert objections("events", told) == []
    assert told["start_date"] == "2024-11-14"
    assert told["location"]["name"] == "Hội trường A"
    assert {(who["name"], who["note"]) for who in told["participants"]} == {
        ("UBND tỉnh (Nghệ An)", "host"),
        ("Giám đốc Sở Y tế", "reports"),
        ("Lê Hồng Vinh", "chairs"),
    }
    assert [item["classification"] for item in told["agenda"]] == [["decision"], ["directive"]]
    task = told["agenda"][1]
    assert (task["description"], task["notes"]) == (scene.directive.text, ["deadline: trước ngày 15/12"])
    assert [(part["name"], part["note"]) for part in task["related_entities"]] == [
        ("Sở Tài chính", "lead"),
        ("Sở Y tế", "coordinate"),
    ]
    assert told["sources"] == [{"url": "https://bao.example/1", "note": "Phiên họp 3, Báo Nghệ An, 2024-11-14"}]
    assert told["documents"][0]["note"] == "Nghị quyết 57-NQ/TW"


@pytest.mark.parametrize(
    ("precision", "told"), [("day", "2025-03-01"), ("month", "2025-03"), ("quarter", "2025"), ("year", "2025")]
)
def test_a_day_is_told_as_exactly_as_it_is_known(precision: str, told: str) -> None:
    make_meeting(date=DAY, date_precision=precision)
    found = event(rows.events().get())
    assert (found["start_date"], found["extras"]["date_precision"]) == (told, precision)


def test_a_meeting_of_which_nothing_is_known_is_valid_all_the_same() -> None:
    make_meeting("Phiên họp", body_name="")
    told = event(rows.events().get())
    assert objections("events", told) == []
    assert (told["start_date"], told["location"], told["participants"], told["agenda"]) == ("", None, [], [])
    assert told["sources"][0]["note"] == "added by a person"


def test_an_identifier_is_the_same_each_time_and_for_everybody() -> None:
    make_rich_scene()
    first, again = (event(rows.events().get()) for _ in range(2))
    assert first == again
    host = next(who for who in first["participants"] if who["note"] == "host")
    assert host["id"].startswith("ocd-organization/")
    assert first["id"] != host["id"]


def test_what_was_rejected_is_not_in_the_agenda() -> None:
    scene = make_rich_scene()
    scene.directive.state = State.REJECTED
    scene.directive.save()
    assert [item["classification"] for item in event(rows.events().get())["agenda"]] == [["decision"]]


def test_a_meeting_to_come_is_not_said_to_have_passed() -> None:
    make_meeting(date=datetime.date(9999, 12, 31))
    assert event(rows.events().get())["status"] == "confirmed"
