"""Numbers of two, category by category, as bars that face each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Pair:
    """What the left and the right one have of a category; `value` is its name in addresses.

    The shares are lengths of bars in percent of the longest of all; what is there at all is long enough to be seen.
    """

    label: str
    left: int
    right: int
    value: str = ""
    record: Any = None
    longest: int = 1

    @property
    def left_share(self) -> str:
        """The length of the left one's bar."""
        return f"{_share(self.left, self.longest)}%"

    @property
    def right_share(self) -> str:
        """The length of the right one's bar."""
        return f"{_share(self.right, self.longest)}%"

    @property
    def left_begin(self) -> str:
        """Where the left one's bar begins, which ends at the middle."""
        return f"{round(100 - _share(self.left, self.longest), 1)}%"


def pairs(rows: Iterable[tuple[str, int, int, str] | tuple[str, int, int, str, Any]]) -> list[Pair]:
    """Pairs on one scale, from (label, left, right, value) and a record; those that have nothing are left out."""
    kept = [row for row in rows if row[1] or row[2]]
    longest = max((max(row[1], row[2]) for row in kept), default=1)
    return [Pair(*row[:4], record=row[4] if len(row) > 4 else None, longest=longest) for row in kept]


def _share(count: int, longest: int) -> float:
    return max(1.5, round(100 * count / longest, 1)) if count else 0
