"""Units brought to a base unit, so that 26.000 tỷ đồng and 26 nghìn tỷ đồng compare."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from meetings.extraction.lexicon import table, variants
from meetings.extraction.spans import matchable


def base_of(unit: str) -> tuple[Decimal | None, str]:
    """Factor and base unit of a printed unit: `base_of("tỷ đồng")` gives 10⁹ and "VND"; (None, "") if unknown."""
    return _units().get(matchable(unit).casefold(), (None, ""))


@cache
def _units() -> dict[str, tuple[Decimal | None, str]]:
    known: dict[str, tuple[Decimal | None, str]] = {}
    for row in table("units"):
        factor = Decimal(row["factor"]) if row["factor"] else None
        for name in (row["unit"], *variants(row["variants"])):
            known.setdefault(
                matchable(name).casefold(), (factor, row["base_unit"]) if factor is not None else (None, "")
            )
    return known
