"""A record as an entry of a feed: what it is called, the author's words with where they were printed, when it came."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from meetings import phrases
from meetings.called import called_plainly, measured_plainly
from meetings.models import Article, Assignment
from opendata.identifiers import absolute, identifier, page_of
from people.mistakes.meant import kind_of
from people.templatetags.english import in_english, quoted

LONGEST_TITLE = 140  # characters; the whole text stands in the content


@dataclass(frozen=True)
class Source:
    """A press text that the record was read from: its title, and its address at the publisher's where that is known."""

    title: str
    address: str


@dataclass(frozen=True)
class Entry:
    """What a feed tells of a record. All addresses are absolute; `content` is HTML in the language of the feed."""

    identifier: str
    kind: str
    label: str
    title: str
    page: str
    content: str
    known: datetime.datetime
    updated: datetime.datetime
    sources: tuple[Source, ...]


def entry(kind: str, record: Any, request: HttpRequest) -> Entry:
    """The entry of a record that `opendata.feeds.records` fetched."""
    told = articles_of(kind, record)
    context = {
        "record": record,
        "host": absolute("/", request).rstrip("/"),
        "identifier": absolute(identifier(record), request),
        "sources": told,
    }
    return Entry(
        identifier=context["identifier"],
        kind=kind,
        label=kind_of(record),
        title=title_of(kind, record),
        page=absolute(page_of(record), request),
        content=" ".join(render_to_string(f"opendata/entries/{kind}.html", context, request).split()),
        known=record.created_at,
        updated=record.updated_at,
        sources=tuple(Source(str(article), article.url) for article in told if article.url),
    )


def articles_of(kind: str, record: Any) -> list[Article]:
    """The press texts that tell of a record."""
    if kind == "meeting":
        return [report.article for report in record.told]
    if kind == "article":
        return [record]
    article = getattr(record, "article", None)
    return [article] if article is not None else []


def title_of(kind: str, record: Any) -> str:
    """The record in one line of the page's language; words of a text stay Vietnamese, in quotation marks."""
    match kind:
        case "meeting":
            return f"{called_plainly(record)} ({phrases.dated(record)})"
        case "directive":
            return f"{who(record.parts)}: {quoted(cut(record.text))}" if record.parts else quoted(cut(record.text))
        case "target":
            return f"{measured_plainly(record)}: {phrases.figure(record)}{_of_period(record)}"
        case "citation":
            words = {"document": in_english(record.document), "meeting": called_plainly(record.meeting)}
            return _("%(document)s cited: %(meeting)s") % words
        case "organization":
            return in_english(record.full_name)
    return in_english(record)


def who(parts: list[Assignment]) -> str:
    """Who is told to act, those who lead or carry out before those who coordinate."""
    leading = [part for part in parts if part.part != Assignment.Part.COORDINATE] or parts
    return ", ".join(in_english(part.words) for part in leading)


def cut(text: str, length: int = LONGEST_TITLE) -> str:
    """The beginning of a text, cut between words."""
    line = " ".join(text.split())
    shown = Truncator(line).chars(length)
    return shown if shown == line else shown[:-1].rpartition(" ")[0] + " …"


def _of_period(target: Any) -> str:
    told = [phrases.period(target.period)] if target.period else []
    return f" ({', '.join([*told, str(target.get_status_display()).lower()])})"
