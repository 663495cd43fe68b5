"""Bodies of provinces and of cities under the central government."""

from __future__ import annotations

import pytest

from meetings.reconcile.city_names import in_province, is_city, of_city, of_province
from people.models import Province


@pytest.mark.parametrize(
    ("province", "city"),
    [
        ("UBND tỉnh", "UBND thành phố"),
        ("Ban Tổ chức Tỉnh ủy", "Ban Tổ chức Thành ủy"),
        ("Tỉnh đoàn", "Thành đoàn"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_names_there_and_back(province: str, city: str) -> None:
    assert of_city(province) == city
    assert of_province(city) == province


@pytest.mark.parametrize(
    ("kind", "name"), [(Province.Kind.CITY, "UBND thành phố"), (Province.Kind.PROVINCE, "UBND tỉnh")]
)
def test_in_province(kind: str, name: str) -> None:
    assert in_province("UBND tỉnh", Province(kind=kind)) == name


def test_national_bodies_keep_their_names() -> None:
    assert in_province("Bộ Y tế", None) == "Bộ Y tế"
    assert not is_city(None)
