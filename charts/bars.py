"""A strip of bars: one per period, all periods of the span side by side, those without anything as gaps."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from charts.periods import Period, Unit
from charts.scales import DayScale, LinearScale, tidy
from charts.ticks import Tick, placed, value_ticks

HEIGHT = 96  # px, of the highest bar
LEAST = 3  # px, of one that stands for something
GAP = 0.2  # of a bar's width


@dataclass(frozen=True)
class Bar:
    """A period with its count: `x` and `width` in per cent, `height` in px from `top` down to the ground.

    `selected` is None where nothing is selected at all; `url` is empty where there is nothing to lead to.
    """

    period: Period
    count: int
    x: float
    width: float
    top: float
    height: float
    selected: bool | None
    url: str

    @property
    def middle(self) -> float:
        """The middle of the bar, in per cent."""
        return tidy(self.x + self.width / 2)

    @property
    def body(self) -> tuple[float, float]:
        """Place and width of what is filled, in per cent: a gap is left between neighbours."""
        return tidy(self.x + self.width * GAP / 2), tidy(self.width * (1 - GAP))


@dataclass(frozen=True)
class YearBand:
    """The part of a strip that one year takes, in per cent. `bars` stand in it; one alone has no room for its name."""

    year: int
    x: float
    width: float
    bars: int


@dataclass(frozen=True)
class Strip:
    """Bars from left to right over a common ground; `left_out` counts what lies outside the span."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    left_out: int
    height: int = HEIGHT

    @property
    def unit(self) -> Unit:
        """How long each bar's period is."""
        return self.bars[0].period.unit

    @property
    def highest(self) -> int:
        """The greatest count."""
        return max(bar.count for bar in self.bars)

    @property
    def total(self) -> int:
        """What the bars count together."""
        return sum(bar.count for bar in self.bars)

    @property
    def numbered(self) -> bool:
        """Whether each bar has room for its number above it."""
        return self.highest < 1000

    @property
    def size(self) -> int:
        """1, 2 or 3: how much width the bars need at least, at 24 px each, or 40 with the names of years below."""
        return min(3, -(-len(self.bars) // (7 if self.long_names else 12)))

    @property
    def long_names(self) -> bool:
        """Whether each bar has room for a year in four digits below it."""
        return self.unit is Unit.YEAR and len(self.bars) <= 21

    def at(self, day: datetime.date) -> float | None:
        """Where `day` lies in its bar, in per cent; None where it lies in none."""
        for bar in self.bars:
            if bar.period.first <= day <= bar.period.last:
                return DayScale(bar.period.first, bar.period.last, (bar.x, bar.x + bar.width))(day)
        return None

    @property
    def years(self) -> tuple[YearBand, ...]:
        """The years below the bars."""
        bands = []
        for year, bars in groupby(self.bars, key=lambda bar: bar.period.year):
            group = list(bars)
            bands.append(YearBand(year, group[0].x, tidy(sum(bar.width for bar in group)), len(group)))
        return tuple(bands)


def no_link(period: Period) -> str:
    """A bar that leads nowhere."""
    return ""


def strip(
    counts: Mapping[Period, int],
    shown: list[Period],
    *,
    selection: tuple[datetime.date | None, datetime.date | None] = (None, None),
    url: Callable[[Period], str] = no_link,
    highest: int = 0,
    height: int = HEIGHT,
) -> Strip:
    """Bars for the periods `shown`, which follow each other.

    `selection` is the first and the last day chosen, None for an open end; a bar is selected that shares a day with it.
    `url` gives where the bar of a period leads, asked only for those that count something. `highest` is a count to
    leave room for, so that strips can be compared; `height` is that of the highest bar, in px. Raises `ValueError`
    where nothing is to be shown.
    """
    if not shown:
        raise ValueError("a strip needs a period")
    top = max([highest, *(counts.get(period, 0) for period in shown)])
    scale = LinearScale((0, top or 1), (height, 0))
    ticks = [tick for tick in value_ticks(0, top or 1, 4, whole=True) if tick <= top]
    across = LinearScale((0, len(shown)))
    bars = []
    for number, period in enumerate(shown):
        count = counts.get(period, 0)
        size = max(height - scale(count), LEAST) if count else 0
        x = across(number)
        bars.append(
            Bar(
                period, count, x, tidy(across(number + 1) - x), tidy(height - size), tidy(size),
                _selected(period, selection), url(period) if count else "",
            )
        )  # fmt: skip
    inside = set(shown)
    left_out = sum(count for period, count in counts.items() if period not in inside)
    return Strip(tuple(bars), placed(ticks, scale), left_out, height)


def _selected(period: Period, selection: tuple[datetime.date | None, datetime.date | None]) -> bool | None:
    since, until = selection
    if since is None and until is None:
        return None
    if since is not None and until is not None and until < since:
        return False
    return (until is None or period.first <= until) and (since is None or period.last >= since)
