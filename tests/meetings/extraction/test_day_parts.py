"""Words beside a day that tell a part of it."""

from __future__ import annotations

import pytest

from meetings.extraction.day_parts import clock_before, part_before, part_behind, part_of_hour


@pytest.mark.parametrize(
    ("before", "part"),
    [
        ("Chiều nay (", "afternoon"),
        ("Ngày ", None),
        ("Chiều tối ", "evening"),
        ("Chiều và tối ", None),
        ("Từ sáng đến chiều ngày ", "all_day"),
        ("Trọn vẹn ngày thứ Hai (", "all_day"),
        ("Cả ngày nghỉ ", None),
        ("tuyến xe buýt buổi tối\n\nNgày ", None),
        ("bức tranh nhiều điểm sáng trong ngày ", None),
        ("theo chiều hướng tốt ngày ", None),
    ],
)
def test_part_before(before: str, part: str | None) -> None:
    assert part_before(f"{before}5/3", len(before)) == part


@pytest.mark.parametrize(
    ("before", "part"),
    [
        ("Lúc 8h30 ngày ", "morning"),
        ("Từ 13 giờ 30 đến 17 giờ ngày ", "afternoon"),
        ("Từ 8 giờ đến 17 giờ ngày ", None),
        ("tính đến 17 giờ ngày ", None),
        ("trước 17 giờ ngày ", None),
        ("Ngày ", None),
    ],
)
def test_clock_before(before: str, part: str | None) -> None:
    assert clock_before(f"{before}5/3", len(before)) == part


@pytest.mark.parametrize(
    ("behind", "part"),
    [
        (", vào buổi chiều, UBND", "afternoon"),
        (" (cả ngày), UBND", "all_day"),
        (", lúc 20 giờ, UBND", "evening"),
        (", chiều hướng giá", None),
        (", sau buổi sáng", None),
        (", buổi sáng và buổi chiều", None),
    ],
)
def test_part_behind(behind: str, part: str | None) -> None:
    assert part_behind(f"5/3{behind}", 3) == part


def test_noon_and_dusk_are_no_part() -> None:
    assert [part_of_hour(hour) for hour in (4, 8, 12, 15, 18, 20)] == [
        None, "morning", None, "afternoon", None, "evening",
    ]  # fmt: skip
