"""The rows that filters keep, in an order, chosen from a stock; a page of them is fetched by its keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from people.facets.stock.cells import Mask, Places
from people.facets.stock.stock import Stock

Prepare = Callable[[list[Any]], None]  # adds to rows what a page shows beside them


class Selection(Sequence[Any]):
    """What Django's Paginator takes: knows its length, and fetches the rows of a slice.

    `order` gives the places of the chosen rows, or at least of so many that come first.
    """

    def __init__(self, stock: Stock, chosen: Mask, order: Callable[[Mask, int], Places]) -> None:
        self.stock, self.chosen, self._order = stock, chosen, order
        self.prepare: Prepare = _as_they_are
        self._count = int(np.count_nonzero(chosen))

    def count(self) -> int:  # type: ignore[override]
        """The number of rows."""
        return self._count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, part: Any) -> Any:
        if not isinstance(part, slice):
            return self[part : part + 1][0]
        most = self._count if part.stop is None or part.stop < 0 else part.stop
        return Part(self.stock.keys[self._order(self.chosen, most)[part]].tolist(), self._fetched)

    def _fetched(self, keys: Collection[int]) -> list[Any]:
        rows = list(self.stock.rows.filter(pk__in=keys).order_by())
        self.prepare(rows)
        return rows


class Part(Sequence[Any]):
    """Some rows by their keys, in order; they are fetched when somebody looks at one."""

    def __init__(self, keys: list[int], fetch: Callable[[Collection[int]], list[Any]]) -> None:
        self.keys, self.fetch = keys, fetch

    @cached_property
    def _rows(self) -> list[Any]:
        found = {row.pk: row for row in self.fetch(self.keys)}
        return [found[key] for key in self.keys if key in found]

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, place: Any) -> Any:
        return self._rows[place]


def _as_they_are(rows: list[Any]) -> None:
    pass
