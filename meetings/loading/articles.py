"""One text and its article: what was read of it, and what the curator's list says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from meetings.extraction.dates import find_dates, publication
from meetings.extraction.document import Document, DocumentError, read_document
from meetings.extraction.facts import Extraction
from meetings.extraction.memory import reading_once
from meetings.extraction.steps import extract
from meetings.loading import limits
from meetings.loading.failures import LoadError, unreadable
from meetings.loading.files import Source
from meetings.loading.versions import facts_digest, has_the_same_facts, reading_version
from meetings.models import Article
from meetings.reconcile import Tally
from meetings.reconcile.together import Newcomer

Change = Literal["new", "changed", "unchanged"]


@dataclass
class Loaded:
    """What became of one text."""

    article: Article
    change: Change
    tally: Tally = field(default_factory=Tally)


@dataclass
class Read:
    """A text that was read: its file, its characters and, unless it need not be read again, its facts.

    `printed` is the day that the text itself says it appeared on, once that was asked for.
    """

    source: Source
    document: Document
    extraction: Extraction | None = None
    printed: tuple[datetime.date | None] | None = None


def read_text(source: Source) -> Read:
    """The text of a file. Raises `LoadError` for one that cannot be read."""
    if source.wrong:
        raise LoadError(*source.wrong)
    try:
        return Read(source, read_document(source.path))
    except DocumentError as error:
        raise LoadError(unreadable(source.path, error)) from error


def is_unchanged(article: Article, read: Read) -> bool:
    """Whether the text need not be read again. `article` follows the curator's list on the way, and is not saved."""
    if (article.sha256, article.extractor_version) != (read.document.sha256, reading_version(article)):
        return False
    return not follow_curator(article, read)


def newcomer_of(read: Read) -> Newcomer:
    """The article of a text that is not in the database, with what was read from it."""
    article = Article(file_name=read.source.name, text=read.document.text, sha256=read.document.sha256)
    article.facts_digest = facts_digest(read.document, facts_of(read))
    follow_curator(article, read)
    return Newcomer(article, facts_of(read))


def facts_of(read: Read) -> Extraction:
    """What the text says; it is read once."""
    if read.extraction is None:
        with limits.reading(), reading_once():
            read.extraction = extract(read.document)
            if read.source.known is None or read.source.known.reported_on is None:
                _printed_day(read)  # will be asked for
    return read.extraction


def follow_curator(article: Article, read: Read) -> bool:
    """Takes over what the list says; where there is no usable list, what was known before stays."""
    known = read.source.known
    if known is None:
        return article._state.adding and article.follow({"reported_on": _printed_day(read)})
    return article.follow(
        {
            "title": known.title,
            "publisher": known.publisher,
            "url": known.url,
            "reported_on": known.reported_on or _day_of(article, read),
            "province": known.province,
        }
    )


def _day_of(article: Article, read: Read) -> datetime.date | None:
    """As `_printed_day`. Whoever was read to print none, and is the same file, is not asked again."""
    same = has_the_same_facts(article, read.document.sha256)
    if same and "reported_on" in article.extracted and article.extracted["reported_on"] is None:
        return None
    return _printed_day(read)


def _printed_day(read: Read) -> datetime.date | None:
    """The day on which the report appeared, as a header or stamp of the text itself says; it is looked for once."""
    if read.printed is None:
        mention = publication(find_dates(read.document))
        iso = mention.iso() if mention and mention.precision == "day" else None
        read.printed = (datetime.date.fromisoformat(iso) if iso else None,)
    return read.printed[0]
