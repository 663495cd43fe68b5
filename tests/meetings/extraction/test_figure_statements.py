"""What a figure says of its measure, by the words before and after it."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document
from meetings.extraction.figure_statements import statement
from meetings.extraction.quantities import find_quantities
from meetings.extraction.spans import Span


@pytest.mark.parametrize(
    ("lead", "figure", "tail", "measure", "expected"),
    [
        ("thu ngân sách đạt ", "812 tỷ đồng", "", "thu ngân sách", ("thu ngân sách", "thu ngân sách", "=")),
        ("tăng ", "3%", " so với cùng kỳ", "thu nội địa", ("thu nội địa (tăng)", "thu nội địa (tăng)", "=")),
        ("cao hơn cùng kỳ ", "5%", "", "thu nội địa", ("thu nội địa (cao hơn)", "thu nội địa (cao hơn)", "=")),
        ("bằng ", "44%", " dự toán", "thu nội địa", ("thu nội địa so với dự toán", "thu nội địa so với kế hoạch", "=")),
        ("vượt ", "24%", " dự toán", "thu nội địa", ("thu nội địa vượt dự toán", "thu nội địa vượt kế hoạch", ">")),
        ("giảm còn ", "4%", "", "tỷ lệ hộ nghèo", ("tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo", "=")),
        ("từ ", "1%", "", "giảm tỷ lệ hộ nghèo", ("tỷ lệ hộ nghèo (giảm)", "tỷ lệ hộ nghèo (giảm)", "=")),
        ("GRDP ước tăng ", "7%", "", "GRDP", ("GRDP (tăng)", "tăng trưởng GRDP", "~")),
        ("tăng ", "1,3 lần", "", "số thuê bao", ("số thuê bao (tăng)", "số thuê bao (tăng)", "=")),
        ("tăng thêm ", "500 ha", "", "diện tích chè", ("diện tích chè", "diện tích chè", "=")),
        ("bằng ", "44%", " dự toán", "", ("", "", "=")),
    ],
)
def test_statement(lead: str, figure: str, tail: str, measure: str, expected: tuple[str, str, str]) -> None:
    text = lead + figure
    (quantity,) = find_quantities(Document("t", text), Span(0, len(text)))
    said = statement(quantity, lead, tail, measure)
    assert (said.metric, said.canonical, said.comparator) == expected
