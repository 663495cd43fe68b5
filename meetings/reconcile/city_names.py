"""Bodies of a city under the central government, which has them under other names than a province."""

from __future__ import annotations

import re

from people.models import Province

# As a province has them, and as a city.
_NAMES = (("tỉnh", "thành phố"), ("Tỉnh ủy", "Thành ủy"), ("Tỉnh đoàn", "Thành đoàn"))


def of_city(name: str) -> str:
    """The name of a provincial body as a city has it: UBND thành phố, Thành ủy."""
    for of_province, city in _NAMES:
        name = re.sub(rf"\b{of_province}(?=\s|\Z)", city, name)
    return name


def of_province(name: str) -> str:
    """The name of a city's body as a province has it, and as the tables do: UBND tỉnh, Tỉnh ủy."""
    for province, city in _NAMES:
        name = re.sub(rf"\b{city}(?=\s|\Z)", province, name)
    return name


def in_province(name: str, province: Province | None) -> str:
    """A body's name of the tables as it is in that province or city; national ones have none and keep theirs."""
    return of_city(name) if is_city(province) else name


def is_city(province: Province | None) -> bool:
    """Whether it is a city under the central government."""
    return province is not None and province.kind == Province.Kind.CITY
