"""The period printed behind a figure."""

from __future__ import annotations

import pytest

from meetings.extraction.periods_behind import period_behind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (" kế hoạch vốn năm 2024", "2024"),
        (" làm đường liên xã trong năm 2026", "2026"),
        (" tỉnh giao cho cả năm 2024", "2024"),
        (" năm 2020 lên", "2020"),
        (" cây xanh giai đoạn 2021 - 2025", "2021/2025"),
        (" trong năm nay", "2025"),
        (" trong quý II", "2025-Q2"),
        (" trong quý I/2026", "2026-Q1"),
        (" trong tháng 9", "2025-09"),
        (" so với năm 2024", None),
        (" so với dự toán và bằng 103% so với năm 2023", None),
    ],
)
def test_period_behind(words: str, expected: str | None) -> None:
    assert period_behind(words, "2025-05-20") == expected
