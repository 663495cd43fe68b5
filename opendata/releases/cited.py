"""The citation of each row of a release: as on the record's page, but of no day, for the release bears one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings.models import Article, Directive, Report
from opendata.citing import cite
from opendata.files.framing import with_openings
from opendata.files.related import article, light, meeting, official
from opendata.identifiers import absolute, identifier_of
from opendata.releases.tables import Column, Row, Type
from opendata.resources import Resource
from people import careers

CITATION = Column(
    "citation", Type.TEXT, pgettext_lazy("of a record", "Citation"), _("The record in one line, ready to be cited.")
)


@dataclass(frozen=True)
class _Needed:
    """What a citation says of records beside their own columns: `joined` rows, and what is looked up for many."""

    joined: Callable[[], tuple[Any, ...]] = tuple
    look_up: Callable[[list[Any]], None] = lambda records: None
    articles: Callable[[Any], Iterable[Article | None]] = lambda record: ()


_LONG = tuple(f"article__{name}" for name in ("text", "search_text", "extracted", "conflicts"))


def _told_by() -> tuple[Any, ...]:
    # Joined: an article has one report, and by such a key Django asks for thousands of rows in one OR.
    reports = Report.objects.select_related("article").order_by("pk").defer("reading", *_LONG)
    return "body", "province__successor", Prefetch("reports", reports, to_attr="told_by")


def _of_assignment() -> tuple[Any, ...]:
    directives = light(Directive).prefetch_related(official("assigner"), meeting(), article())
    return (Prefetch("directive", directives),)


_OF_A_MEETING = _Needed(lambda: (meeting(), article()), articles=lambda record: (record.article,))
_NEEDED = {
    "provinces": _Needed(),
    "organizations": _Needed(lambda: ("province",)),
    "officials": _Needed(lambda: ("province__successor",), careers.describe),
    "roles": _Needed(lambda: (official("official"),)),
    "articles": _Needed(articles=lambda record: (record,)),
    "meetings": _Needed(_told_by, articles=lambda record: (report.article for report in record.told_by[:1])),
    "directives": _Needed(
        lambda: (official("assigner"), meeting(), article()), articles=lambda record: (record.article,)
    ),
    "assignments": _Needed(_of_assignment, articles=lambda record: (record.directive.article,)),
    "targets": _OF_A_MEETING,
    "decisions": _OF_A_MEETING,
    "appearances": _OF_A_MEETING,
    "documents": _Needed(),
    "citations": _OF_A_MEETING,
}


def is_cited(resource: Resource) -> bool:
    """Whether its rows are records with an identifier, and so with a citation."""
    return resource.name in _NEEDED


def with_citations(resource: Resource, batches: Iterable[list[Row]]) -> Iterator[list[Row]]:
    """Each row with its citation behind it: some queries for each batch, whose records are then let go."""
    before = absolute(identifier_of(resource.model, 0)).removesuffix("0")
    for rows in batches:
        records = _fetched(resource, [row[0] for row in rows])
        yield [(*row, cite(records[row[0]], f"{before}{row[0]}", None).text) for row in rows]


def _fetched(resource: Resource, keys: list[int]) -> dict[int, Any]:
    needed = _NEEDED[resource.name]
    rows: QuerySet[Any] = light(resource.model).prefetch_related(*needed.joined())
    if resource.model is Article:
        rows = rows.defer("text", "search_text", "extracted", "conflicts")
    found = rows.in_bulk(keys)
    records = list(found.values())
    needed.look_up(records)
    with_openings(article for record in records for article in needed.articles(record))
    return found
