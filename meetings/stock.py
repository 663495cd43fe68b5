"""What the register holds, in numbers: how many records, how many a person has checked, how current they are."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from meetings.models.articles import UNKNOWN_DAY
from meetings.tallies import Checked, checked
from people.models import Official
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
    articles = Article.objects.published()
    days = Meeting.objects.published().filter(sort_date__lte=timezone.localdate()).exclude(sort_date=UNKNOWN_DAY)
    return Stock(
        meetings=Meeting.objects.published().count(),
        directives=Directive.objects.first_tellings().count(),
        targets=Target.objects.first_tellings().count(),
        officials=Official.objects.published().count(),
        documents=LegalDocument.objects.published().count(),
        articles=articles.count(),
        checked=checked(),
        newest=days.order_by().aggregate(last=Max("sort_date"))["last"],
        loaded=Article.objects.aggregate(last=Max("loaded_at"))["last"],
        loaded_this_week=articles.filter(loaded_at__gte=timezone.now() - A_WEEK).count(),
    )
