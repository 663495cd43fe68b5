"""From where dates without a year are counted."""

from __future__ import annotations

import pytest

from meetings.extraction.dates import find_dates
from meetings.extraction.document import Document
from meetings.extraction.facts import MeetingFact
from meetings.extraction.reference import reference_date
from meetings.extraction.spans import Span


def meeting(date: str | None, period: str | None = None) -> MeetingFact:
    at = Span(0, 1)
    return MeetingFact(at, "r", "Họp", None, "other", date, None, None, None, None, None, None, period)


@pytest.mark.parametrize(
    ("text", "held", "expected"),
    [
        (" date 2025-11-04 Tin", meeting("2025-10-30"), "2025-10-30"),
        (" date 2025-11-04 Tin", meeting(None, "2025-10"), "2025-11-04"),
        (" date 2025-11-04 Tin", meeting("2025"), "2025-11-04"),
        (" date 2025-11-04 Tin", meeting("2021"), "2021"),
        ("Tin", meeting(None, "2023-Q1"), "2023-Q1"),
        ("Kế hoạch năm 2024", None, "2024"),
        ("Kế hoạch năm 2024, năm 2025", None, None),
        ("Theo Nghị quyết 10/2016/NQ-HĐND ngày 7/12/2016", None, None),
    ],
)
def test_reference_date(text: str, held: MeetingFact | None, expected: str | None) -> None:
    assert reference_date(find_dates(Document("t", text)), held) == expected
