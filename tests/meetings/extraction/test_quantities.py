"""Numbers and units as printed: what each is read as, and what is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from meetings.extraction.document import Document
from meetings.extraction.quantities import Quantity, find_quantities
from meetings.extraction.spans import Span


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(Document("t", text), Span(0, len(text)))


@pytest.mark.parametrize(
    "text",
    [
        "chính quyền 02 cấp",
        "72/72 phiếu",
        "xếp thứ 13/34 tỉnh, thành",
        "xếp hạng 5/34 xã",
        "sáng 27/3",
        "dịch COVID-19 người dân",
        "nhiệm kỳ 2021-2026",
        "từ lớp 1 đến lớp 12",
        "1,5 ngày",
        "8,971.238 tỷ đồng",
        "tăng trưởng 2 con số",
        "411/327 xã",
        "5 điểm nghẽn",
        "3 xã hội",
    ],
)
def test_is_no_figure(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("26.000 tỷ đồng", "26000", "tỷ đồng"),
        ("26.000\u00a0tỷ\u00a0đồng", "26000", "tỷ đồng"),
        ("1.573,1 tỷ đồng", "1573.1", "tỷ đồng"),
        ("8.971,238 tỉ đồng", "8971.238", "tỉ đồng"),
        ("120 tỷ", "120", "tỷ đồng"),
        ("1,2 nghìn tỷ đồng", "1.2", "nghìn tỷ đồng"),
        ("525 triệu USD", "525", "triệu USD"),
        ("47,073 triệu đồng/người/năm", "47.073", "triệu đồng/người/năm"),
        ("47.073 triệu đồng/người/năm", "47.073", "triệu đồng/người/năm"),
        ("85,50%", "85.50", "%"),
        ("7.5%", "7.5", "%"),
        ("12.345%", "12.345", "%"),
        ("8%/năm", "8", "%"),
        ("95 phần trăm", "95", "%"),
        ("2,6 điểm %", "2.6", "điểm %"),
        ("34.442ha", "34442", "ha"),
        ("67,8tạ/ha", "67.8", "tạ/ha"),
        ("90,1km mặt bằng", "90.1", "km"),
        ("2,87 triệu lượt khách du lịch", "2.87", "triệu lượt khách"),
        ("30,5 giường bệnh/vạn dân", "30.5", "giường bệnh/vạn dân"),
        ("05 xã đạt chuẩn", "5", "xã"),
    ],
)
def test_reads_number_and_unit(text: str, value: str, unit: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.printed_unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8 - 8,5%", "8", "8.5"),
        ("7,5-8%", "7.5", "8"),
        ("8 – 10%", "8", "10"),
        ("từ 8% đến 8,5%", "8", "8.5"),
        ("56.000 - 61.000 tỷ đồng", "56000", "61000"),
        ("từ 80 triệu đồng đến 85 triệu đồng", "80", "85"),
    ],
)
def test_reads_ranges(text: str, low: str, high: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.value_high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "value", "total"),
    [
        ("327/411 xã", "327", "411"),
        ("88,6/90,1km", "88.6", "90.1"),
        ("45.799/36.875 tỷ đồng", "45799", "36875"),
    ],
)
def test_reads_parts_of_a_total(text: str, value: str, total: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.value, quantity.of_total) == (Decimal(value), Decimal(total))


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("đạt 9%", "="),
        ("đạt trên 9%", ">"),
        ("đạt hơn 18%", ">"),
        ("thu ngân sách vượt 1.950 tỷ đồng", ">"),
        ("từ 10% trở lên", ">="),
        ("giảm ít nhất 4%", ">="),
        ("tối thiểu 45%", ">="),
        ("không dưới 4.600 tỷ đồng", ">="),
        ("dưới 3%", "<"),
        ("chưa đạt 40%", "<"),
        ("không quá 3%", "<="),
        ("tối đa 5%", "<="),
        ("từ 2% trở xuống", "<="),
        ("đạt khoảng 62%", "~"),
        ("đạt gần 2,3 tỷ USD", "~"),
        ("xấp xỉ 80%", "~"),
        ("trên dưới 5%", "~"),
        ("cao hơn 2%", "="),
        ("trên địa bàn đạt 812 tỷ đồng", "="),
    ],
)
def test_reads_comparators(text: str, comparator: str) -> None:
    (quantity,) = quantities(text)
    assert quantity.comparator == comparator


def test_the_span_holds_the_bounding_words() -> None:
    text = "thu đạt trên 26.000 tỷ đồng, từ 10% trở lên"
    assert [quantity.span.of(text) for quantity in quantities(text)] == ["trên 26.000 tỷ đồng", "10% trở lên"]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("thu đạt từ 70% kế hoạch trở lên", ">="),
        ("thu đạt từ 70% trở lên", ">="),
        ("thu đạt 70% kế hoạch, xã từ loại khá trở lên", "="),
    ],
)
def test_the_thing_measured_may_stand_inside_the_bound(text: str, comparator: str) -> None:
    assert [quantity.comparator for quantity in quantities(text)] == [comparator]
