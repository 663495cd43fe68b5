"""What workers do: load texts, read articles again, and what is left to do once all are loaded."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from django.db import InterfaceError, OperationalError, connections
from procrastinate import App, BaseConnector, RetryStrategy
from procrastinate.jobs import Job, Status

from meetings.loading.batches import load_reads
from meetings.loading.rereading import reread
from meetings.queueing.messages import Message, read_of
from meetings.reconcile.successions import link_all
from meetings.review.duplicates import find_duplicates
from people.register import ProvinceRegister

logger = logging.getLogger(__name__)
WORK, FAILED = "work", "failed"
# What is done when nothing else waits.
LAST = -10
# Whose reading ends so many processes, by itself, is given up.
MOST_TRIES = 3


def make_app(connector: BaseConnector) -> App:
    """The queue's application with its tasks: `load`, `reread`, `finish`, and what looks after jobs left behind."""
    app = App(connector=connector)

    # The database may be away for a while.
    again = RetryStrategy(max_attempts=20, exponential_wait=2, retry_exceptions={OperationalError, InterfaceError})

    @app.task(name="load", queue=WORK, retry=again)
    def load(texts: list[Message]) -> None:
        apart(lambda: _load(app, texts))

    @app.task(name="reread", queue=WORK, retry=again)
    def reread_articles(articles: list[int]) -> None:
        apart(lambda: _reread(articles))

    @app.task(name="finish", queue=WORK, priority=LAST, retry=again)
    def finish() -> None:
        apart(_finish)

    @app.task(name="failed", queue=FAILED)
    def failed(texts: list[Message], failures: list[str]) -> None:
        """Is kept until somebody looks; no worker takes it."""

    @app.periodic(cron="* * * * *")
    @app.task(name="pick_up", queue=WORK, queueing_lock="pick_up")
    async def pick_up(timestamp: int) -> None:
        for job in await app.job_manager.get_stalled_jobs():
            await _pick_up(app, job)

    return app


def apart(work: Callable[[], None]) -> None:
    """Does work in a thread of a worker, which then leaves no connection behind."""
    try:
        work()
    except Exception:
        logger.exception("what waits in the queue could not be done")
        raise
    finally:
        connections.close_all()


def _load(app: App, texts: Sequence[Message]) -> None:
    register = ProvinceRegister()
    by_name = {text["name"]: text for text in texts}
    for done in load_reads([read_of(text, register) for text in texts]):
        if done.failures:
            failures = [str(failure) for failure in done.failures]
            logger.error("; ".join(failures))
            app.tasks["failed"].defer(texts=[by_name[done.name]], failures=failures)


def _reread(articles: Sequence[int]) -> None:
    for outcome in reread(articles):
        if outcome.error:
            logger.error("%s: %s", outcome.file_name, outcome.error)


def _finish() -> None:
    link_all()
    find_duplicates()


async def _pick_up(app: App, job: Job) -> None:
    """Lets others do what a worker left behind that was killed; a text that kills its workers is told apart first."""
    texts: Any = job.task_kwargs.get("texts", [])
    if job.attempts < MOST_TRIES or not texts:
        await app.job_manager.retry_job(job)
        return
    if len(texts) > 1:
        for text in texts:
            await app.tasks["load"].defer_async(texts=[text])
    else:
        why = f"{texts[0]['name']}: {job.attempts} workers ended while they read it"
        await app.tasks["failed"].defer_async(texts=texts, failures=[why])
    await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)
