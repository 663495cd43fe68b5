"""Printed units in their base unit."""

from decimal import Decimal

import pytest

from meetings.units import base_of


@pytest.mark.parametrize(
    ("unit", "factor", "base"),
    [
        ("tỷ đồng", Decimal(10) ** 9, "VND"),
        ("Tỷ đồng", Decimal(10) ** 9, "VND"),
        ("nghìn tỷ đồng", Decimal(10) ** 12, "VND"),
        ("%", Decimal("0.01"), "1"),
        ("ha", Decimal(10000), "m2"),
        ("điệu múa", None, ""),
        ("", None, ""),
    ],
)
def test_base_of(unit: str, factor: Decimal | None, base: str) -> None:
    assert base_of(unit) == (factor, base)
