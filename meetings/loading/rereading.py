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

from meetings.loading.changes import Change, changes_between, records_of
from meetings.loading.collecting import collecting_seldom
from meetings.loading.failures import is_of_the_database
from meetings.loading.following import READ_COLUMNS, TRIES
from meetings.loading.processes import in_processes
from meetings.loading.readings import ReadAgain, is_as_read, read_again, told
from meetings.loading.turns import in_turns
from meetings.loading.versions import reading_version, repeats_stand
from meetings.models import Article
from meetings.reconcile import Reading, Tally, reconcile
from meetings.reconcile.locking import locked
from meetings.reconcile.rewriting import rewrite
from meetings.reconcile.together import Newcomer, by_province

logger = logging.getLogger(__name__)
# Articles in one transaction: enough to share what they ask for, few enough to keep nobody waiting who saves one.
_AT_ONCE = 20
# Articles that are looked at together for the rules that they were read by, and what tells those.
_LOOKED_AT = 1000
_VERSIONED = ("extractor_version", "province", "reported_on", "subject")


@dataclass
class Reread:
    """What came of reading an article again. `error` says why it could not be; such an article stays as it was."""

    article: int
    file_name: str
    tally: Tally = field(default_factory=Tally)
    changes: list[Change] = field(default_factory=list)
    error: str = ""


def outdated(after: int = 0, at_once: int = 100) -> Iterator[list[int]]:
    """The keys, from `after` on, of the articles that other rules than the present ones were read by, in batches."""
    keys: list[int] = []
    while rows := list(Article.objects.filter(pk__gt=after).order_by("pk").only(*_VERSIONED)[:_LOOKED_AT]):
        keys += [article.pk for article in rows if article.extractor_version != reading_version(article)]
        after = rows[-1].pk
        while len(keys) >= at_once:
            yield keys[:at_once]
            keys = keys[at_once:]
    if keys:
        yield keys


def reread(articles: Sequence[int], *, trial: bool = False) -> Iterator[Reread]:
    """Reads articles again, those of other facts some in one transaction, which keeps nobody from reading.

    On `trial` nothing stays. What people said is kept as at any reading. One that was read by the present rules
    meanwhile is passed over.
    """
    with collecting_seldom():
        readings = list(read_again(articles))
        yield from _settle([reading for reading in readings if reading.is_settled], trial=trial)
        yield from _followed([reading for reading in readings if not reading.is_settled], trial=trial)


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
    """As `reread`, all at once, in the order of their keys."""
    return sorted(reread(articles, trial=trial), key=lambda outcome: outcome.article)


def _settle(readings: Sequence[ReadAgain], *, trial: bool) -> Iterator[Reread]:
    """Notes that articles were read by the present rules; what their records follow from is the same."""
    if not trial:
        with transaction.atomic():
            present = {row.pk: row for row in locked(_without_text([reading.article.pk for reading in readings]))}
            same = [
                row for reading in readings if (row := present.get(reading.article.pk)) and is_as_read(row, reading)
            ]
            for row in same:
                row.extractor_version, row.read_at = reading_version(row), timezone.now()
            rewrite(Article, same, ("extractor_version", "read_at"))
    yield from (Reread(reading.article.pk, reading.article.file_name) for reading in readings)


def _followed(readings: Sequence[ReadAgain], *, trial: bool) -> Iterator[Reread]:
    """Lets the records of articles follow their facts, together or, where one of them cannot, one by one.

    None comes of an article that somebody else brought in line meanwhile.
    """
    for reading in readings:
        if reading.extraction is None:
            yield Reread(reading.article.pk, reading.article.file_name, error=reading.error)
    taken: set[int] = set()
    read = [reading for reading in readings if reading.extraction is not None]
    if len(read) > 1:
        known = [Newcomer(each.article, each.extraction) for each in read if each.extraction is not None]
        batches = [[read[n] for n in places] for places in by_province(known, _AT_ONCE)]
        for done in in_turns(batches, partial(_follow_or_undo, trial=trial)):
            taken.add(done.article)
            yield done
    for reading in read:
        if reading.article.pk not in taken:
            yield from _follow_alone(reading, trial)


def _follow_alone(reading: ReadAgain, trial: bool) -> Sequence[Reread]:
    for attempt in range(1, TRIES + 1):
        try:
            return _follow_or_undo([reading], trial=trial)
        except Exception as error:
            again = isinstance(error, IntegrityError | OperationalError) and not connection.in_atomic_block
            if again and attempt < TRIES:
                continue
            if is_of_the_database(error):
                raise
            logger.exception("the records of article %d cannot follow", reading.article.pk)
            return [Reread(reading.article.pk, reading.article.file_name, error=told(error))]
    raise AssertionError("unreachable")


def _follow_or_undo(readings: Sequence[ReadAgain], waiting: bool = True, *, trial: bool) -> Sequence[Reread]:
    with transaction.atomic():
        outcomes = _follow(readings, trial, waiting)
        if trial:
            transaction.set_rollback(True)
    return outcomes


def _follow(readings: Sequence[ReadAgain], trial: bool, waiting: bool) -> list[Reread]:
    read = {reading.article.pk: reading for reading in readings}
    rows = locked(Article.objects.filter(pk__in=read)).order_by("pk")
    articles = [article for article in rows if is_as_read(article, read[article.pk])]
    before = [records_of(article) for article in articles] if trial else []
    again = [
        Reading(article, extraction, article.text, repeats_stand(article.extractor_version))
        for article in articles
        if (extraction := read[article.pk].extraction) is not None
    ]
    tallies = reconcile(again, waiting=waiting)
    outcomes = [Reread(article.pk, article.file_name, tally) for article, tally in zip(articles, tallies, strict=True)]
    if trial:
        for outcome, article, was in zip(outcomes, articles, before, strict=True):
            outcome.changes = list(changes_between(was, records_of(article)))
        return outcomes
    for article in articles:
        article.extractor_version, article.facts_digest = reading_version(article), read[article.pk].digest
        article.read_at = timezone.now()
    rewrite(Article, articles, READ_COLUMNS)
    return outcomes


def _without_text(articles: Sequence[int]) -> QuerySet[Article]:
    return Article.objects.filter(pk__in=articles).defer("text", "search_text").order_by("pk")
