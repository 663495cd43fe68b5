"""Texts and articles handed to the queue, and those that workers could not load."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from procrastinate import App
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.jobs import Job

from meetings.loading.articles import is_unchanged
from meetings.loading.batches import known_articles, read_all
from meetings.loading.cutting import batched_by_province
from meetings.loading.failures import Failure
from meetings.loading.files import Source, find_sources
from meetings.queueing.messages import mark_of, message_of
from meetings.queueing.tasks import FAILED
from people.register import ProvinceRegister

# A job holds the texts themselves.
_TEXTS_OF_A_JOB = 100


@dataclass
class Handed:
    """How many texts wait now, how many are loaded and unchanged, and what cannot be read."""

    waiting: int = 0
    unchanged: int = 0
    failures: int = 0


def hand_over(
    app: App,
    paths: Iterable[Path],
    report: Callable[[Failure], Any],
    advance: Callable[[int], Any],
    *,
    reread: bool = False,
) -> Handed:
    """Hands the texts under `paths` to the workers, but for those that are loaded and unchanged."""
    handed = Handed()

    def fail(failures: Iterable[Failure]) -> None:
        for failure in failures:
            handed.failures += 1
            report(failure)

    def sources() -> Iterable[Source]:
        for found in find_sources(paths, ProvinceRegister()):
            if isinstance(found, Source):
                yield found
            else:
                fail([found])

    for batch in batched_by_province(sources(), _TEXTS_OF_A_JOB, 1):
        reads, unreadable = read_all(batch)
        for done in unreadable:
            fail(done.failures)
        articles = known_articles(reads)
        asked = []
        for read in reads:
            article = articles.get(read.source.name)
            if reread or article is None or not is_unchanged(article, read):
                asked.append(message_of(read))
        handed.unchanged += len(reads) - len(asked)
        handed.waiting += len(asked)
        if asked:
            defer_once(app, "load", mark_of(asked), texts=asked)
        advance(len(batch))
    defer_once(app, "finish", "finish")
    return handed


def defer_once(app: App, task: str, mark: str, **arguments: Any) -> None:
    """Lets a task wait, unless the very same one waits already."""
    try:
        app.tasks[task].configure(queueing_lock=mark).defer(**arguments)
    except AlreadyEnqueued:
        return


def waiting(app: App) -> dict[str, int]:
    """How many jobs there are, by their status; those that nobody takes are left out."""
    counts: dict[str, int] = {}
    for job in app.job_manager.list_jobs(queue="work"):
        status = job.status or ""
        counts[status] = counts.get(status, 0) + 1
    return counts


def failed(app: App) -> Sequence[Job]:
    """What workers could not load, the oldest first."""
    return app.job_manager.list_jobs(queue=FAILED, status="todo")


def retry_failed(app: App) -> int:
    """Hands what could not be loaded to the workers again; returns how many texts."""
    jobs = failed(app)
    for job in jobs:
        app.tasks["load"].defer(texts=job.task_kwargs["texts"])
        if job.id is not None:
            app.job_manager.cancel_job_by_id(job.id, delete_job=True)
    return len(jobs)
