"""On which days, months, quarters and years meetings were held: counts for pictures, by one query for any number."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils import timezone

from charts.bars import Strip, strip
from charts.periods import Period, Unit, fitting, totals
from meetings.models import Meeting
from people.facets import FacetedFilterSet

LEAST = 12  # bars of a strip, so that a single month is not a wall
AHEAD = datetime.timedelta(days=366)  # a meeting still further away is a slip of the reading
_DATED = ("date_precision", "date")
_OF_DAYS = ("since", "until")
_FINE_ENOUGH = {
    Unit.MONTH: ("day", "month"),
    Unit.QUARTER: ("day", "month", "quarter"),
    Unit.YEAR: ("day", "month", "quarter", "year"),
}


@dataclass(frozen=True)
class Held:
    """How many meetings were held on each day, by the precision of their dates; `undated` have none at all."""

    by_precision: Mapping[str, Counter[datetime.date]]
    undated: int

    @property
    def days(self) -> Counter[datetime.date]:
        """Those whose very day is known."""
        return self.by_precision.get("day", Counter())

    @property
    def total(self) -> int:
        """All of them, dated or not."""
        return self.undated + sum(days.total() for days in self.by_precision.values())

    def by(self, unit: Unit) -> Counter[Period]:
        """Those dated at least as exactly as `unit`, by its periods."""
        summed: Counter[Period] = Counter()
        for precision in _FINE_ENOUGH[unit]:
            summed.update(totals(self.by_precision.get(precision, {}), unit))
        return summed

    def span(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day with a meeting, in months where any is known; None where no date is known."""
        fine = {day for precision in _FINE_ENOUGH[Unit.MONTH] for day in self.by_precision.get(precision, ())}
        latest = timezone.localdate() + AHEAD
        days = [day for day in fine or {d for days in self.by_precision.values() for d in days} if day <= latest]
        return (min(days), max(days)) if days else None


def held(rows: QuerySet[Meeting]) -> Held:
    """Counts the meetings of `rows` by day."""
    return _held(rows.order_by().values_list(*_DATED).annotate(rows=Count("*")))


def _held(counted: Iterable[tuple[str, datetime.date | None, int]]) -> Held:
    by_precision: dict[str, Counter[datetime.date]] = {}
    undated = 0
    for precision, day, count in counted:
        if day is None:
            undated += count
        else:
            by_precision.setdefault(precision, Counter())[day] += count
    return Held(by_precision, undated)


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
        counted = filters.stock.columns(*_DATED).count(filters.kept(without=_OF_DAYS))
        return _held((*dated, rows) for dated, rows in counted.items())
    rows = filters.queryset.all()
    for name, value in filters.cleaned.items():
        if name not in _OF_DAYS:
            rows = filters.filters[name].filter(rows, value)
    return held(rows)
