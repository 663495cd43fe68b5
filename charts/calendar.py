"""A calendar: the days of a year as weeks × weekdays, each day marked by how much it counts."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from charts.periods import Period, Unit

STEP = 17  # px from day to day
CELL = 15  # px, of the ground of a day
LEFT, TOP = 34, 22  # px, for the names of weekdays and months
# How long the side of a day's mark is by its level, in px: what counts more covers more, whatever its colour.
SIDES = (5, 8, 11, 15)


@dataclass(frozen=True)
class Level:
    """The counts from `low` to `high`, None where the level has no end, drawn as a square with `side`."""

    number: int
    low: int
    high: int | None
    side: int

    @property
    def inset(self) -> float:
        """How far the mark lies inside its day, in px."""
        return (CELL - self.side) / 2


@dataclass(frozen=True)
class DayCell:
    """A day at `x`, `y` (px, of its ground) with its count; its mark is a square of `side` in the middle."""

    day: datetime.date
    count: int
    level: int
    x: int
    y: int
    side: int
    url: str = ""

    @property
    def mark(self) -> tuple[float, float]:
        """The upper left corner of the mark."""
        inset = (CELL - self.side) / 2
        return self.x + inset, self.y + inset


@dataclass(frozen=True)
class MonthHead:
    """A month of the year with the place of its name, how much it counts, and where it leads."""

    period: Period
    x: int
    count: int
    url: str


@dataclass(frozen=True)
class YearCalendar:
    """A year of weeks from left to right, Monday at the top. `cells` are the days that count something."""

    year: int
    cells: tuple[DayCell, ...]
    months: tuple[MonthHead, ...]
    outline: str
    grounds: str
    levels: tuple[Level, ...]
    highest: int
    width: int = LEFT + 54 * STEP
    height: int = TOP + 7 * STEP

    @property
    def total(self) -> int:
        """What the days count together."""
        return sum(cell.count for cell in self.cells)

    @property
    def weekdays(self) -> tuple[tuple[int, int], ...]:
        """Monday, Wednesday, Friday and Sunday, as 0-6 with the height of their names."""
        return tuple((weekday, TOP + weekday * STEP + CELL - 3) for weekday in (0, 2, 4, 6))


def levels(highest: int) -> tuple[Level, ...]:
    """At most four levels of counts, each from about the double of the one before; fewer where the counts are small."""
    bounds = sorted({1, *(-(-highest // part) for part in (8, 4, 2))})
    ends: list[int | None] = [bound - 1 for bound in bounds[1:]]
    told = zip(bounds, [*ends, None], SIDES[-len(bounds) :], strict=True)
    return tuple(Level(number, *level) for number, level in enumerate(told, start=1))


def level_of(count: int, steps: tuple[Level, ...]) -> int:
    """The number of the level that holds `count`, 0 where there is nothing."""
    return bisect_right([level.low for level in steps], count)


def no_link(first: datetime.date, last: datetime.date) -> str:
    """Days that lead nowhere."""
    return ""


def place(day: datetime.date) -> tuple[int, int]:
    """Where the ground of `day` lies in the picture of its year, in px."""
    first = day.replace(month=1, day=1)
    week = (day.timetuple().tm_yday - 1 + first.weekday()) // 7
    return LEFT + week * STEP, TOP + day.weekday() * STEP


def years(
    counts: Mapping[datetime.date, int], *, most: int = 3, url: Callable[[datetime.date, datetime.date], str] = no_link
) -> tuple[tuple[YearCalendar, ...], int]:
    """The calendars of the latest `most` years that count something, the latest first, and what others count.

    All are drawn by the same levels. `url` gives where a day, or a month, leads: its first and its last day are passed.
    """
    counted = {day: count for day, count in counts.items() if count > 0}
    by_year: Counter[int] = Counter()
    for day, count in counted.items():
        by_year[day.year] += count
    shown = sorted(by_year, reverse=True)[:most]
    highest = max((count for day, count in counted.items() if day.year in shown), default=0)
    made = tuple(_year(year, counted, highest, url) for year in shown)
    return made, sum(by_year.values()) - sum(by_year[year] for year in shown)


def _year(
    year: int,
    counts: Mapping[datetime.date, int],
    highest: int,
    url: Callable[[datetime.date, datetime.date], str],
) -> YearCalendar:
    steps = levels(highest)
    cells, by_month = [], Counter[int]()
    for day in sorted(day for day in counts if day.year == year):
        level = steps[level_of(counts[day], steps) - 1]
        cells.append(DayCell(day, counts[day], level.number, *place(day), level.side, url(day, day)))
        by_month[day.month] += counts[day]
    months = [Period(datetime.date(year, number, 1), Unit.MONTH) for number in range(1, 13)]
    heads = []
    for month in months:
        # The name stands above the first week that begins in the month.
        monday = month.first + datetime.timedelta(days=-month.first.weekday() % 7)
        count = by_month[month.number]
        heads.append(MonthHead(month, place(monday)[0], count, url(month.first, month.last) if count else ""))
    days = (months[0].first + datetime.timedelta(days=n) for n in range((months[11].last - months[0].first).days + 1))
    grounds = "".join(f"M{x} {y}h{CELL}v{CELL}h-{CELL}z" for x, y in map(place, days))
    return YearCalendar(year, tuple(cells), tuple(heads), "".join(map(_outline, months)), grounds, steps, highest)


def _outline(month: Period) -> str:
    """The border around the days of a month, as the path of an SVG, in the gaps between the days."""
    gap = (STEP - CELL) / 2
    top, bottom = TOP - gap, TOP + 7 * STEP - gap
    (left, first), (right, last) = (tuple(at - gap for at in place(day)) for day in (month.first, month.last))
    corners = [
        (left + STEP, top), (right + STEP, top), (right + STEP, last + STEP), (right, last + STEP), (right, bottom),
        (left, bottom), (left, first), (left + STEP, first),
    ]  # fmt: skip
    return "M" + " ".join(f"{x:g} {y:g}" for x, y in corners) + "Z"
