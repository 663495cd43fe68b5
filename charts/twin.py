"""Two strips of the same periods, one standing on the other, which hangs below: what began when, and what ended."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, floor

from charts.bars import Bar, Strip, no_link, strip
from charts.periods import Period

HEIGHT = 64  # px, of the highest bar of either

Days = tuple[datetime.date | None, datetime.date | None]


@dataclass(frozen=True)
class Twin:
    """`above` and `below`, as high as each other where they count the same."""

    above: Strip
    below: Strip

    @property
    def depth(self) -> int:
        """How far the longest bar below hangs down, in px."""
        return ceil(max(bar.height for bar in self.below.bars))

    @property
    def spare(self) -> int:
        """How much of its height the strip above leaves empty, in px."""
        return floor(HEIGHT - max(bar.height for bar in self.above.bars))

    @property
    def drawn(self) -> int:
        """What both together need beyond two whole strips without a bar below, in px; may be negative."""
        return self.depth - self.spare

    @property
    def rows(self) -> list[tuple[Bar, Bar]]:
        """The bars of each period side by side."""
        return list(zip(self.above.bars, self.below.bars, strict=True))


@dataclass(frozen=True)
class Half:
    """What one of the strips shows: its counts, the days chosen, and where a bar leads."""

    counts: Mapping[Period, int]
    selection: Days = (None, None)
    url: Callable[[Period], str] = no_link


def twin(above: Half, below: Half, shown: list[Period]) -> Twin:
    """Both strips over the periods `shown`. Raises `ValueError` where nothing is to be shown."""
    highest = max((half.counts.get(period, 0) for half in (above, below) for period in shown), default=0)
    one, other = (
        strip(half.counts, shown, selection=half.selection, url=half.url, highest=highest, height=HEIGHT)
        for half in (above, below)
    )
    return Twin(one, other)
