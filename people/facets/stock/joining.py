"""What was read of a list before, and of the few of its rows that have changed since: put together."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from people.facets.stock.cells import Cells, Places

PROBES = 2_000  # rows that are sorted at once among those that are looked for
PROBES_OF_ONE = 32
Sort = Callable[[list[int]], NDArray[np.int64]]  # puts keys in order; leaves out those that are none of the list


class OutOfStep(Exception):
    """A row that should be there is none of the list: what was read before is not what was noted."""


class Joint:
    """Makes places of rows `before`, but for the `touched` ones, and of the `few` that were read to places of all rows.

    All three are keys in ascending order, the few are some of the touched ones.
    """

    def __init__(self, before: NDArray[np.int64], few: NDArray[np.int64], touched: NDArray[np.int64]) -> None:
        self._left = ~np.isin(before, touched, assume_unique=True)
        left = before[self._left]
        self.keys = np.sort(np.concatenate([left, few]))
        self._is_as_before = len(few) == 0 and len(left) == len(before)
        self._to = np.full(len(before), -1, np.int32)
        self._to[self._left] = np.searchsorted(self.keys, left)
        self._few_to = np.searchsorted(self.keys, few).astype(np.int32)
        self._few = few

    def rows(self, before: NDArray[Any], few: NDArray[Any]) -> NDArray[Any]:
        """What each row has: a flag or a number."""
        if self._is_as_before:
            return before
        joined = np.empty(len(self.keys), before.dtype)
        joined[self._to[self._left]] = before[self._left]
        joined[self._few_to] = few
        return joined

    def cells(self, before: Cells, few: Cells) -> Cells:
        """The values that each row has."""
        if self._is_as_before:
            return before
        new = [value for value in few.values if value not in before.code_of]
        values = [*before.values, *new] if new else before.values
        code_of = before.code_of | {value: len(before.values) + place for place, value in enumerate(new)}
        codes_of_few = np.array([code_of[value] for value in few.values], np.int32)
        places = self._to[before.rows]
        stays = places >= 0
        rows = np.concatenate([places[stays], self._few_to[few.rows]])
        codes = np.concatenate([before.codes[stays], codes_of_few[few.codes]])
        by_row = np.argsort(rows, kind="stable")
        joined = Cells(rows[by_row], codes[by_row], values, len(self.keys))
        if not new:
            joined.code_of = before.code_of
            if "ranks" in vars(before):
                joined.ranks = before.ranks
        return joined

    def order(self, before: Places, sort: Sort) -> Places:
        """The places of all rows in order: each of the few is put where `sort` has it among some of the others."""
        if self._is_as_before:
            return before
        places = self._to[before]
        left = self.keys[places[places >= 0]]
        return np.searchsorted(self.keys, inserted(left, self._few.tolist(), sort)).astype(np.int32)


def inserted(ordered: NDArray[np.int64], keys: Collection[int], sort: Sort) -> NDArray[np.int64]:
    """The `ordered` keys with others where they belong. Raises `OutOfStep`."""
    low, high = dict.fromkeys(keys, 0), dict.fromkeys(keys, len(ordered))
    while unknown := {(low[key], high[key]) for key in keys if low[key] < high[key]}:
        each = max(1, min(PROBES_OF_ONE, PROBES // len(unknown)))
        places = sorted({place for ends in unknown for place in _between(*ends, each)})
        probes = dict(zip(ordered[places].tolist(), places, strict=True))
        in_order = _sorted([*keys, *probes], sort)
        behind, before = -1, len(ordered)
        for key in in_order:
            behind = probes.get(key, behind)
            if key in low:
                low[key] = max(low[key], behind + 1)
        for key in reversed(in_order):
            before = probes.get(key, before)
            if key in high:
                high[key] = min(high[key], before)
    in_order = _sorted([*keys], sort)
    return np.insert(ordered, [low[key] for key in in_order], in_order)


def _between(low: int, high: int, number: int) -> list[int]:
    """At most so many places from `low` on and below `high`, evenly spread."""
    spread: list[int] = np.linspace(low, high, min(number, high - low) + 2)[1:-1].astype(int).tolist()
    return spread


def _sorted(keys: list[int], sort: Sort) -> list[int]:
    in_order: list[int] = sort(keys).tolist()
    if len(in_order) != len(keys):
        raise OutOfStep
    return in_order
