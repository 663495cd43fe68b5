"""Records of each kind with all that feeds and calendars tell of them, in a few queries for any number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from meetings.figures import figures
from meetings.filters.documents import published_citations
from meetings.listings import articles, documents, meetings, tasks
from meetings.models import Meeting, Report
from meetings.tallies import add_tallies
from people import careers, duties
from people.listings import officials, organizations


def _with_reports(rows: QuerySet[Any]) -> QuerySet[Any]:
    reports: QuerySet[Any] = Report.objects.select_related("article").defer("article__search_text").order_by("pk")
    return rows.prefetch_related(Prefetch("reports", reports, to_attr="told"))


def _meetings() -> QuerySet[Any]:
    return _with_reports(meetings())


def _articles() -> QuerySet[Any]:
    seen = Report.objects.filter(meeting__in=Meeting.objects.published()).select_related("meeting__province__successor")
    return articles().prefetch_related(Prefetch("reports", seen.defer("meeting__search_text"), to_attr="told"))


def _citations() -> QuerySet[Any]:
    rows = published_citations().select_related(
        "document", "directive", "meeting__body", "meeting__province__successor", "article"
    )
    return rows.defer("document__search_text", "directive__search_text", "meeting__search_text", "article__search_text")


_ROWS: dict[str, Callable[[], QuerySet[Any]]] = {
    "meeting": _meetings,
    "directive": lambda: tasks().select_related("article").defer("article__search_text"),
    "target": lambda: figures().select_related("article").defer("article__search_text"),
    "citation": _citations,
    "document": documents,
    "article": _articles,
    "official": officials,
    "organization": organizations,
}
_DRESS: dict[str, Callable[[list[Any]], None]] = {
    "meeting": add_tallies,
    "official": careers.describe,
    "organization": duties.describe,
}


def fetched(keys: Iterable[tuple[str, int]]) -> list[tuple[str, Any]]:
    """(kind, record) for each (kind, key), in the order given; one that was withdrawn meanwhile is left out."""
    keys = list(keys)
    found: dict[tuple[str, int], Any] = {}
    for kind in dict.fromkeys(kind for kind, _ in keys):
        records = list(_ROWS[kind]().filter(pk__in=[key for of, key in keys if of == kind]))
        if kind in _DRESS:
            _DRESS[kind](records)
        found |= {(kind, record.pk): record for record in records}
    return [(kind, found[kind, key]) for kind, key in keys if (kind, key) in found]
