"""When an organization was given its tasks, and when they are due: counts by month, two queries for any number."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count
from django.utils import timezone

from charts.periods import Period, Unit, fitting, totals
from charts.twin import Half, Twin, twin
from people.facets import FacetedFilterSet

LEAST = 12  # bars
AHEAD = datetime.timedelta(days=730)  # deadlines still further away are counted, not drawn
# Dates of meetings that are too vague for a bar.
_TOO_VAGUE = {Unit.MONTH: ("quarter", "year"), Unit.QUARTER: ("year",), Unit.YEAR: ()}


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
    rows = filters.queryset.all()
    for name, value in filters.cleaned.items():
        if name not in ("since", "until", "due_since", "due_until"):
            rows = filters.filters[name].filter(rows, value)
    rows = rows.order_by()
    held = rows.values_list("directive__meeting__date_precision", "directive__meeting__date")
    given = {(precision, day): n for precision, day, n in held.annotate(rows=Count("*"))}
    due = Counter(dict(rows.values_list("directive__deadline_to").annotate(rows=Count("*"))))
    undated = due.pop(None, 0)
    today = timezone.localdate()
    days = {day for precision, day in given if day is not None and precision not in _TOO_VAGUE[Unit.MONTH]} | set(due)
    days = {day for day in days if day <= today + AHEAD}
    if not days:
        return None
    shown = fitting(min(days), max(days), least=LEAST)
    unit = shown[0].unit
    by_given: Counter[Period] = Counter()
    for (precision, day), n in given.items():
        if day is not None and precision not in _TOO_VAGUE[unit]:
            by_given[Period.of(day, unit)] += n
    bars = twin(_half(by_given, filters, ""), _half(totals(due, unit), filters, "due_"), shown)
    return TaskTimes(
        bars,
        bars.above.at(today),
        sum(given.values()) - bars.above.total,
        due.total() - bars.below.total,
        undated,
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
