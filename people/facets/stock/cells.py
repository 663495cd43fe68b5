"""The values of a facet over all rows, as small integers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]  # places of rows in the stock
Mask = NDArray[np.bool_]  # for each row of the stock, whether it is meant


class Cells:
    """Pairs of a row and a value; a row has one, none or several. `values` holds each value once."""

    def __init__(self, rows: Places, codes: NDArray[np.int32], values: list[Any], *, aligned: bool) -> None:
        self.rows, self.codes, self.values = rows, codes, values
        self._aligned = aligned  # pair by pair with the rows of the stock
        self._all: NDArray[np.intp] | None = None

    def count(self, chosen: Mask) -> Counter[Any]:
        """How many of the chosen rows have each value that occurs."""
        if chosen.all():
            if self._all is None:
                self._all = np.bincount(self.codes, minlength=len(self.values))
            counted = self._all
        else:
            met = self.codes[chosen] if self._aligned else self.codes[chosen[self.rows]]
            counted = np.bincount(met, minlength=len(self.values))
        return Counter({self.values[code]: int(counted[code]) for code in np.flatnonzero(counted)})


def read_pairs(pairs: Iterable[tuple[int, Any]], keys: NDArray[np.int64]) -> Cells:
    """The cells of (key of a row, value); rows that are not in the stock are left out, what is told twice counts once.

    `keys` are those of the stock's rows, in ascending order.
    """
    codes: dict[Any, int] = {}
    coded = chain.from_iterable((key, codes.setdefault(value, len(codes))) for key, value in pairs)
    table = np.fromiter(coded, np.int64).reshape(-1, 2)
    places, known = places_of(table[:, 0], keys)
    codes_known = table[known, 1]
    count = max(len(codes), 1)
    once = np.unique(places.astype(np.int64) * count + codes_known)
    rows, found = (once // count).astype(np.int32), (once % count).astype(np.int32)
    aligned = len(rows) == len(keys) and bool((rows == np.arange(len(keys))).all())
    return Cells(rows, found, list(codes), aligned=aligned)


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
