"""The first and last day of deadlines, and the rule that gave what their words lack."""

from __future__ import annotations

import pytest

from meetings.extraction.deadline_days import Days, due_days, worded_days
from meetings.extraction.deadlines import find_deadline
from meetings.extraction.document import Document
from meetings.extraction.spans import Span

HELD = "2024-05-16"  # a Thursday


@pytest.mark.parametrize(
    ("text", "reference", "earliest", "latest", "rule"),
    [
        # the year is printed
        ("xong trước ngày 30/11/2025", HELD, None, "2025-11-30", "before"),
        ("xong trong tháng 6/2025", HELD, "2025-06-01", "2025-06-30", "within"),
        ("xong trong quý III/2024", HELD, "2024-07-01", "2024-09-30", "within"),
        # the year is the meeting's
        ("xong trước ngày 30/9", HELD, None, "2024-09-30", "before; year of the meeting"),
        ("báo cáo chậm nhất ngày 20/6", HELD, None, "2024-06-20", "at the latest; year of the meeting"),
        ("xong trong tháng 6", HELD, "2024-06-01", "2024-06-30", "within; year of the meeting"),
        ("xong trong tháng 5", HELD, "2024-05-16", "2024-05-31", "within; year of the meeting"),
        ("xong trong quý II", HELD, "2024-05-16", "2024-06-30", "within; year of the meeting"),
        ("gửi về trước tháng 7", HELD, None, "2024-06-30", "before; year of the meeting"),
        ("xong đến hết tháng 6", HELD, None, "2024-06-30", "until; year of the meeting"),
        ("chuẩn bị lễ vào ngày 9/11", HELD, "2024-11-09", "2024-11-09", "event; year of the meeting"),
        # or the one after
        ("xong trước ngày 31/01", HELD, None, "2025-01-31", "before; year after the meeting"),
        ("xong trong quý I", "2024-12-20", "2025-01-01", "2025-03-31", "within; year after the meeting"),
        ("xong trong tháng 2", "2024-11", "2025-02-01", "2025-02-28", "within; year after the meeting"),
        # nothing gives it
        ("xong trước ngày 30/9", None, None, None, "before"),
        ("xong trước ngày 25 hằng tháng", HELD, None, None, "day of each month"),
        # counted from the meeting
        ("trả lời trong vòng 15 ngày", HELD, HELD, "2024-05-31", "days given; counted from the meeting"),
        ("trả lời trong vòng 2 tuần", HELD, HELD, "2024-05-30", "days given; counted from the meeting"),
        (
            "trả lời trong thời hạn 3 tháng",
            "2024-11-30",
            "2024-11-30",
            "2025-02-28",
            "days given; counted from the meeting",
        ),
        ("trả lời trong vòng 48 giờ", HELD, HELD, "2024-05-18", "days given; counted from the meeting"),
        ("trả lời trong vòng 15 ngày làm việc", HELD, None, None, "days given"),
        ("trả lời trong vòng 15 ngày kể từ khi nhận đơn", HELD, None, None, "days given"),
        ("trả lời trong vòng 15 ngày", "2024-05", None, None, "days given"),
        ("xong ngay trong tuần này", HELD, HELD, "2024-05-19", "this week; counted from the meeting"),
        ("xong ngay trong tháng này", HELD, HELD, "2024-05-31", "this week; counted from the meeting"),
        ("xong trong năm nay", HELD, HELD, "2024-12-31", "this week; counted from the meeting"),
        ("xong trong tuần tới", HELD, "2024-05-20", "2024-05-26", "this week; counted from the meeting"),
        ("xong trong quý tới", HELD, "2024-07-01", "2024-09-30", "this week; counted from the meeting"),
        ("thẩm định trước khi trình", HELD, None, None, "before an event"),
        ("xong trong thời gian tới", HELD, None, None, "coming time"),
    ],
)
def test_days_and_rule(text: str, reference: str | None, earliest: str | None, latest: str | None, rule: str) -> None:
    deadline = find_deadline(Document("t", text), Span(0, len(text)), reference)
    assert deadline is not None
    assert (deadline.earliest, deadline.latest, deadline.rule) == (earliest, latest, rule)


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("ngay trong ngày hôm nay", HELD, HELD),
        ("trong ngày mai", "2024-05-17", "2024-05-17"),
        ("trước tuần sau", None, "2024-05-19"),
        ("trong tháng sau", "2024-06-01", "2024-06-30"),
    ],
)
def test_days_around_the_meeting(words: str, earliest: str | None, latest: str | None) -> None:
    assert worded_days(words, "this week", "", HELD)[:2] == (earliest, latest)


def test_what_has_no_days() -> None:
    assert worded_days("trong những ngày tới", "coming time", "", HELD) == Days()
    assert due_days(None, "within", HELD) == Days()
    assert due_days("2026", "within", "2024") == Days("2026-01-01", "2026-12-31")


def test_the_earliest_day_is_never_after_the_latest() -> None:
    for value in ("2024", "2024-05", "2024-Q2", HELD, "2024-06"):
        for rule in ("within", "event"):
            days = due_days(value, rule, HELD)
            assert days.earliest is not None
            assert days.latest is not None
            assert days.earliest <= days.latest
