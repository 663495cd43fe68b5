"""On which days, months, quarters and years meetings were held: counts for pictures, by one query for any number."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from django.db.models import Count, QuerySet
from django.utils import timezone
from numpy.typing import NDArray

from charts.bars import Strip, strip
from charts.periods import Period, Unit, fitting
from meetings.models import Meeting
from people.facets import FacetedFilterSet
from people.facets.stock.cells import Cells

LEAST = 12  # bars of a strip, so that a single month is not a wall
AHEAD = datetime.timedelta(days=366)  # a meeting still further away is a slip of the reading
_DATED = ("date_precision", "date")
_OF_DAYS = ("since", "until")
_FINE_ENOUGH = {
    Unit.MONTH: ("day", "month"),
    Unit.QUARTER: ("day", "month", "quarter"),
    Unit.YEAR: ("day", "month", "quarter", "year"),
}


class Dates:
    """The dates that meetings have, each once: its precision and the day, or none."""

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
class Held:
    """How many meetings were held on each of the dates."""

    dates: Dates
    counts: NDArray[np.intp]

    @property
    def days(self) -> Counter[datetime.date]:
        """Those whose very day is known."""
        told = zip(self.dates.values, self.counts.tolist(), strict=True)
        return Counter({day: count for (precision, day), count in told if count and day and precision == "day"})

    @property
    def undated(self) -> int:
        """Those without any date."""
        return int(self.counts[self.dates.ordinals == 0].sum())

    @property
    def total(self) -> int:
        """All of them, dated or not."""
        return int(self.counts.sum())

    def by(self, unit: Unit) -> Counter[Period]:
        """Those dated at least as exactly as `unit`, by its periods."""
        places, periods = self.dates.periods(unit)
        known = places >= 0
        summed = np.bincount(places[known], self.counts[known], minlength=len(periods))
        return Counter({period: int(count) for period, count in zip(periods, summed, strict=True) if count})

    def span(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day with a meeting, in months where any is known; None where no date is known."""
        latest = (timezone.localdate() + AHEAD).toordinal()
        dated = (self.dates.ordinals > 0) & (self.counts > 0)
        fine = dated & (self.dates.periods(Unit.MONTH)[0] >= 0)
        days = self.dates.ordinals[fine if fine.any() else dated]
        days = days[days <= latest]
        return (_day(days.min()), _day(days.max())) if len(days) else None


def _day(ordinal: Any) -> datetime.date:
    return datetime.date.fromordinal(int(ordinal))


def held(rows: QuerySet[Meeting]) -> Held:
    """Counts the meetings of `rows` by day."""
    counted = list(rows.order_by().values_list(*_DATED).annotate(rows=Count("*")))
    return Held(
        Dates([(precision, day) for precision, day, _ in counted]), np.array([count for *_, count in counted], np.intp)
    )


# The dates of a list in memory, for as long as it is there.
_DATES: WeakKeyDictionary[Cells, Dates] = WeakKeyDictionary()


@dataclass(frozen=True)
class HeldStrips:
    """Meetings over their whole span and, where that has no room for months, the months around the days chosen.

    `elsewhere` counts the meetings that stand in no bar of the whole: their dates are too vague, unknown or far away.
    """

    whole: Strip
    closer: Strip | None
    elsewhere: int
    chosen: bool


def strips(filters: FacetedFilterSet) -> HeldStrips | None:
    """The meetings that all filters but those by day keep, each bar leading to its days; None where none is dated."""
    counted = _of_all_days(filters)
    span = counted.span()
    if span is None:
        return None
    selection = (filters.cleaned.get("since"), filters.cleaned.get("until"))

    def url(period: Period) -> str:
        return filters.url(since=[period.first.isoformat()], until=[period.last.isoformat()])

    shown = fitting(*span, least=LEAST)
    unit = shown[0].unit
    whole = strip(counted.by(unit), shown, selection=selection, url=url)
    closer = None
    since, until = selection[0] or span[0], selection[1] or span[1]
    if unit is not Unit.MONTH and any(selection) and since <= until:
        months = fitting(since, until, least=LEAST)
        if months[0].unit is Unit.MONTH:
            closer = strip(counted.by(Unit.MONTH), months, selection=selection, url=url)
    return HeldStrips(whole, closer, counted.total - whole.total, any(selection))


def _of_all_days(filters: FacetedFilterSet) -> Held:
    if filters.stock is not None:
        cells = filters.stock.columns(*_DATED)
        dates = _DATES.get(cells) or _DATES.setdefault(cells, Dates(cells.values))
        return Held(dates, cells.count(filters.kept(without=_OF_DAYS)))
    rows = filters.queryset.all()
    for name, value in filters.cleaned.items():
        if name not in _OF_DAYS:
            rows = filters.filters[name].filter(rows, value)
    return held(rows)
