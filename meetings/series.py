"""A target among the figures of its indicator over the years: one land, one measure, each figure with its sources."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from charts.series import Point, Series
from charts.series import series as drawn
from meetings import phrases
from meetings.bands import UNSTATED, band_of, in_order, label
from meetings.called import called_plainly
from meetings.comparison.territories import Territories
from meetings.figures import comparable, same_place
from meetings.measures import Measure, family, measures
from meetings.models import Target
from meetings.models.articles import UNKNOWN_DAY
from meetings.review.figures import differing
from people.facets.provinces import TODAY
from people.models import Province
from people.templatetags.charts import month_short, quarter_mark
from people.templatetags.page import number

MOST = 50  # figures of one indicator shown beside each other
_SHAPES = {Target.Status.PLANNED: "diamond", Target.Status.PROJECTED: "triangle", Target.Status.ACHIEVED: "dot"}
_BOUNDS = {">": "up", ">=": "up", "<": "down", "<=": "down", "~": "about"}
_SIGNS = {">": ">", ">=": "≥", "<": "<", "<=": "≤", "~": "≈", "=": ""}


@dataclass(frozen=True)
class Told:
    """What is told of an indicator in a province: `rows` in order, those of one land and measure drawn as `picture`.

    With each row stands what tells its land apart from that of the page; `apart` counts the rows that are not drawn.

    `differ` holds the keys of figures that articles on one meeting give differently, `bounds` the shapes in use.
    """

    rows: list[tuple[Target, str]]
    measure: Measure
    differ: frozenset[int]
    picture: Series | None
    apart: int
    more: bool

    @property
    def bounds(self) -> set[str]:
        """What bounds the points drawn, for the key: up, down, about, range, total, differs."""
        points = [mark.point for mark in self.picture.marks] if self.picture else []
        found = {point.bound for point in points if point.bound}
        found |= {"range" for point in points if point.high is not None}
        found |= {"total" for point in points if point.total is not None}
        return found | {"differs" for point in points if point.differs}


def told_beside(target: Target) -> Told | None:
    """All that is told of the indicator of `target` where its meeting was; None where it is of no series."""
    province = target.meeting.province
    if target.is_unnamed or province is None:
        return None
    rows = list(_told_of(target.canonical_metric, province).order_by("-meeting__sort_date", "pk")[: MOST + 1])
    more, rows = len(rows) > MOST, rows[:MOST]
    if len(rows) < 2:
        return None
    shown = target.same_as or target
    order = in_order({band_of(row.period) for row in rows})
    rows.sort(key=lambda row: (order.index(band_of(row.period)), row.period, row.meeting.sort_date, row.pk))
    territories = Territories(TODAY)
    land = territories.of(target.meeting.province_id)
    lands = [territories.of(row.meeting.province_id) for row in rows]
    alike = [
        row for row, its in zip(rows, lands, strict=True) if its == land and family(row.unit) == family(target.unit)
    ]
    counts: dict[str, int] = {}
    for row in alike or [target]:
        counts[row.unit] = counts.get(row.unit, 0) + 1
    (measure,) = measures(counts.items())
    differ = frozenset(row.pk for group in differing(rows).values() for row in group)
    points = [_point(row, measure, row.pk == shown.pk, row.pk in differ) for row in alike]
    picture = drawn(points) if len(points) > 1 else None
    notes = ["" if its == land else its.note for its in lands]
    return Told(list(zip(rows, notes, strict=True)), measure, differ, picture, len(rows) - len(alike), more)


def _told_of(indicator: str, province: Province) -> QuerySet[Target]:
    """Figures of the indicator in the province of today's map, and in all that became part of it."""
    retellings = Target.objects.published().select_related("article").defer("search_text", "article__search_text")
    return (
        comparable()
        .filter(canonical_metric=indicator, meeting__province__in=same_place(province))
        .select_related("article")
        .defer("search_text", "meeting__search_text", "article__search_text", "article__text")
        .prefetch_related(Prefetch("retellings", retellings.defer("article__text"), to_attr="also_told"))
    )


def _point(row: Target, measure: Measure, current: bool, differs: bool) -> Point:
    def shown(value: Any) -> Any:
        return None if value is None else measure.shown(value, row)

    low, high, total = shown(row.value), shown(row.value_high), shown(row.of_total)
    sign = _SIGNS[row.comparator]
    ends = "–".join(number(end) for end in (low, high) if end is not None)
    figure = f"{sign}\N{NARROW NO-BREAK SPACE}{ends}" if sign else ends
    said = _("%(status)s %(figure)s, %(period)s. %(meeting)s, %(held)s") % {
        "status": row.get_status_display(),
        "figure": phrases.figure(row),
        "period": phrases.period(row.period) if row.period else _("year not stated"),
        "meeting": called_plainly(row.meeting),
        "held": phrases.dated(row.meeting),
    }
    return Point(
        band=band_of(row.period).replace("/", "–") or label(UNSTATED),
        low=low,
        high=high,
        total=total,
        bound=_BOUNDS.get(row.comparator, ""),
        kind=_SHAPES[Target.Status(row.status)],
        label=figure if total is None else f"{figure}/{number(total)}",
        under=_under(row),
        title=said,
        url=row.get_absolute_url(),
        current=current,
        differs=differs,
    )


def _under(row: Target) -> str:
    """What stands below the figure: the month or quarter it is of, or when it was told where no year is stated."""
    if band_of(row.period) == UNSTATED:
        told = row.meeting.sort_date
        return "" if told == UNKNOWN_DAY else month_short(told)
    if quarter := re.fullmatch(r"\d{4}-Q([1-4])", row.period):
        return pgettext("part of a year", "%(quarter)s") % {"quarter": quarter_mark(int(quarter[1]))}
    if month := re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", row.period):
        return date_format(datetime.date(2000, int(month[1]), 1), "M")
    return ""
