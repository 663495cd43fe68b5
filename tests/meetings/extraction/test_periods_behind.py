"""The period printed behind a figure."""

from __future__ import annotations

import pytest

from meetings.extraction.periods_behind import period_behind, words_behind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (" kế hoạch vốn năm 2024", "2024"),
        (" làm đường liên xã trong năm 2026", "2026"),
        (" tỉnh giao cho cả năm 2024", "2024"),
        (" năm 2020 lên", "2020"),
        (" cây xanh giai đoạn 2021 - 2025", "2021/2025"),
        (" trong năm nay", "2025"),
        (" năm nay là thách thức", "2025"),
        (" trong quý II", "2025-Q2"),
        (" trong quý I/2026", "2026-Q1"),
        (" trong tháng 9", "2025-09"),
        (" so với năm 2024", None),
        (" so với dự toán và bằng 103% so với năm 2023", None),
    ],
)
def test_period_behind(words: str, expected: str | None) -> None:
    assert period_behind(words, "2025-05-20") == expected


def test_words_behind_end_at_the_next_mark() -> None:
    assert words_behind("lên 62% vào năm 2025; năm 2026", 7) == " vào năm 2025"
    assert words_behind("lên 62%", 7) == ""
