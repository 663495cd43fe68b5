"""Measures: which printed units may stand on one axis, and by what each is multiplied to do so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from meetings.extraction.units import base_of, dimension_of
from meetings.models import Target

# Base units that stand for several things: a clinic and a market are both a work, and no sum of them means anything.
_OF_SEVERAL_THINGS = {"enterprise", "item", "project", "unit", "vehicle", "work"}
_MULTIPLIERS = re.compile(r"^(?:(?:triệu|tr|nghìn|ngàn|vạn|tỷ|tỉ)\s+)+", re.IGNORECASE)
_WITHOUT_DIMENSION = "1"
_ALIKE = {"per mille": "percent"}


@dataclass(frozen=True)
class Measure:
    """Units of one scale: `unit` is the one to show it in, `units` all that were printed, `count` their figures."""

    unit: str
    factor: Decimal | None
    units: tuple[str, ...]
    count: int

    @property
    def in_percent(self) -> bool:
        """Whether figures are shares, so that two of them differ by points rather than by a share."""
        return dimension_of(self.unit) in ("percent", "percentage points", "per mille")

    def shown(self, value: Decimal, target: Target) -> Decimal:
        """`value`, which `target` has in its own unit, in the unit of this measure."""
        if target.unit == self.unit or not target.factor or not self.factor:
            return value
        return value * target.factor / self.factor


def family(unit: str) -> Hashable:
    """What is the same for units that may stand on one axis: tỷ đồng and triệu đồng; % and điểm % may not."""
    factor, base = base_of(unit)
    dimension = dimension_of(unit)
    if factor is None or base in _OF_SEVERAL_THINGS:
        return ("things", _MULTIPLIERS.sub("", unit.strip()).casefold(), factor is None and unit)
    if base == _WITHOUT_DIMENSION:
        return ("number", _ALIKE.get(dimension, dimension))
    return ("base", base)


def measures(counts: Iterable[tuple[str, int]]) -> list[Measure]:
    """Printed units with how many figures each has, as measures, that of most figures first."""
    families: dict[Hashable, list[tuple[str, int]]] = defaultdict(list)
    for unit, count in sorted(counts, key=lambda row: (-row[1], row[0])):
        families[family(unit)].append((unit, count))
    found = [
        Measure(rows[0][0], base_of(rows[0][0])[0], tuple(unit for unit, _ in rows), sum(count for _, count in rows))
        for rows in families.values()
    ]
    return sorted(found, key=lambda measure: -measure.count)
