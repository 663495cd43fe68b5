"""How many rows have each value of a facet: told by SQL, or counted in memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import numpy as np

from people.facets.stock.cells import Cells, Counts


class Tally(Protocol):
    """Counts by value, as it stands in an address; its length is the number of values that occur."""

    def __len__(self) -> int: ...

    def __getitem__(self, value: str) -> int: ...

    def first(self, most: int) -> list[str]:
        """At most so many values that occur, the most frequent first, those alike in the order of their letters."""
        ...


class ToldTally:
    """Counts that are all there."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = {value: rows for value, rows in counts.items() if rows}

    def __len__(self) -> int:
        return len(self._counts)

    def __getitem__(self, value: str) -> int:
        return self._counts.get(value, 0)

    def first(self, most: int) -> list[str]:
        """See `Tally`."""
        return sorted(self._counts, key=lambda value: (-self._counts[value], value))[:most]


class CountedTally:
    """Counts of cells: of thousands of values only those are looked at that are asked for."""

    def __init__(self, cells: Cells, counts: Counts) -> None:
        self._cells, self._counts = cells, counts

    def __len__(self) -> int:
        return int(np.count_nonzero(self._counts))

    def __getitem__(self, value: str) -> int:
        code = self._cells.code_of.get(value)
        return 0 if code is None else int(self._counts[code])

    def first(self, most: int) -> list[str]:
        """See `Tally`."""
        number = len(self._counts)
        most = min(most, len(self))
        if most <= 0:
            return []
        score = self._counts.astype(np.int64) * number + (number - 1 - self._cells.ranks)
        best = np.argpartition(score, number - most)[number - most :]
        return [self._cells.values[code] for code in best[np.argsort(-score[best])]]
