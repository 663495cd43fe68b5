"""What meetings of one province tell: on which days they were, which bodies held them, whom they told to act."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from charts import calendar
from meetings.held import AHEAD
from meetings.models import Assignment, Directive, Meeting
from people.models import Organization, Province

YEARS_SHOWN = 2
AGENCIES_SHOWN = 8
BODIES_SHOWN = 6

Ranking = list[tuple[Organization, int]]


def calendars(
    province: Province, held: QuerySet[Meeting]
) -> tuple[tuple[calendar.YearCalendar, ...], int, datetime.date | None]:
    """The latest years of days with meetings, how many earlier meetings are not drawn, and the last day of those.

    A day, and a month, leads to the list of its meetings.
    """
    known = held.filter(date_precision=Meeting.Precision.DAY, date__lte=timezone.localdate() + AHEAD)
    dated = known.order_by().values_list("date")
    counts: dict[datetime.date, int] = dict(dated.annotate(n=Count("*")))
    page = reverse("meetings:meeting_list")

    def url(first: datetime.date, last: datetime.date) -> str:
        return f"{page}?{urlencode({'province': province.slug, 'since': first.isoformat(), 'until': last.isoformat()})}"

    years, earlier = calendar.years(counts, most=YEARS_SHOWN, url=url)
    before = datetime.date(years[-1].year - 1, 12, 31) if earlier else None
    return years, earlier, before


def bodies(held: QuerySet[Meeting]) -> Ranking:
    """The bodies that held most of these meetings, with the numbers."""
    counted = held.filter(body__in=Organization.objects.published()).order_by().values_list("body")
    return _named(counted.annotate(n=Count("*")).order_by("-n", "body")[:BODIES_SHOWN])


def most_told(held: QuerySet[Meeting]) -> Ranking:
    """The agencies that most tasks of these meetings were given to, with the numbers."""
    directives = Directive.objects.first_tellings().filter(meeting__in=held)
    given = Assignment.objects.published().filter(
        directive__in=directives, organization__in=Organization.objects.published()
    )
    counted = given.order_by().values_list("organization").annotate(n=Count("directive", distinct=True))
    return _named(counted.order_by("-n", "organization")[:AGENCIES_SHOWN])


def _named(counted: Any) -> Ranking:
    most = list(counted)
    agencies = Organization.objects.select_related("province__successor").defer("search_text")
    found = agencies.in_bulk([pk for pk, _n in most])
    return [(found[pk], n) for pk, n in most]
