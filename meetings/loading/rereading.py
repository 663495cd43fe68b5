"""Articles read again from the texts that are kept, by the present rules; on trial, to tell what would change."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils import timezone

from meetings.extraction import extract
from meetings.extraction.document import Document
from meetings.loading import limits
from meetings.loading.articles import TRIES, reading_version
from meetings.loading.failures import is_of_the_database
from meetings.models import Appearance, Article, Assignment, Citation, Decision, Directive, Meeting, Target
from meetings.reconcile import Tally, reconcile
from people.corrections import State

logger = logging.getLogger(__name__)
# By kind of record, the path to the article that tells of it.
_PATHS: tuple[tuple[Any, str], ...] = (
    (Meeting, "reports__article"),
    (Appearance, "article"),
    (Directive, "article"),
    (Assignment, "directive__article"),
    (Target, "article"),
    (Citation, "article"),
    (Decision, "article"),
)
_IN_VIEW = (State.READ, State.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a record that is read otherwise; a record that comes or goes has no field."""

    kind: str
    record: str
    field: str
    before: str
    after: str


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
    """Reads articles again, each in a transaction of its own that keeps nobody from reading; on `trial` none stays.

    What people said is kept as at any reading. One that was read by the present rules meanwhile is passed over.
    """
    for pk in articles:
        for attempt in range(1, TRIES + 1):
            try:
                with transaction.atomic():
                    outcome = _reread(pk, trial)
                    if trial:
                        transaction.set_rollback(True)
            except (IntegrityError, OperationalError) as error:
                if attempt < TRIES and not connection.in_atomic_block:
                    continue
                if is_of_the_database(error):
                    raise
                outcome = _failed(pk, error)
            except Exception as error:
                if is_of_the_database(error):
                    raise
                logger.exception("article %d cannot be read again", pk)
                outcome = _failed(pk, error)
            break
        if outcome is not None:
            yield outcome


def _reread(pk: int, trial: bool) -> Reread | None:
    article = Article.objects.select_for_update(of=("self",), no_key=True).filter(pk=pk).first()
    if article is None or article.extractor_version == reading_version(article):
        return None
    before = _records(article) if trial else {}
    outcome = Reread(pk, article.file_name)
    document = Document(article.file_name, article.text, article.sha256)
    with limits.reading():
        extraction = extract(document)
    outcome.tally = reconcile(article, extraction, former_text=article.text)
    if trial:
        outcome.changes = list(_changes(before, _records(article)))
        return outcome
    now = timezone.now()
    Article.objects.filter(pk=pk).update(extractor_version=reading_version(article), read_at=now)
    return outcome


def _failed(pk: int, error: Exception) -> Reread:
    name = Article.objects.filter(pk=pk).values_list("file_name", flat=True).first() or ""
    return Reread(pk, name, error=f"{type(error).__name__}: {error}")


_Records = dict[tuple[str, int], tuple[str, dict[str, str]]]


def _records(article: Article) -> _Records:
    """What readers see of an article: by kind and key, the record in words and its values."""
    found: _Records = {}
    for model, path in _PATHS:
        names = [name for name in model.correctable_fields if name != "same_as"]
        related = [name for name in names if model._meta.get_field(name).is_relation]
        rows = model.objects.filter(**{path: article, "state__in": _IN_VIEW})
        for row in rows.select_related(*related) if related else rows:
            values = {name: str(getattr(row, name) or "") for name in names}
            found[model._meta.model_name, row.pk] = (str(row), values)
    return found


def _changes(before: _Records, after: _Records) -> Iterable[Change]:
    for key in sorted(before.keys() | after.keys()):
        kind = key[0]
        if key not in after:
            yield Change(kind, str(key[1]), "", before[key][0], "")
        elif key not in before:
            # What is made on trial has no key of its own.
            yield Change(kind, "", "", "", after[key][0])
        else:
            old, new = before[key][1], after[key][1]
            yield from (Change(kind, str(key[1]), name, old[name], new[name]) for name in new if old[name] != new[name])
