"""What the register holds, in numbers: how many records, how many a person has checked, how current they are."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, Max, Q
from django.utils import timezone

from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from meetings.models.articles import UNKNOWN_DAY
from meetings.tallies import Checked, checked
from people.models import Official
from people.records import PUBLISHED
from people.remembering import remembered_if_slow

A_WEEK = datetime.timedelta(days=7)


@dataclass(frozen=True)
class Stock:
    """Numbers of published records, those checked, the day of the newest meeting, and when texts were loaded."""

    meetings: int
    directives: int
    targets: int
    officials: int
    documents: int
    articles: int
    checked: Checked
    newest: datetime.date | None
    loaded: datetime.datetime | None
    loaded_this_week: int


def stock() -> Stock:
    """The numbers as they stand now, or stood some minutes ago where counting them takes long."""
    return remembered_if_slow("stock", _count)


def _count() -> Stock:
    week = Q(state__in=PUBLISHED, loaded_at__gte=timezone.now() - A_WEEK)
    # At once: the texts lie between what is asked for, so that looking through the table takes long.
    articles = Article.objects.order_by().aggregate(
        published=Count("pk", filter=Q(state__in=PUBLISHED)), loaded=Max("loaded_at"), week=Count("pk", filter=week)
    )
    days = Meeting.objects.published().filter(sort_date__lte=timezone.localdate()).exclude(sort_date=UNKNOWN_DAY)
    return Stock(
        meetings=Meeting.objects.published().count(),
        directives=_first_tellings(Directive),
        targets=_first_tellings(Target),
        officials=Official.objects.published().count(),
        documents=LegalDocument.objects.published().count(),
        articles=articles["published"],
        checked=checked(),
        newest=days.order_by().aggregate(last=Max("sort_date"))["last"],
        loaded=articles["loaded"],
        loaded_this_week=articles["week"],
    )


def _first_tellings(kind: type[Directive | Target]) -> int:
    """As many as `first_tellings()` has: all without those told again, as indexes alone have these two numbers.

    Asked for in one, the database reads every row: 4 s for a million on SQLite, 0.6 s so.
    """
    published = kind.objects.published()
    return published.count() - published.filter(same_as__isnull=False).count()
