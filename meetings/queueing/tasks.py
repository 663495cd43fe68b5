"""What workers do: load texts, read articles again, and what is left to do once all are loaded."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from django.db import InterfaceError, OperationalError, connection, connections
from procrastinate import App, BaseConnector, RetryStrategy
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

from meetings.loading.batches import load_reads
from meetings.loading.rereading import reread
from meetings.queueing import SCHEMA
from meetings.queueing.left_behind import failing, pick_up_all
from meetings.queueing.messages import Message, read_of
from meetings.reconcile.ties import link_all
from meetings.review.duplicates import find_duplicates
from people.call_stack import in_one_piece
from people.register import ProvinceRegister

logger = logging.getLogger(__name__)
WORK, FAILED = "work", "failed"
# What is done when nothing else waits, and what is done before all else.
LAST, FIRST = -10, 10
# Jobs whose worker has shown no sign of life for so many seconds are left behind.
_SILENT = 30
_UNDER_WAY = """
    SELECT 1 FROM {schema}.procrastinate_jobs AS job JOIN {schema}.procrastinate_workers AS worker
    ON worker.id = job.worker_id WHERE job.status = 'doing' AND job.task_name IN ('load', 'reread')
    AND worker.last_heartbeat > now() - make_interval(secs => %s) LIMIT 1
"""


def make_app(connector: BaseConnector) -> App:
    """The queue's application with its tasks: `load`, `reread`, `finish`, and what looks after jobs left behind."""
    app = App(connector=connector)

    # The database may be away for a while.
    away = {OperationalError, InterfaceError, ConnectorException}
    again = RetryStrategy(max_attempts=100, linear_wait=5, retry_exceptions=away)

    # `ended` counts the workers that ended while they were at it.
    @app.task(name="load", queue=WORK, retry=again)
    def load(texts: list[Message], ended: int = 0) -> None:
        apart(lambda: _load(app, texts))

    @app.task(name="reread", queue=WORK, retry=again)
    def reread_articles(articles: list[int], ended: int = 0) -> None:
        apart(lambda: _reread(articles))

    @app.task(name="finish", queue=WORK, priority=LAST, retry=again)
    def finish() -> None:
        apart(_finish)

    @app.task(name="failed", queue=FAILED)
    def failed(texts: list[Message], failures: list[str]) -> None:
        """Is kept until somebody looks; no worker takes it."""

    @app.periodic(cron="* * * * *")
    @app.task(name="pick_up", queue=WORK, priority=FIRST, queueing_lock="pick_up")
    async def pick_up(timestamp: int) -> None:
        try:
            await pick_up_all(app)
        except ConnectorException as error:  # another worker took the same up; or the database was away
            why = " ".join(str(error.__cause__ or error).split())
            logger.warning("What is left behind is looked for again in a minute: %s", why)

    return app


def apart(work: Callable[[], None]) -> None:
    """Does work in a thread of a worker, which then leaves no connection behind."""
    try:
        in_one_piece(work)()
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
            failures: Any = [str(failure) for failure in done.failures]
            logger.error("; ".join(failures))
            text: Any = by_name[done.name]
            with suppress(AlreadyEnqueued):  # told by an earlier try
                app.tasks["failed"].configure(queueing_lock=failing(text)).defer(texts=[text], failures=failures)


def _reread(articles: Sequence[int]) -> None:
    for outcome in reread(articles):
        if outcome.error:
            logger.error("%s: %s", outcome.file_name, outcome.error)


def _finish() -> None:
    while _others_load():
        time.sleep(1)
    link_all()
    find_duplicates()


def _others_load() -> bool:
    """Whether a worker that is alive is loading; what was left behind brings another `finish` when it is picked up."""
    with connection.cursor() as cursor:
        cursor.execute(_UNDER_WAY.format(schema=SCHEMA), [_SILENT])
        return cursor.fetchone() is not None
