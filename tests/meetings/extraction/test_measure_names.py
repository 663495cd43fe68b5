"""Names of measures among the words before a figure: what leads in, and the verb after, are left out."""

from __future__ import annotations

import pytest

from meetings.extraction.measure_names import name_of_measure


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("phấn đấu thu ngân sách cả năm đạt trên ", "thu ngân sách"),
        ("Theo đó, tổng thu ngân sách ước đạt ", "tổng thu ngân sách"),
        ("toàn tỉnh giải ngân ", "giải ngân"),
        ("tốc độ tăng trưởng GRDP 6 tháng đầu năm đạt ", "tốc độ tăng trưởng GRDP"),
        ("Tổng sản phẩm trên địa bàn (GRDP) 9 tháng tăng ", "Tổng sản phẩm trên địa bàn (GRDP)"),
        ("đến năm 2030 đạt ", ""),
        ("bằng ", ""),
        ("tăng trưởng ", "tăng trưởng"),
        ("bình quân 6 tháng tăng ", ""),
        ("đã bàn giao ", "bàn giao"),
        ("xây nông thôn mới năm nay đạt ", "xây nông thôn mới"),
        ("vốn đầu tư công theo chỉ tiêu Trung ương giao là ", "vốn đầu tư công"),
        ("GRDP tăng so với kế hoạch năm 2025 đề ra, ", "GRDP"),
        ("(BBT) - Thu nội địa ", "Thu nội địa"),
    ],
)
def test_name_of_measure(words: str, name: str) -> None:
    assert name_of_measure(words) == name


def test_words_that_only_lead_to_a_figure_are_read_in_a_line() -> None:
    assert name_of_measure("xuất khẩu " + "đạt được " * 20_000) == "xuất khẩu"
