"""Lanes of time: stretches between days on which something is told, the gaps between them, and marks by how much."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from charts.scales import DayScale, tidy

HEIGHT = 22  # px, of a lane
LEAST, GREATEST = 6, 18  # px, heights of marks
AROUND = 0.02  # of the span, left free before the first day and behind the last
AROUND_DAYS = 10  # at least


@dataclass(frozen=True)
class Told:
    """What is told `times` from the day `first` to the day `last`, the two being the only days that are known."""

    first: datetime.date
    last: datetime.date
    times: int = 1

    @property
    def middle(self) -> datetime.date:
        """The day in the middle."""
        return self.first + (self.last - self.first) // 2


@dataclass(frozen=True)
class Stretch:
    """Days told of from the first to the last: `x` and `width` in per cent, `start` and `end` the two days' places."""

    told: Told
    x: float
    width: float
    start: float
    end: float

    @property
    def is_a_day(self) -> bool:
        """Whether only one day is known."""
        return self.told.first == self.told.last


@dataclass(frozen=True)
class Gap:
    """The days between two stretches, of which nothing is told; from `start` to `end` in per cent."""

    start: float
    end: float


@dataclass(frozen=True)
class Mark:
    """Something told at `x` (per cent), as high (px, up from the ground) as it is often told."""

    told: Told
    x: float
    height: float

    @property
    def top(self) -> float:
        """Where it begins, in px."""
        return tidy(HEIGHT - self.height)


@dataclass(frozen=True)
class Lane:
    """One thing in time, drawn as stretches with gaps or as marks."""

    stretches: tuple[Stretch, ...] = ()
    gaps: tuple[Gap, ...] = ()
    marks: tuple[Mark, ...] = ()
    height: int = HEIGHT


def runs(told: Iterable[Told], apart: datetime.timedelta) -> list[Told]:
    """What is told, joined where no more than `apart` lies between the last day and the next first one."""
    found: list[Told] = []
    for each in sorted(told, key=lambda each: (each.first, each.last)):
        if found and each.first - found[-1].last <= apart:
            before = found[-1]
            found[-1] = Told(before.first, max(before.last, each.last), before.times + each.times)
        else:
            found.append(each)
    return found


def scale_of(told: Iterable[Told]) -> DayScale:
    """A scale on which all that is told has its place, with some room at both ends. Raises `ValueError` for nothing."""
    days = [day for each in told for day in (each.first, each.last)]
    first, last = min(days), max(days)
    room = datetime.timedelta(days=max(AROUND_DAYS, int((last - first).days * AROUND)))
    return DayScale(max(first, datetime.date.min + room) - room, min(last, datetime.date.max - room) + room)


def stretched(told: Iterable[Told], scale: DayScale) -> Lane:
    """A lane of stretches, from first to last; what lies between two of them is a gap."""
    ordered = sorted(told, key=lambda each: each.first)
    made = [
        Stretch(each, *scale.span(each.first, each.last), start=scale(each.first), end=scale(each.last))
        for each in ordered
    ]
    gaps = [Gap(one.end, other.start) for one, other in pairwise(made) if one.end < other.start]
    return Lane(stretches=tuple(made), gaps=tuple(gaps))


def marked(told: Iterable[Told], scale: DayScale, highest: int = 0) -> Lane:
    """A lane of marks whose areas grow with their numbers; `highest` sets a common height with other lanes."""
    each = list(told)
    most = max([highest, *(one.times for one in each)], default=1)
    marks = (Mark(one, scale(one.middle), _height(one.times, most)) for one in each)
    return Lane(marks=tuple(marks))


def _height(times: int, most: int) -> float:
    if most <= 1:
        return LEAST + (GREATEST - LEAST) / 2
    return tidy(LEAST + (GREATEST - LEAST) * sqrt(max(0, times - 1) / (most - 1)))
