"""What looks like a date, and by which rule, before it is asked whether there is such a day."""

from __future__ import annotations

import pytest

from meetings.extraction.date_forms import date_matches, writes_dots


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("date 2024-05-06 ", [("header", "date 2024-05-06")]),
        ("Chiều6/6, họp", [("day and month", "6/6")]),
        ("ngày 12 tháng 5 năm 2025", [("in words", "12 tháng 5 năm 2025"), ("month", "tháng 5 năm 2025"), ("year", "năm 2025")]),
        ("4 và 5/7", [("range of days", "4 và 5/7"), ("day and month", "5/7")]),
        ("quý IV và 6/2025", [("quarter", "quý IV"), ("month in numbers", "6/2025")]),
        ("5 xã, 12 phường", []),
    ],
)  # fmt: skip
def test_date_matches(text: str, found: list[tuple[str, str]]) -> None:
    assert [(rule, match[0]) for rule, match in date_matches(text)] == found


def test_writes_dots() -> None:
    assert writes_dots("Họp ngày 30.6 tại xã")
    assert not writes_dots("Đạt 30.6 điểm")
