"""Files into articles and records: what can be loaded is loaded, what cannot is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction

from meetings.loading.articles import Loaded
from meetings.loading.batches import AT_ONCE, load_batch
from meetings.loading.failures import Failure
from meetings.loading.files import Source, find_sources
from meetings.loading.standing import count_standing
from meetings.models import Article
from meetings.reconcile import Tally
from meetings.reconcile.successions import link_all
from people.register import ProvinceRegister

__all__ = ["Failure", "Run", "load"]

Progress = Callable[[list[Source]], Iterable[Source]]


@dataclass
class Run:
    """What came of loading: articles by what became of them, records by what was done to them, and all failures."""

    articles: Counter[str] = field(default_factory=Counter)
    tally: Tally = field(default_factory=Tally)
    not_meetings: int = 0
    failures: list[Failure] = field(default_factory=list)


def load(
    paths: Iterable[Path],
    *,
    dry_run: bool = False,
    fail_fast: bool = False,
    reread: bool = False,
    progress: Progress = iter,
    report: Callable[[Failure], Any] = lambda failure: None,
) -> Run:
    """Loads the texts under `paths`, each in a transaction of its own; with `dry_run` nothing of it stays.

    `report` is told of each failure as it is met; with `fail_fast` the first one ends the run. `progress` is handed
    the texts and gives them back one by one.
    """
    run = Run()
    if not dry_run:
        _load_all(paths, run, fail_fast, reread, progress, report)
        return run
    with transaction.atomic():
        _load_all(paths, run, fail_fast, reread, progress, report)
        transaction.set_rollback(True)
    return run


def _load_all(
    paths: Iterable[Path],
    run: Run,
    fail_fast: bool,
    reread: bool,
    progress: Progress,
    report: Callable[[Failure], Any],
) -> None:
    sources, failures = find_sources(paths, ProvinceRegister())
    for failure in failures:
        run.failures.append(failure)
        report(failure)
        if fail_fast:
            return
    untouched: list[int] = []
    for loaded in _each(progress(sources), run, fail_fast, reread, report):
        run.articles[loaded.change] += 1
        run.not_meetings += loaded.article.subject == Article.Subject.OTHER
        if loaded.change == "unchanged" and not loaded.tally.unchanged:
            untouched.append(loaded.article.pk)
        run.tally += loaded.tally
    run.tally += count_standing(untouched)
    link_all()


def _each(
    sources: Iterable[Source], run: Run, fail_fast: bool, reread: bool, report: Callable[[Failure], Any]
) -> Iterator[Loaded]:
    for batch in batched(sources, 1 if fail_fast else AT_ONCE):
        for outcome in load_batch(batch, reread=reread):
            if isinstance(outcome, Loaded):
                yield outcome
                continue
            run.articles["failed"] += 1
            run.failures += outcome.failures
            for failure in outcome.failures:
                report(failure)
            if fail_fast:
                return


def batched(sources: Iterable[Source], size: int) -> Iterator[list[Source]]:
    """Lists of `size` sources each, the last one shorter."""
    rest = iter(sources)
    while batch := list(islice(rest, size)):
        yield batch
