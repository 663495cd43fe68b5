"""The press texts behind a record, as Popolo and Open Civic Data name them: an address and a note."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from meetings.models import Article
from opendata.identifiers import absolute, identifier

Thing = dict[str, Any]


def known(**values: Any) -> Thing:
    """Those properties that have a value: what is not known is left out, never empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def sources(articles: Iterable[Article], request: HttpRequest | None) -> list[Thing]:
    """Each text once: at its publisher's, else as it is kept here, with a note on what it is."""
    found = {article.pk: article for article in articles}
    return [{"url": article.url or address_of(article, request), "note": note(article)} for article in found.values()]


def note(article: Article) -> str:
    """Title, publisher, day."""
    day = article.reported_on.isoformat() if article.reported_on else ""
    return ", ".join(part for part in (str(article), article.publisher, day) if part)


def address_of(record: Any, request: HttpRequest | None) -> str:
    """The record's permanent identifier."""
    return absolute(identifier(record), request)
