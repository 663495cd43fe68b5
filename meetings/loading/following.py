"""Texts whose articles may be in the database: brought in line with file and curator's list, the records follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from meetings.loading.articles import Loaded, Read, facts_of, follow_curator
from meetings.loading.versions import facts_digest, needs_no_records, reading_version, repeats_stand
from meetings.models import Article
from meetings.reconcile import Reading, Tally, reconcile

TRIES = 3
# What is known of a reading once the records follow it.
READ_COLUMNS = ("extractor_version", "facts_digest", "read_at")


def load_read(read: Read, *, reread: bool = False) -> Loaded:
    """As `load_all`, for one text."""
    return load_all([read], reread=reread)[0]


def load_all(reads: Sequence[Read], *, reread: bool = False, waiting: bool = True) -> list[Loaded]:
    """Loads texts of files that have different names, all of them in one transaction.

    A text is read again where file, curator's knowledge, rules or what a person said of the article have changed, or
    with `reread`. Raises `BusyError` where other loaders write on the same provinces, and nobody is `waiting` for them.
    """
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                return _load(reads, reread, waiting or attempt > 1)
        except (IntegrityError, OperationalError):
            # Another loader met the same person or agency at the same time: whoever comes second finds the row.
            if attempt == TRIES or connection.in_atomic_block:
                raise
    raise AssertionError("unreachable")


@dataclass
class _Begun:
    """An article that is being loaded: what was known of it before, and what is to be reconciled, if anything is."""

    article: Article
    former: str | None
    known_before: str
    differs: bool
    reading: Reading | None = None


def _load(reads: Sequence[Read], reread: bool, waiting: bool) -> list[Loaded]:
    named = Article.objects.filter(file_name__in=[read.source.name for read in reads])
    articles = {row.file_name: row for row in named.select_for_update(of=("self",)).order_by("pk")}
    begun = [_begin(read, articles.get(read.source.name), reread) for read in reads]
    readings = [each.reading for each in begun if each.reading is not None]
    tallies = {
        reading.article.pk: tally for reading, tally in zip(readings, reconcile(readings, waiting=waiting), strict=True)
    }
    return [_finish(each, tallies.get(each.article.pk, Tally())) for each in begun]


def _begin(read: Read, article: Article | None, reread: bool) -> _Begun:
    """Brings an article in line with its file and the curator's list."""
    document, is_new = read.document, article is None
    article = article or Article(file_name=read.source.name)
    former, known_before = (None, "") if is_new else (article.text, article.extractor_version)
    differs = follow_curator(article, read)
    if article.text != document.text or article.sha256 != document.sha256:
        article.text, article.sha256 = document.text, document.sha256
        differs = True
    begun = _Begun(article, former, known_before, differs or is_new)
    if not (begun.differs or reread) and known_before == reading_version(article):
        return begun
    digest = facts_digest(document, facts_of(read))
    if begun.differs or reread or not needs_no_records(article, digest):
        begun.reading = Reading(article, facts_of(read), former, repeats_stand(known_before), begun.differs)
    article.facts_digest = digest
    return begun


def _finish(begun: _Begun, tally: Tally) -> Loaded:
    """Notes by which rules an article was read."""
    article = begun.article
    version = reading_version(article)
    if begun.differs or begun.reading is not None or version != begun.known_before:
        if begun.differs or version != begun.known_before:
            article.read_at = timezone.now()
        article.extractor_version = version
        columns = {name: getattr(article, name) for name in READ_COLUMNS}
        Article.objects.filter(pk=article.pk).update(**columns)
    if begun.former is None:
        return Loaded(article, "new", tally)
    return Loaded(article, "changed" if begun.differs or tally.changes else "unchanged", tally)
