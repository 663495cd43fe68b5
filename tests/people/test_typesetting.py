"""Where a line must not break."""

import re

import pytest

from people.templatetags.typeset import person
from people.typesetting import LONGEST, kept, unbroken


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("không dưới 4.600 tỷ đồng.", ["4.600 tỷ đồng"]),
        ("1,7 triệu tấn; đạt 34,9 % và 81,7%", ["1,7 triệu tấn", "34,9 %"]),
        ("43 mã số vùng trồng", ["43 mã"]),
        ("chậm nhất ngày 31-1-2026, 30/6", ["ngày 31-1-2026"]),
        ("ngày 31 tháng 3 năm 2026 và tháng 10 năm 2025", ["ngày 31 tháng 3 năm 2026", "tháng 10 năm 2025"]),
        ("trong quý III/2023, Quý II, khóa XX", ["quý III/2023", "Quý II", "khóa XX"]),
        ("Nghị quyết số 57-NQ/TW, Nghị định 179/2025/NĐ-CP", ["số 57-NQ/TW", "179/2025/NĐ-CP"]),
        ("giai đoạn 2021-2025 năm 2026", ["2021-2025", "năm 2026"]),
        ("Ban Kinh tế - Ngân sách, 26.000, xã hội", []),
        ("12 nghiêngngảnghiêng", []),
    ],
)
def test_what_is_kept_on_one_line(text: str, together: list[str]) -> None:
    shown = unbroken(text)
    assert re.findall(r'<span class="nowrap">(.*?)</span>', shown) == together
    assert re.sub(r"</?span[^>]*>", "", shown) == text


def test_a_text_is_escaped() -> None:
    assert unbroken("<b>5 & 6-7</b>") == '&lt;b&gt;5 &amp; <span class="nowrap">6-7</span>&lt;/b&gt;'


def test_what_would_not_fit_may_break() -> None:
    assert kept("a b") == '<span class="nowrap">a b</span>'
    assert kept("Nghiêng " * LONGEST) == "Nghiêng " * LONGEST
    assert kept("<i>") == "&lt;i&gt;"


def test_a_name_stays_on_one_line() -> None:
    assert person("Vừ Thị Muối") == '<span class="nowrap">Vừ Thị Muối</span>'
