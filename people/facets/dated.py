"""Dates of a list in memory, counted for pictures."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from weakref import WeakKeyDictionary

from people.dated import Dated, Dates
from people.facets.stock.cells import Cells
from people.facets.stocked import StockedFilterSet

# The dates of each list, for as long as it is in memory.
_DATES: WeakKeyDictionary[Cells, Dates] = WeakKeyDictionary()


def dated_in_stock(filters: StockedFilterSet, columns: tuple[str, ...], without: Collection[str]) -> Dated:
    """What all filters but some keep, by its dates: `columns` are those of precision and day, or of days alone."""
    stock: Any = filters.stock
    cells = stock.columns(*columns)
    if cells not in _DATES:
        exact = [value if len(columns) > 1 else ("day", *value) for value in cells.values]
        _DATES[cells] = Dates(exact)
    asked = ("dated", columns, filters.asked(without))
    return Dated(_DATES[cells], stock.answer(asked, lambda: cells.count(filters.kept(without))))
