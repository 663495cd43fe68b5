"""The meetings of an official are those attended, and those whose texts name the official, each once."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people import careers
from people.attendance import Attendance, Attended
from tests.factories import make_appearance, make_article, make_meeting, make_mention, make_official

pytestmark = pytest.mark.django_db
OLD, NEW = datetime.date(2023, 5, 4), datetime.date(2025, 11, 4)


def test_each_meeting_stands_once_the_latest_first() -> None:
    official = make_official("Lê Hồng Vinh")
    held, later = make_meeting("Cũ", date=OLD), make_meeting("Mới", date=NEW)
    first = make_appearance(held, official, act="attends")
    make_appearance(held, official, act="concludes")
    make_appearance(later, official, act="speaks")
    make_appearance(make_meeting("Kể lại"), official, same_as=first)
    make_appearance(make_meeting("Ẩn", state="rejected"), official)
    make_appearance(held, make_official("Mai Lan"), act="chairs")
    assert Attendance(official).attended == [
        Attended(later.pk, NEW, dated=True, led=False),
        Attended(held.pk, OLD, dated=True, led=True),
    ]


def test_a_day_that_is_not_known_is_none() -> None:
    official = make_official("Lê Hồng Vinh")
    make_appearance(make_meeting("Không rõ ngày"), official)
    assert [one.dated for one in Attendance(official).attended] == [False]


def test_named_meetings_stand_among_those_attended() -> None:
    official = make_official("Lê Hồng Vinh")
    articles = [make_article(f"{place}: Lê Hồng Vinh.") for place in ("Vắng mặt", "Dự họp", "Đã bỏ", "Mất tên")]
    named = make_meeting("Chỉ nhắc tên", date=NEW, articles=articles[:1])
    attended = make_meeting("Có mặt", date=OLD, articles=articles[1:2])
    make_appearance(attended, official)
    make_meeting("Ẩn", state="rejected", articles=articles[2:3])
    make_meeting("Từng nhắc tên", articles=articles[3:])
    mentions = [make_mention(official, article, by_person=True) for article in articles]
    mentions[3].start = mentions[3].end = None
    mentions[3].save()
    attendance = Attendance(official)
    with CaptureQueriesContext(connection) as asked:
        assert attendance.meetings == [named.pk, attended.pk]
    assert len(asked) == 2
    shown: list[Any] = careers.in_order(attendance.meetings)
    assert shown == [named, attended] == list(careers.meetings_with(official))
