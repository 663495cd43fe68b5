"""Articles read again from the texts that are kept, by the present rules; on trial, to tell what would change."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import tee

from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from meetings.extraction.document import Document
from meetings.extraction.facts import Extraction
from meetings.extraction.steps import extract
from meetings.loading import limits
from meetings.loading.articles import READ_COLUMNS, TRIES
from meetings.loading.changes import Change, changes_between, records_of
from meetings.loading.collecting import collecting_seldom
from meetings.loading.failures import is_of_the_database
from meetings.loading.processes import in_processes
from meetings.loading.versions import facts_digest, needs_no_records, reading_version
from meetings.models import Article
from meetings.reconcile import Tally, reconcile
from meetings.reconcile.locking import locked
from meetings.reconcile.rewriting import rewrite

logger = logging.getLogger(__name__)


@dataclass
class Reread:
    """What came of reading an article again. `error` says why it could not be; such an article stays as it was."""

    article: int
    file_name: str
    tally: Tally = field(default_factory=Tally)
    changes: list[Change] = field(default_factory=list)
    error: str = ""


def outdated(after: int = 0, at_once: int = 50) -> Iterator[list[int]]:
    """The keys, from `after` on, of the articles that other rules than the present ones were read by, in batches."""
    while True:
        rows = Article.objects.filter(pk__gt=after).order_by("pk").defer("text", "search_text")[:at_once]
        articles = list(rows)
        if not articles:
            return
        yield [article.pk for article in articles if article.extractor_version != reading_version(article)]
        after = articles[-1].pk


def reread(articles: Sequence[int], *, trial: bool = False) -> Iterator[Reread]:
    """Reads articles again, those of other facts each in a transaction of its own that keeps nobody from reading.

    On `trial` nothing stays. What people said is kept as at any reading. One that was read by the present rules
    meanwhile is passed over.
    """
    with collecting_seldom():
        readings = list(_readings(articles))
        yield from _settle([reading for reading in readings if reading.is_settled], trial=trial)
        for reading in readings:
            if not reading.is_settled and (outcome := _followed(reading, trial=trial)) is not None:
                yield outcome


def reread_all(
    batches: Iterable[Sequence[int]], *, trial: bool = False, jobs: int = 1
) -> Iterator[tuple[int, list[Reread]]]:
    """As `reread`, batch by batch in their order: how many articles there were, and what came of them.

    Several processes share the work where there are more `jobs` than one.
    """
    asked, given = tee(batches)
    work = partial(reread_batch, trial=trial)
    done = map(work, given) if jobs == 1 else in_processes(work, given, jobs, in_order=True)
    for batch, outcomes in zip(asked, done, strict=True):
        yield len(batch), outcomes


def reread_batch(articles: Sequence[int], *, trial: bool = False) -> list[Reread]:
    """As `reread`, all at once."""
    return list(reread(articles, trial=trial))


@dataclass
class _Reading:
    """The facts of an article, or why there are none; `is_settled` where its records were made of the same ones."""

    article: Article
    extraction: Extraction | None = None
    digest: str = ""
    is_settled: bool = False
    error: str = ""


def _readings(articles: Sequence[int]) -> Iterator[_Reading]:
    for article in Article.objects.filter(pk__in=articles).order_by("pk").defer("search_text"):
        if article.extractor_version == reading_version(article):
            continue
        document = Document(article.file_name, article.text, article.sha256)
        try:
            with limits.reading():
                extraction = extract(document)
        except Exception as error:
            logger.exception("article %d cannot be read again", article.pk)
            yield _Reading(article, error=_told(error))
            continue
        digest = facts_digest(document, extraction)
        yield _Reading(article, extraction, digest, needs_no_records(article, digest))


def _settle(readings: Sequence[_Reading], *, trial: bool) -> Iterator[Reread]:
    """Notes that articles were read by the present rules; what their records follow from is the same."""
    if not trial:
        with transaction.atomic():
            present = {row.pk: row for row in locked(_without_text([reading.article.pk for reading in readings]))}
            same = [
                row for reading in readings if (row := present.get(reading.article.pk)) and _is_as_read(row, reading)
            ]
            for row in same:
                row.extractor_version, row.read_at = reading_version(row), timezone.now()
            rewrite(Article, same, ("extractor_version", "read_at"))
    yield from (Reread(reading.article.pk, reading.article.file_name) for reading in readings)


def _followed(reading: _Reading, *, trial: bool) -> Reread | None:
    """Lets the records of an article follow its facts. None where somebody else did meanwhile."""
    if reading.extraction is None:
        return Reread(reading.article.pk, reading.article.file_name, error=reading.error)
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                outcome = _follow(reading, reading.extraction, trial)
                if trial:
                    transaction.set_rollback(True)
            return outcome
        except Exception as error:
            again = isinstance(error, IntegrityError | OperationalError) and not connection.in_atomic_block
            if again and attempt < TRIES:
                continue
            if is_of_the_database(error):
                raise
            logger.exception("the records of article %d cannot follow", reading.article.pk)
            return Reread(reading.article.pk, reading.article.file_name, error=_told(error))
    raise AssertionError("unreachable")


def _follow(reading: _Reading, extraction: Extraction, trial: bool) -> Reread | None:
    article = locked(Article.objects.filter(pk=reading.article.pk)).first()
    if article is None or not _is_as_read(article, reading):
        return None
    before = records_of(article) if trial else {}
    outcome = Reread(article.pk, article.file_name)
    outcome.tally = reconcile(article, extraction, former_text=article.text)
    if trial:
        outcome.changes = list(changes_between(before, records_of(article)))
        return outcome
    article.extractor_version, article.facts_digest = reading_version(article), reading.digest
    article.read_at = timezone.now()
    Article.objects.filter(pk=article.pk).update(**{name: getattr(article, name) for name in READ_COLUMNS})
    return outcome


def _is_as_read(row: Article, reading: _Reading) -> bool:
    """Whether nobody has loaded the article, or said anything of it, since it was read; else its turn comes again."""
    read = reading.article
    return (row.sha256, row.facts_digest, row.extractor_version, reading_version(row)) == (
        read.sha256, read.facts_digest, read.extractor_version, reading_version(read),
    )  # fmt: skip


def _without_text(articles: Sequence[int]) -> QuerySet[Article]:
    return Article.objects.filter(pk__in=articles).defer("text", "search_text").order_by("pk")


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
