"""One text into the database: read, kept as an article, its facts reconciled, all or nothing."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Literal

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from meetings.extraction.dates import find_dates, publication
from meetings.extraction.document import Document, DocumentError, read_document
from meetings.extraction.facts import Extraction
from meetings.extraction.memory import reading_once
from meetings.extraction.steps import extract
from meetings.extraction.version import extractor_version
from meetings.loading import limits
from meetings.loading.failures import LoadError, unreadable
from meetings.loading.files import Source
from meetings.loading.versions import facts_digest, needs_no_records, reading_version
from meetings.models import Article
from meetings.reconcile import Tally, reconcile
from meetings.reconcile.rows import save_quietly
from meetings.reconcile.together import Newcomer

Change = Literal["new", "changed", "unchanged"]
TRIES = 3
# What is known of a reading once the records follow it.
READ_COLUMNS = ("extractor_version", "facts_digest", "read_at")


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


def load_text(source: Source, *, reread: bool = False) -> Loaded:
    """Loads the text of a file in a transaction of its own. Raises `LoadError` for one that cannot be read."""
    return load_read(read_text(source), reread=reread)


def load_read(read: Read, *, reread: bool = False) -> Loaded:
    """Loads one text in a transaction of its own.

    A text is read again where file, curator's knowledge, rules or what a person said of the article have changed, or
    with `reread`.
    """
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                return _load(read, reread)
        except (IntegrityError, OperationalError):
            # Another loader met the same person or agency at the same time: whoever comes second finds the row.
            if attempt == TRIES or connection.in_atomic_block:
                raise
    raise AssertionError("unreachable")


def is_unchanged(article: Article, read: Read) -> bool:
    """Whether the text need not be read again. `article` follows the curator's list on the way, and is not saved."""
    if (article.sha256, article.extractor_version) != (read.document.sha256, reading_version(article)):
        return False
    return not _follow_curator(article, read)


def newcomer_of(read: Read) -> Newcomer:
    """The article of a text that is not in the database, with what was read from it."""
    article = Article(file_name=read.source.name, text=read.document.text, sha256=read.document.sha256)
    article.facts_digest = facts_digest(read.document, facts_of(read))
    _follow_curator(article, read)
    return Newcomer(article, facts_of(read))


def facts_of(read: Read) -> Extraction:
    """What the text says; it is read once."""
    if read.extraction is None:
        with limits.reading(), reading_once():
            read.extraction = extract(read.document)
            if read.source.known is None or read.source.known.reported_on is None:
                _printed_day(read)  # will be asked for
    return read.extraction


def _load(read: Read, reread: bool) -> Loaded:
    source, document = read.source, read.document
    article = Article.objects.select_for_update(of=("self",)).filter(file_name=source.name).first()
    former = article.text if article else None
    known_before = article.extractor_version if article else ""
    article = article or Article(file_name=source.name)
    differs = _follow_curator(article, read)
    if article.text != document.text or article.sha256 != document.sha256:
        article.text, article.sha256 = document.text, document.sha256
        differs = True
    if former is not None and not differs and not reread and known_before == reading_version(article):
        return Loaded(article, "unchanged")
    if differs or former is None:
        save_quietly(article)
    digest = facts_digest(document, facts_of(read))
    same = not (differs or reread) and needs_no_records(article, digest)
    tally = Tally() if same else reconcile(article, facts_of(read), former_text=former)
    article.extractor_version, article.facts_digest = reading_version(article), digest
    if differs or former is None or article.extractor_version != known_before:
        article.read_at = timezone.now()
    columns = {name: getattr(article, name) for name in READ_COLUMNS}
    Article.objects.filter(pk=article.pk).update(**columns)
    changed = differs or bool(tally.changes)
    return Loaded(article, "new" if former is None else "changed" if changed else "unchanged", tally)


def _follow_curator(article: Article, read: Read) -> bool:
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
    same = article.sha256 == read.document.sha256 and article.extractor_version.startswith(
        extractor_version()[:50] + "/"
    )
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
