"""Why words name nobody who is told, each reason once."""

from __future__ import annotations

import pytest

from tests.meetings.extraction.why import reason

SUMS_UP = "Kết luận phiên họp, đồng chí Trần Văn Minh yêu cầu Sở Y tế mua thuốc cho Sở Nội vụ."


@pytest.mark.parametrize(
    ("told", "phrase", "expected"),
    [
        ("Trời đẹp.", "Trời", "no order is read here, and it begins with no agency of agencies.csv"),
        (SUMS_UP, "thuốc", "it begins with no agency of agencies.csv, no head such as “Trung tâm”, no group and nobody in office"),
        ("Mọi người đến Sở Y tế.", "Sở Y tế", "it reads as “Sở Y tế”, but no order is read here"),
        (SUMS_UP, "Sở Nội vụ", "it reads as “Sở Nội vụ”, but stands inside the task"),
        (SUMS_UP, "Sở Y tế", ""),
    ],
)  # fmt: skip
def test_reasons(told: str, phrase: str, expected: str) -> None:
    found = reason("assignee", told, phrase)
    assert expected in found
    assert bool(found) is bool(expected)
