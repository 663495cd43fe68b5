"""Who is with whom: a triangle of squares that are the greater the more often two come together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from charts.calendar import levels

CELL = 36  # px, of the ground of a pair
SIDES = (22, 27, 32, 36)  # px, of its square by level; the least has room for two digits

_Key = TypeVar("_Key")


@dataclass(frozen=True)
class Pair(Generic[_Key]):
    """Two that come together `count` times, drawn as a square of `side` px in the middle of its ground."""

    row: _Key
    column: _Key
    count: int
    level: int
    side: int

    @property
    def inset(self) -> float:
        """How far the square lies inside its ground, in px."""
        return (CELL - self.side) / 2


@dataclass(frozen=True)
class Row(Generic[_Key]):
    """One of those compared, with its pairs with those above it; `rest` columns of the head have none in this row."""

    number: int
    key: _Key
    pairs: tuple[Pair[_Key], ...]
    rest: int


@dataclass(frozen=True)
class Matrix(Generic[_Key]):
    """The rows from above; row n has n - 1 pairs. `highest` is the greatest count."""

    rows: tuple[Row[_Key], ...]
    highest: int
    cell: int = CELL


def matrix(keys: Sequence[_Key], counts: Mapping[frozenset[_Key], int]) -> Matrix[_Key]:
    """The pairs of `keys`, which are all different, in their order; a pair that `counts` lacks never came together."""
    highest = max((counts.get(frozenset((a, b)), 0) for a in keys for b in keys if a != b), default=0)
    steps = levels(highest) if highest else ()
    sides = SIDES[-len(steps) :] if steps else ()
    lows = [step.low for step in steps]

    def pair(row: _Key, column: _Key) -> Pair[_Key]:
        count = counts.get(frozenset((row, column)), 0)
        level = bisect_right(lows, count) if count else 0
        return Pair(row, column, count, level, sides[level - 1] if level else 0)

    columns = len(keys) - 1
    rows = (Row(n + 1, key, tuple(pair(key, above) for above in keys[:n]), columns - n) for n, key in enumerate(keys))
    return Matrix(tuple(rows), highest)
