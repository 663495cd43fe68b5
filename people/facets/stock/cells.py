"""The values of a facet over all rows, as small integers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]  # places of rows in the stock
Mask = NDArray[np.bool_]  # for each row of the stock, whether it is meant
Counts = NDArray[np.intp]  # for each value of cells, how many rows have it


class Cells:
    """Pairs of a row and a value, by rows; a row has one, none or several. `values` holds each value once."""

    def __init__(self, rows: Places, codes: NDArray[np.int32], values: list[Any], number: int) -> None:
        self.codes, self.values = codes, values
        # Where the pairs of each row begin, and behind them where those of the last one end.
        self._starts = np.searchsorted(rows, np.arange(number + 1)).astype(np.int32)
        self._is_one_each = len(rows) == number and bool((rows == np.arange(number)).all())

    @property
    def rows(self) -> Places:
        """The row of each pair."""
        return np.repeat(np.arange(len(self._starts) - 1, dtype=np.int32), np.diff(self._starts))

    def count(self, chosen: Mask) -> Counts:
        """How many of the chosen rows have each value. Of most rows, the few that are not chosen are counted."""
        number = int(np.count_nonzero(chosen))
        if number == len(chosen):
            return self._all
        return self._all - self._of_few(~chosen) if number * 2 > len(chosen) else self._of_few(chosen)

    def counter(self, chosen: Mask) -> Counter[Any]:
        """The same by values, of those that occur."""
        counted = self.count(chosen)
        return Counter({self.values[code]: int(counted[code]) for code in np.flatnonzero(counted)})

    @cached_property
    def _all(self) -> Counts:
        return np.bincount(self.codes, minlength=len(self.values))

    def _of_few(self, chosen: Mask) -> Counts:
        if self._is_one_each:
            return np.bincount(self.codes[chosen], minlength=len(self.values))
        rows = np.flatnonzero(chosen)
        starts = self._starts[rows]
        lengths = self._starts[rows + 1] - starts
        ends = np.cumsum(lengths, dtype=np.int32)
        pairs = np.repeat(starts - (ends - lengths), lengths)
        pairs += np.arange(len(pairs), dtype=np.int32)
        return np.bincount(self.codes[pairs], minlength=len(self.values))

    def having(self, values: Iterable[Any]) -> Mask:
        """The rows that have one of the values."""
        wanted = np.zeros(len(self.values), np.bool_)
        wanted[[self.code_of[value] for value in values if value in self.code_of]] = True
        if self._is_one_each:
            return wanted[self.codes]
        found = np.flatnonzero(wanted[self.codes])
        chosen = np.zeros(len(self._starts) - 1, np.bool_)
        chosen[np.searchsorted(self._starts, found, side="right") - 1] = True
        return chosen

    @cached_property
    def code_of(self) -> dict[Any, int]:
        """The place of each value in `values`."""
        return {value: code for code, value in enumerate(self.values)}

    @cached_property
    def ranks(self) -> NDArray[np.int64]:
        """For each value its place in the order of all values."""
        ranks = np.empty(len(self.values), np.int64)
        ranks[sorted(range(len(self.values)), key=self.values.__getitem__)] = np.arange(len(self.values))
        return ranks


def read_pairs(
    pairs: Iterable[tuple[int, Any]], keys: NDArray[np.int64], name: Callable[[Any], Hashable | None] = lambda v: v
) -> Cells:
    """The cells of (key of a row, stored value); rows that are not in the stock are left out.

    `name` gives the value that a stored one counts for, None for one that is not counted; a row that has a value twice
    has it once. `keys` are those of the stock's rows, in ascending order.
    """
    stored: dict[Any, int] = {}
    read = chain.from_iterable((key, stored.setdefault(value, len(stored))) for key, value in pairs)
    table = np.fromiter(read, np.int64).reshape(-1, 2)
    places, known = places_of(table[:, 0], keys)
    code_of, values = coded(stored, name)
    found = code_of[table[known, 1]] if len(stored) else np.empty(0, np.int32)
    counted = found >= 0
    count = max(len(values), 1)
    once = np.unique(places[counted].astype(np.int64) * count + found[counted])
    return Cells((once // count).astype(np.int32), (once % count).astype(np.int32), values, len(keys))


def coded(stored: Iterable[Any], name: Callable[[Any], Hashable | None]) -> tuple[NDArray[np.int32], list[Any]]:
    """For each stored value the code of what it counts for, -1 where it does not, and what the codes stand for."""
    codes: dict[Any, int] = {}
    found = [-1 if (value := name(one)) is None else codes.setdefault(value, len(codes)) for one in stored]
    return np.array(found, np.int32), list(codes)


def places_of(found: NDArray[np.int64], keys: NDArray[np.int64]) -> tuple[Places, Mask]:
    """Where rows of these keys stand in the stock, and which of them do."""
    if not len(keys):
        return np.empty(0, np.int32), np.zeros(len(found), np.bool_)
    at = np.searchsorted(keys, found)
    known = keys[np.minimum(at, len(keys) - 1)] == found
    return at[known].astype(np.int32), known


def mask_of(found: NDArray[np.int64], keys: NDArray[np.int64]) -> Mask:
    """The rows of these keys."""
    chosen = np.zeros(len(keys), np.bool_)
    chosen[places_of(found, keys)[0]] = True
    return chosen
