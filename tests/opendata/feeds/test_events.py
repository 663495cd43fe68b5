"""Deadlines and meetings as whole days: none that a text does not give, each once, changed when they change."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from meetings.models import Directive
from opendata.feeds.events import of_meeting, of_task
from opendata.feeds.records import fetched
from tests.factories import make_directive, make_meeting, make_province
from tests.meetings.views.pages import make_scene

pytestmark = pytest.mark.django_db
FIRST, LAST = datetime.date(2025, 6, 1), datetime.date(2025, 6, 30)


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/")


def task(request: HttpRequest, **values: Any) -> Any:
    """The event of a task."""
    made = make_directive(make_meeting(), "Sở Y tế báo cáo.", deadline_text="trong tháng 6", **values)
    return of_task(fetched([("directive", made.pk)])[0][1], request)


def days(event: Any) -> tuple[datetime.date, datetime.date | None]:
    """The first day and the one after the last."""
    return event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None


def test_a_due_date_is_one_day_and_a_period_has_both_ends(request_: HttpRequest) -> None:
    assert days(task(request_, deadline_to=LAST)) == (LAST, datetime.date(2025, 7, 1))
    period = {"deadline_kind": "period", "deadline_from": FIRST, "deadline_to": LAST}
    assert days(task(request_, **period)) == (FIRST, datetime.date(2025, 7, 1))
    assert days(task(request_, deadline_to=datetime.date.max)) == (datetime.date.max, None)


def test_the_words_the_rule_and_the_evidence_stand_in_the_event(request_: HttpRequest) -> None:
    scene = make_scene()
    scene.article.url = "https://bao.example/1?a=1,2;b"
    scene.article.save()
    event: Any = of_task(fetched([("directive", scene.directive.pk)])[0][1], request_)
    assert event["SUMMARY"].startswith("Hạn: Sở Tài chính: Chủ tịch UBND tỉnh giao")
    lines = event["DESCRIPTION"].split("\n")
    assert lines[0] == f"“{scene.directive.text}”"
    assert "Chủ trì: Sở Tài chính" in lines
    assert any(line.startswith("Thời hạn: “trước ngày 15/12”, chậm nhất 15/12/2024") for line in lines)
    assert "Theo văn bản: “Phiên họp 0”, Báo Nghệ An, 14/11/2024, https://bao.example/1?a=1,2;b" in lines
    assert lines[-1] == f"http://testserver/id/directive/{scene.directive.pk}"
    assert event["URL"] == f"http://testserver{scene.directive.get_absolute_url()}"


def test_the_day_of_an_event_is_no_due_date(request_: HttpRequest) -> None:
    event = task(request_, deadline_kind="event_date", deadline_to=LAST)
    assert event["SUMMARY"] == "Sở Y tế báo cáo."


def test_a_changed_task_is_the_same_event_with_a_higher_number(request_: HttpRequest) -> None:
    made = make_directive(make_meeting(), deadline_to=LAST)
    Directive.objects.filter(pk=made.pk).update(created_at=made.created_at - datetime.timedelta(days=1))
    before: Any = of_task(fetched([("directive", made.pk)])[0][1], request_)
    changed = made.updated_at + datetime.timedelta(minutes=5)
    Directive.objects.filter(pk=made.pk).update(updated_at=changed)
    after: Any = of_task(fetched([("directive", made.pk)])[0][1], request_)
    assert before["UID"] == after["UID"] == f"directive-{made.pk}@testserver"
    assert after["SEQUENCE"] == before["SEQUENCE"] + 300
    assert after["LAST-MODIFIED"].dt == after["DTSTAMP"].dt == changed.replace(microsecond=0)


def test_control_characters_do_not_reach_a_calendar(request_: HttpRequest) -> None:
    made = make_directive(make_meeting(), deadline_to=LAST)
    Directive.objects.filter(pk=made.pk).update(text="Sở Y tế\x07 báo\r\ncáo\x85.")
    event: Any = of_task(fetched([("directive", made.pk)])[0][1], request_)
    assert not set(event["SUMMARY"] + event["DESCRIPTION"]) & {"\x07", "\r", "\x85"}


def test_a_meeting_has_its_day_and_place(request_: HttpRequest) -> None:
    made = make_meeting(
        "Họp báo", date=FIRST, place="Hội trường A", province=make_province("Nghệ An"), session="morning"
    )
    event: Any = of_meeting(fetched([("meeting", made.pk)])[0][1], request_)
    assert (event["SUMMARY"], event["LOCATION"]) == ("Họp báo", "Hội trường A, Nghệ An")
    assert days(event) == (FIRST, FIRST + datetime.timedelta(days=1))
    assert "sáng 01/06/2025" in event["DESCRIPTION"]


def test_what_has_no_day_is_no_event(request_: HttpRequest) -> None:
    with pytest.raises(ValueError):
        task(request_)
    made = make_meeting()
    with pytest.raises(ValueError):
        of_meeting(fetched([("meeting", made.pk)])[0][1], request_)
