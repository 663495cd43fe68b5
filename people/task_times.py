"""When an organization was given its tasks, and when they are due: counts by month, two queries for any number."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from django.db.models import Count
from django.utils import timezone

from charts.periods import Period, Unit, fitting
from charts.twin import Half, Twin, twin
from people.dated import Dated, Dates
from people.facets import FacetedFilterSet
from people.facets.dated import dated_in_stock

LEAST = 12  # bars
AHEAD = datetime.timedelta(days=730)  # deadlines still further away are counted, not drawn
GIVEN = ("directive__meeting__date_precision", "directive__meeting__date")
DUE = ("directive__deadline_to",)
_OF_DAYS = ("since", "until", "due_since", "due_until")


@dataclass(frozen=True)
class TaskTimes:
    """Tasks by the period in which they were given and, hanging below, in which they are due; `today` in per cent.

    `given_elsewhere` and `due_elsewhere` count the tasks that stand in no bar, `undated` those without a day to be due.
    """

    bars: Twin
    today: float | None
    given_elsewhere: int
    due_elsewhere: int
    undated: int


def task_times(filters: FacetedFilterSet) -> TaskTimes | None:
    """The tasks that all filters but those by day keep; None where no day is known at all."""
    given, due = _counted(filters)
    today = timezone.localdate()
    spans = [span for span in (given.span(today + AHEAD, Unit.MONTH), due.span(today + AHEAD)) if span]
    if not spans:
        return None
    shown = fitting(min(first for first, _ in spans), max(last for _, last in spans), least=LEAST)
    unit = shown[0].unit
    bars = twin(_half(given.by(unit), filters, ""), _half(due.by(unit), filters, "due_"), shown)
    return TaskTimes(
        bars,
        bars.above.at(today),
        given.total - bars.above.total,
        due.total - due.undated - bars.below.total,
        due.undated,
    )


def _counted(filters: FacetedFilterSet) -> tuple[Dated, Dated]:
    """The tasks by the dates of their meetings, and by the days when they are due."""
    if filters.stock is not None:
        return dated_in_stock(filters, GIVEN, _OF_DAYS), dated_in_stock(filters, DUE, _OF_DAYS)
    rows = filters.queryset.all()
    for name, value in filters.cleaned.items():
        if name not in _OF_DAYS:
            rows = filters.filters[name].filter(rows, value)
    rows = rows.order_by()
    given = list(rows.values_list(*GIVEN).annotate(rows=Count("*")))
    due = list(rows.values_list(*DUE).annotate(rows=Count("*")))
    return (
        Dated(Dates([(precision, day) for precision, day, _ in given]), np.array([n for *_, n in given], np.intp)),
        Dated(Dates([("day", day) for day, _ in due]), np.array([n for _, n in due], np.intp)),
    )


def _half(counts: Counter[Period], filters: FacetedFilterSet, prefix: str) -> Half:
    since, until = f"{prefix}since", f"{prefix}until"
    return Half(counts, (filters.cleaned.get(since), filters.cleaned.get(until)), _link(filters, since, until))


def _link(filters: FacetedFilterSet, since: str, until: str) -> Callable[[Period], str]:
    """Where a bar leads: to the tasks given, or due, in its days."""

    def url(period: Period) -> str:
        days = {since: [period.first.isoformat()], until: [period.last.isoformat()]}
        return f"{filters.url(**days)}#tasks"

    return url
