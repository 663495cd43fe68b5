"""On which days, months, quarters and years meetings were held: counts for pictures, by one query for any number."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np
from django.db.models import Count, QuerySet
from django.utils import timezone

from charts.bars import Strip, strip
from charts.periods import Period, Unit, fitting
from meetings.models import Meeting
from people.dated import Dated, Dates
from people.facets import FacetedFilterSet
from people.facets.dated import dated_in_stock

LEAST = 12  # bars of a strip, so that a single month is not a wall
AHEAD = datetime.timedelta(days=366)  # a meeting still further away is a slip of the reading
DATED = ("date_precision", "date")
_OF_DAYS = ("since", "until")


def held(rows: QuerySet[Meeting]) -> Dated:
    """Counts the meetings of `rows` by day."""
    counted = list(rows.order_by().values_list(*DATED).annotate(rows=Count("*")))
    return Dated(
        Dates([(precision, day) for precision, day, _ in counted]), np.array([count for *_, count in counted], np.intp)
    )


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
    latest = timezone.localdate() + AHEAD
    span = counted.span(latest, Unit.MONTH) or counted.span(latest)
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


def _of_all_days(filters: FacetedFilterSet) -> Dated:
    if filters.stock is not None:
        return dated_in_stock(filters, DATED, _OF_DAYS)
    rows = filters.queryset.all()
    for name, value in filters.cleaned.items():
        if name not in _OF_DAYS:
            rows = filters.filters[name].filter(rows, value)
    return held(rows)
