"""Units: every printed form comes to its base unit, so that figures of one series compare."""

from __future__ import annotations

from decimal import Decimal

import pytest

from meetings.extraction.document import Document
from meetings.extraction.lexicon import table
from meetings.extraction.quantities import find_quantities
from meetings.extraction.spans import Span
from meetings.extraction.units import base_of, dimension_of, printed_units

BILLION = Decimal(10) ** 9


def in_base(text: str) -> tuple[Decimal, str]:
    (quantity,) = find_quantities(Document("t", text), Span(0, len(text)))
    factor, base = base_of(quantity.printed_unit)
    assert factor is not None
    return quantity.value * factor, base


@pytest.mark.parametrize(
    ("unit", "factor", "base"),
    [
        ("tỷ đồng", BILLION, "VND"),
        ("Tỷ đồng", BILLION, "VND"),
        ("tỉ đồng", BILLION, "VND"),
        ("ngàn tỉ đồng", 1000 * BILLION, "VND"),
        ("%", Decimal("0.01"), "1"),
        ("ha", Decimal(10000), "m2"),
        ("điệu múa", None, ""),
        ("", None, ""),
    ],
)
def test_base_of(unit: str, factor: Decimal | None, base: str) -> None:
    assert base_of(unit) == (factor, base)


@pytest.mark.parametrize(
    "alike",
    [
        ("26.000 tỷ đồng", "26 nghìn tỷ đồng", "26 ngàn tỉ đồng", "26.000 tỉ", "26 nghìn tỷ", "26.000.000 triệu đồng",
         "26.000.000 tr.đ", "26.000 tỷ VNĐ"),
        ("525 triệu USD", "0,525 tỷ USD", "525 triệu đô la Mỹ", "525 triệu đôla", "525.000 nghìn USD", "525.000 ngàn USD"),
        ("60 triệu đồng/người/năm", "60 triệu đồng/người", "60 triệu/người/năm", "5 triệu đồng/người/tháng"),
        ("8%", "8 phần trăm", "8%/năm"),
        ("2,5 điểm %", "2,5 điểm phần trăm"),
        ("45.000 ha", "45 nghìn ha", "45 ngàn ha", "45.000 héc-ta", "4,5 vạn ha", "45.000 hecta"),
        ("1,2 triệu m3", "1,2 triệu mét khối", "1.200.000 m3", "1.200 nghìn m3"),
        ("900.000 tấn", "900 nghìn tấn", "0,9 triệu tấn", "90 vạn tấn", "9.000.000 tạ"),
        ("6,1 tấn/ha", "61 tạ/ha"),
        ("2.870.000 lượt khách", "2,87 triệu lượt khách", "2,87 triệu lượt", "2,87 triệu khách",
         "2.870.000 du khách", "2,87 triệu lượt người"),
        ("2,4 tỷ kWh", "2.400 triệu kWh", "2.400 GWh", "2.400.000 MWh", "2,4 tỉ kWh"),
        ("1.200 MW", "1,2 GW"),
        ("20.000 lao động", "20 nghìn lao động", "20.000 việc làm mới"),
        ("9.500.000 con", "9,5 triệu con", "950 vạn con"),
    ],
    ids=lambda alike: alike[0],
)  # fmt: skip
def test_forms_of_one_amount_compare(alike: tuple[str, ...]) -> None:
    assert {in_base(text) for text in alike} == {in_base(alike[0])}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("120 tỷ đồng", "120 tỷ USD"),
        ("8%", "8 điểm %"),
        ("120 MW", "120 MVA"),
        ("12 xã", "12 huyện"),
        ("5 tấn", "5 ha"),
    ],
)
def test_amounts_that_do_not_compare(one: str, other: str) -> None:
    assert in_base(one) != in_base(other) or printed(one) != printed(other)


def printed(text: str) -> str:
    return find_quantities(Document("t", text), Span(0, len(text)))[0].unit.dimension


@pytest.mark.parametrize("row", table("units"), ids=lambda row: row["unit"])
def test_each_unit_is_read_in_the_phrase_it_was_met_in(row: dict[str, str]) -> None:
    text = row["met_in"]
    assert row["unit"] in {quantity.unit.name for quantity in find_quantities(Document("t", text), Span(0, len(text)))}


def test_what_is_shown_of_a_shortened_unit() -> None:
    assert [printed_units()[form][1] for form in ("tỷ", "tỉ", "ngàn tỉ")] == ["tỷ đồng", "tỉ đồng", "ngàn tỉ đồng"]


@pytest.mark.parametrize(
    ("unit", "dimension"), [("tỷ đồng", "money"), ("Tỉ VND", "money"), ("điểm %", "percentage points"), ("thùng", "")]
)
def test_what_a_unit_measures(unit: str, dimension: str) -> None:
    assert dimension_of(unit) == dimension
