"""Which documents the tasks of a year cite, how many tasks each, and in which months they were given."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.db.models.functions import Coalesce

from charts.bars import Strip, strip
from charts.calendar import level_of, levels
from charts.periods import MOST, Period, Unit, periods
from charts.scales import LinearScale
from meetings.models import Citation, Directive, LegalDocument, Meeting
from people.records import PUBLISHED

SHOWN = 30  # documents
_TASK = Coalesce("directive__same_as", "directive")  # a task told twice is one task


@dataclass(frozen=True)
class Month:
    """How many tasks of a month cite a document; `level` is 0 to 4, from none to many."""

    period: Period
    count: int
    level: int


@dataclass(frozen=True)
class Cited:
    """A document with the number of `tasks` that cite it, as per cent of the most cited one in `width`."""

    document: LegalDocument
    tasks: int
    width: float
    months: tuple[Month, ...]


@dataclass(frozen=True)
class CitedYear:
    """The documents most cited in a year; `left_out` others are not shown, `undated` tasks stand in no month."""

    year: int
    documents: tuple[Cited, ...]
    left_out: int
    undated: int
    citing: int
    tasks: int

    @property
    def months(self) -> list[Period]:
        """The months of the year."""
        return _months(self.year)


def citing() -> QuerySet[Citation]:
    """Citations in tasks that readers may see."""
    return Citation.objects.published().filter(
        directive__state__in=PUBLISHED, directive__meeting__state__in=PUBLISHED, document__state__in=PUBLISHED
    )


def latest_year() -> int | None:
    """The last year with a task that cites a document."""
    # Year by year: the first one mostly has some, while to sort all citations takes a second where they are many.
    years = Meeting.objects.filter(year__isnull=False).order_by("-year").values_list("year", flat=True)
    return next((year for year in years.distinct() if citing().filter(meeting__year=year).exists()), None)


def by_year() -> Counter[int]:
    """How many tasks of each year cite a document."""
    years = citing().filter(meeting__year__isnull=False).order_by().values_list("meeting__year")
    return Counter(dict(years.annotate(tasks=Count(_TASK, distinct=True))))


def year_strip(counts: Counter[int], year: int, url: Callable[[int], str]) -> Strip | None:
    """The years as bars, `year` chosen, `url` giving where each leads; None where there is a single one."""
    if len(counts) < 2:
        return None
    told = {_year(number): tasks for number, tasks in counts.items()}
    shown = periods(min(told).first, max(told).first, Unit.YEAR)[-MOST:]
    here = _year(year)
    return strip(told, shown, selection=(here.first, here.last), url=lambda period: url(period.year))


def cited_in(year: int) -> CitedYear:
    """The documents that tasks of meetings of that year cite, by five queries for any number."""
    here = citing().filter(meeting__year=year).order_by()
    counted = here.values_list("document").annotate(tasks=Count(_TASK, distinct=True))
    most = dict(counted.order_by("-tasks", "document")[:SHOWN])
    by_month: Counter[tuple[int, Period]] = Counter()
    dated = here.filter(document__in=most, meeting__date_precision__in=("day", "month"))
    days = dated.values_list("document", "meeting__date").annotate(tasks=Count(_TASK, distinct=True))
    for document, day, tasks in days:
        by_month[document, Period.of(day, Unit.MONTH)] += tasks
    steps = levels(max(by_month.values(), default=1))
    across = LinearScale((0, max(most.values(), default=1)))
    found = LegalDocument.objects.defer("search_text").in_bulk(most)
    documents = []
    for pk, tasks in most.items():
        months = (Month(month, n := by_month[pk, month], level_of(n, steps)) for month in _months(year))
        documents.append(Cited(found[pk], tasks, across(tasks), tuple(months)))
    all_told = here.aggregate(documents=Count("document", distinct=True), tasks=Count(_TASK, distinct=True))
    return CitedYear(
        year,
        tuple(documents),
        all_told["documents"] - len(documents),
        sum(most.values()) - sum(by_month.values()),
        all_told["tasks"],
        Directive.objects.first_tellings().filter(meeting__in=Meeting.objects.published().filter(year=year)).count(),
    )


def _year(number: int) -> Period:
    return Period(datetime.date(number, 1, 1), Unit.YEAR)


def _months(year: int) -> list[Period]:
    return periods(datetime.date(year, 1, 1), datetime.date(year, 12, 1), Unit.MONTH)
