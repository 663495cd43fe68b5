"""What is dated more or less exactly: how much of it there is on each day, month, quarter or year."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from charts.periods import Period, Unit

_FINE_ENOUGH = {
    Unit.MONTH: ("day", "month"),
    Unit.QUARTER: ("day", "month", "quarter"),
    Unit.YEAR: ("day", "month", "quarter", "year"),
}


class Dates:
    """Dates, each once: its precision (a word of `_FINE_ENOUGH`) and the day, or none."""

    def __init__(self, values: Sequence[tuple[str, datetime.date | None]]) -> None:
        self.values = values
        self._by_unit: dict[Unit, tuple[NDArray[np.intp], list[Period]]] = {}

    def periods(self, unit: Unit) -> tuple[NDArray[np.intp], list[Period]]:
        """For each date the place of its period among those that are given as well, -1 where it is not exact enough."""
        if unit not in self._by_unit:
            places: dict[Period, int] = {}
            of = [
                places.setdefault(Period.of(day, unit), len(places)) if day and precision in _FINE_ENOUGH[unit] else -1
                for precision, day in self.values
            ]
            self._by_unit[unit] = np.array(of, np.intp), list(places)
        return self._by_unit[unit]

    @cached_property
    def ordinals(self) -> NDArray[np.int64]:
        """The days as numbers, 0 where there is none."""
        return np.array([day.toordinal() if day else 0 for _, day in self.values], np.int64)


@dataclass(frozen=True)
class Dated:
    """How much there is of each date."""

    dates: Dates
    counts: NDArray[np.intp]

    @property
    def days(self) -> Counter[datetime.date]:
        """What is of a very day."""
        told = zip(self.dates.values, self.counts.tolist(), strict=True)
        return Counter({day: count for (precision, day), count in told if count and day and precision == "day"})

    @property
    def undated(self) -> int:
        """What has no date."""
        return int(self.counts[self.dates.ordinals == 0].sum())

    @property
    def total(self) -> int:
        """All of it, dated or not."""
        return int(self.counts.sum())

    def by(self, unit: Unit) -> Counter[Period]:
        """What is dated at least as exactly as `unit`, by its periods."""
        places, periods = self.dates.periods(unit)
        known = places >= 0
        summed = np.bincount(places[known], self.counts[known], minlength=len(periods))
        return Counter({period: int(count) for period, count in zip(periods, summed, strict=True) if count})

    def span(self, latest: datetime.date, finest: Unit = Unit.YEAR) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day, up to `latest`, of what is dated as exactly as `finest`; None without any."""
        found = self.dates.ordinals[(self.counts > 0) & (self.dates.periods(finest)[0] >= 0)]
        found = found[found <= latest.toordinal()]
        if not len(found):
            return None
        first, last = int(found.min()), int(found.max())
        return datetime.date.fromordinal(first), datetime.date.fromordinal(last)
