"""A run over files: what can be loaded is loaded, what cannot is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction

from meetings.loading.batches import READ_AT_ONCE, Done, load_batch, load_whole_batch
from meetings.loading.cutting import batched, batched_by_province
from meetings.loading.failures import Failure
from meetings.loading.files import Source, find_sources
from meetings.loading.processes import in_processes
from meetings.loading.standing import count_standing
from meetings.reconcile import Tally
from meetings.reconcile.locking import while_linking
from meetings.reconcile.ties import link_all
from people.register import ProvinceRegister


@dataclass
class Run:
    """What came of loading: articles by what became of them, records by what was done to them, and all failures."""

    articles: Counter[str] = field(default_factory=Counter)
    tally: Tally = field(default_factory=Tally)
    not_meetings: int = 0
    failures: list[Failure] = field(default_factory=list)


@dataclass
class Manner:
    """How to load. `jobs` processes share the work; `report` is told of each failure, `advance` of texts dealt with.

    With `dry_run` nothing stays, with `fail_fast` the first failure ends the run, with `reread` unchanged texts are
    read again.
    """

    dry_run: bool = False
    fail_fast: bool = False
    reread: bool = False
    jobs: int = 1
    advance: Callable[[int], Any] = lambda texts: None
    report: Callable[[Failure], Any] = lambda failure: None


def load(paths: Iterable[Path], manner: Manner | None = None) -> Run:
    """Loads the texts under `paths`, many in a transaction; one that cannot be loaded takes no other with it.

    A run that breaks off is simply begun again: what is loaded by then is passed over.
    """
    run, manner = Run(), manner or Manner()
    if not manner.dry_run:
        _load_all(paths, run, manner)
        return run
    with transaction.atomic():
        while_linking()  # by itself, since all is one transaction
        _load_all(paths, run, manner)
        transaction.set_rollback(True)
    return run


def _load_all(paths: Iterable[Path], run: Run, manner: Manner) -> None:
    untouched: list[int] = []
    for done in _each(_readable(paths, run, manner), manner):
        manner.advance(1)
        if done.failures:
            run.articles["failed"] += 1
            _fail(run, manner, done.failures)
            if manner.fail_fast:
                return
            continue
        run.articles[done.change] += 1
        run.not_meetings += done.is_other
        if done.change == "unchanged" and not done.tally.unchanged and done.article is not None:
            untouched.append(done.article)
        run.tally += done.tally
    run.tally += count_standing(untouched)
    link_all()


def _readable(paths: Iterable[Path], run: Run, manner: Manner) -> Iterator[Source]:
    for found in find_sources(paths, ProvinceRegister()):
        if isinstance(found, Source):
            yield found
            continue
        _fail(run, manner, [found])
        if manner.fail_fast:
            return


def _fail(run: Run, manner: Manner, failures: Iterable[Failure]) -> None:
    for failure in failures:
        run.failures.append(failure)
        manner.report(failure)


def _each(sources: Iterable[Source], manner: Manner) -> Iterator[Done]:
    if manner.jobs > 1 and not (manner.dry_run or manner.fail_fast):
        batches = batched_by_province(sources, READ_AT_ONCE, manner.jobs)
        for done in in_processes(partial(load_whole_batch, reread=manner.reread), batches, manner.jobs):
            yield from done
        return
    for batch in batched(sources, 1) if manner.fail_fast else batched_by_province(sources, READ_AT_ONCE, 1):
        yield from load_batch(batch, reread=manner.reread)
