"""Units by the table of that name: how each may be printed, and what it is in its base unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from meetings.extraction.lexicon import table, variants
from meetings.extraction.records import dataclass
from meetings.extraction.spans import matchable

# Two spellings of one word, whichever the table has.
_ALIKE = (("tỷ", "tỉ"), ("nghìn", "ngàn"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of the table units.

    `factor` brings a value to `base_unit`: 10⁹ and VND for tỷ đồng. `reading` says when a figure in the unit is an
    indicator (see `indicators`), `ceiling` up to which value a point before three digits divides thousands.
    """

    name: str
    dimension: str
    reading: str
    ceiling: Decimal | None
    factor: Decimal | None
    base_unit: str


@cache
def printed_units() -> dict[str, tuple[Unit, str]]:
    """By each printed form, as it is matched, its unit and the form that is shown: "120 tỷ" are shown as tỷ đồng."""
    known: dict[str, tuple[Unit, str]] = {}
    rows = [(row, _unit(row)) for row in table("units")]
    for row, unit in rows:
        for name in (row["unit"], *variants(row["variants"])):
            known.setdefault(matchable(name), (unit, name))
        for name in variants(row["shortened"]):
            known.setdefault(matchable(name), (unit, row["unit"]))
    for form, (unit, shown) in list(known.items()):
        for otherwise, same in zip(_otherwise(form), _otherwise(shown), strict=True):
            known.setdefault(otherwise, (unit, same))
    return known


def _unit(row: dict[str, str]) -> Unit:
    ceiling, factor = (Decimal(row[name]) if row[name] else None for name in ("ceiling", "factor"))
    return Unit(row["unit"], row["dimension"], row["reading"], ceiling, factor, row["base_unit"])


def _otherwise(form: str) -> Iterator[str]:
    """`form` with "tỉ" for "tỷ" and "ngàn" for "nghìn" or the reverse, in four ways."""
    for billion in _ALIKE[0]:
        for thousand in _ALIKE[1]:
            words = [billion if w in _ALIKE[0] else thousand if w in _ALIKE[1] else w for w in form.split(" ")]
            yield " ".join(words)


def base_of(printed: str) -> tuple[Decimal | None, str]:
    """Factor and base unit of a printed unit: 10⁹ and VND of "tỷ đồng" and "tỉ đồng"; (None, "") if none is known."""
    known = _in_small_letters().get(matchable(printed).casefold())
    return (known.factor, known.base_unit) if known and known.factor is not None else (None, "")


def dimension_of(printed: str) -> str:
    """What a printed unit measures, by the table: "money" of "tỷ đồng"; "" if the unit is not known."""
    known = _in_small_letters().get(matchable(printed).casefold())
    return known.dimension if known else ""


@cache
def _in_small_letters() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for form, (unit, _) in printed_units().items():
        found.setdefault(form.casefold(), unit)
    return found
