"""The rows that filters keep, in an order, chosen from a stock; a page of them is fetched by its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from people.facets.stock.cells import Mask, Places
from people.facets.stock.stock import Stock


class Selection(Sequence[Any]):
    """What Django's Paginator takes: knows its length, and fetches the rows of a slice."""

    def __init__(self, stock: Stock, chosen: Mask, order: Places) -> None:
        self.stock, self.chosen, self._order = stock, chosen, order
        self._count = int(np.count_nonzero(chosen))

    def count(self) -> int:  # type: ignore[override]
        """The number of rows."""
        return self._count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, part: Any) -> Any:
        if not isinstance(part, slice):
            return self[part : part + 1][0]
        return self._fetched(self.stock.keys[self._ordered()[part]].tolist())

    def _ordered(self) -> Places:
        if self._count == len(self.stock):
            return self._order
        return self._order[self.chosen[self._order]]

    def _fetched(self, keys: list[int]) -> list[Any]:
        found = {row.pk: row for row in self.stock.rows.filter(pk__in=keys).order_by()}
        return [found[key] for key in keys if key in found]


def best_first(order: Places, flags: Sequence[Any]) -> Places:
    """The order, but first by numbers that rows have in the arrays `flags`, the first of which decides most."""
    if not flags:
        return order
    ranks = np.empty(len(order), np.int32)
    ranks[order] = np.arange(len(order), dtype=np.int32)
    return np.lexsort((ranks, *reversed(flags))).astype(np.int32)
