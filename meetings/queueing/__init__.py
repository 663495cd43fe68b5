"""Texts that wait in PostgreSQL for workers, on whatever machines: procrastinate's queue, in a schema of its own."""

from __future__ import annotations

import importlib.util
import logging
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from procrastinate import App

SCHEMA = "queue"
# What Django adds for itself, and no other client of the database knows.
_DJANGOS_OWN = ("cursor_factory", "context", "prepare_threshold")


class NoQueueError(Exception):
    """There is no queue; the message says why, in one sentence."""


def open_queue() -> App:
    """The queue, its tables made where they are missing; raises `NoQueueError`. Whoever opens it closes it."""
    if connection.vendor != "postgresql":
        raise NoQueueError(_("The queue needs PostgreSQL: set DATABASE_URL to one, or leave out --queue."))
    if importlib.util.find_spec("procrastinate") is None:
        raise NoQueueError(_("The package procrastinate is missing: install requirements-queue.txt."))
    from procrastinate import PsycopgConnector, SyncPsycopgConnector

    from meetings.queueing.tasks import make_app

    # It says what waits in full, whole texts; what goes wrong is said by the tasks themselves.
    logging.getLogger("procrastinate").setLevel(logging.CRITICAL)
    _make_schema(make_app(SyncPsycopgConnector(kwargs=connection_parameters())))
    return make_app(PsycopgConnector(kwargs=connection_parameters()))


def connection_parameters() -> dict[str, Any]:
    """How procrastinate reaches the site's database, in the queue's schema."""
    known = connection.get_connection_params()
    return {name: value for name, value in known.items() if name not in _DJANGOS_OWN} | {
        "options": f"-c search_path={SCHEMA}"
    }


def _make_schema(app: App) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass(%s)", [f"{SCHEMA}.procrastinate_jobs"])
        if cursor.fetchone() == (None,):
            cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
            with app.open():
                app.schema_manager.apply_schema()
