"""A calendar says what is not in it, and is one even where nothing is."""

from __future__ import annotations

from typing import Any

from icalendar import Calendar

from opendata.feeds.calendars import LeftOut, about_deadlines, about_meetings, calendar
from tests.opendata.feeds.rules import check_lines

ADDRESS, PAGE = "https://x.example/thoi-han.ics?q=a%2Cb", "https://x.example/"


def unescaped(words: object) -> str:
    """Words of a property that the library does not know, as it read them."""
    return str(words).replace("\\", "")


def test_a_calendar_without_events_is_whole() -> None:
    document = calendar("Thời hạn; việc, \x07và", ADDRESS, PAGE, [], "Nói rằng: một, hai; ba " + "dài " * 50)
    check_lines(document)
    made: Any = Calendar.from_ical(document)
    assert [part.name for part in made.subcomponents] == ["VTIMEZONE"]
    assert unescaped(made["X-WR-CALNAME"]) == unescaped(made["NAME"]) == "Thời hạn; việc,  và · Việc Tỉnh"
    assert made["SOURCE"] == ADDRESS
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H" in document


def test_what_is_left_out_is_counted() -> None:
    assert about_deadlines(LeftOut()) == "Ngày được tính từ lời văn bản báo chí; lời ấy ghi trong từng sự kiện."
    assert "1.234 nhiệm vụ có thời hạn không tính được ra ngày" in about_deadlines(LeftOut(undated=1234))
    assert "7 mục sớm hơn" in about_deadlines(LeftOut(earlier=7))
    assert "2 cuộc họp không rõ chính xác ngày" in about_meetings(LeftOut(undated=2))
