"""Which units may stand on one axis."""

from __future__ import annotations

from decimal import Decimal

import pytest

from meetings.measures import family, measures
from meetings.models import Target


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tỷ đồng", "nghìn tỷ đồng"),
        ("tỷ đồng", "triệu đồng"),
        ("tỷ đồng", "tỉ VND"),
        ("ha", "nghìn ha"),
        ("%", "‰"),
        ("nghìn người", "người"),
        ("trạm y tế", "trạm y tế"),
        ("nghìn con", "con"),
        ("thùng sách", "thùng sách"),  # a unit that the table does not know is like itself alone
    ],
)
def test_units_of_one_scale(one: str, other: str) -> None:
    assert family(one) == family(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tỷ đồng", "tỷ USD"),
        ("tỷ đồng", "%"),
        ("%", "điểm %"),
        ("%", "lần"),
        ("lần", "điểm"),
        ("triệu đồng", "triệu đồng/người/năm"),
        ("trạm y tế", "chợ"),
        ("doanh nghiệp", "hợp tác xã"),
        ("xã", "huyện"),
        ("thùng sách", "bộ sách"),
    ],
)
def test_units_that_measure_different_things(one: str, other: str) -> None:
    assert family(one) != family(other)


def test_the_unit_of_most_figures_is_that_of_the_axis() -> None:
    found = measures([("nghìn tỷ đồng", 2), ("%", 3), ("tỷ đồng", 5)])
    assert [(m.unit, m.units, m.count) for m in found] == [
        ("tỷ đồng", ("tỷ đồng", "nghìn tỷ đồng"), 7),
        ("%", ("%",), 3),
    ]
    assert [m.in_percent for m in found] == [False, True]


def test_figures_are_brought_to_the_unit_of_the_axis() -> None:
    (money,) = measures([("tỷ đồng", 2), ("nghìn tỷ đồng", 1)])
    printed = Target(value=Decimal("26.5"), unit="nghìn tỷ đồng")
    printed.derive()
    assert money.shown(printed.value, printed) == 26500
    same = Target(value=Decimal("26.5"), unit="tỷ đồng")
    same.derive()
    assert money.shown(same.value, same) == Decimal("26.5")


def test_an_unknown_unit_is_left_as_it_is() -> None:
    (books,) = measures([("thùng sách", 1)])
    printed = Target(value=Decimal(5), unit="thùng sách")
    printed.derive()
    assert books.shown(printed.value, printed) == 5
