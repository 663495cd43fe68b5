"""A page that says so while the database is away, instead of an error; and at once, instead of after a long wait.

Whoever waits for a database that does not answer keeps a thread from those whose pages are remembered. So one request
tries, every other is told at once, until one succeeds.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Callable

import psycopg
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.views import defaults
from psycopg_pool import ConnectionPool, PoolTimeout

from config.environment import POOL_SECONDS
from config.replica import is_read_from_the_replica

logger = logging.getLogger(__name__)
RETRY_AFTER = 30  # seconds
TRIED_AGAIN_AFTER = 2.0  # seconds


class Door:
    """Whether a request may go to the database, for the threads of a process: while it is away, one every 2 seconds."""

    def __init__(self) -> None:
        self._closed_until = self._answered = 0.0
        self._lock = threading.Lock()

    def lets_in(self) -> bool:
        """Whether this one may go on; who goes on while it is closed tries for all."""
        if not self._closed_until:
            return True
        with self._lock:
            if time.monotonic() < self._closed_until:
                return False
            self._closed_until = time.monotonic() + TRIED_AGAIN_AFTER
            return True

    def close(self, waited: float = 0.0) -> None:
        """The database did not answer one who `waited` for so many seconds, unless it has answered others meanwhile."""
        if time.monotonic() - self._answered < waited:
            return
        with self._lock:
            self._closed_until = time.monotonic() + TRIED_AGAIN_AFTER

    def open(self) -> None:
        """It did."""
        self._closed_until, self._answered = 0.0, time.monotonic()


DOOR = Door()


class UnavailableMiddleware:
    """Answers 503 with `Retry-After` where a view found no database; the page needs none itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the site."""
        if not DOOR.lets_in():
            return unavailable()
        response = self.get_response(request)
        if response.status_code < 500 and connection.connection is not None:  # it was asked, and answered
            DOOR.open()
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a database that does not answer; every other error goes on to the page for errors."""
        if not isinstance(exception, (OperationalError, InterfaceError)) or is_read_from_the_replica():
            return None
        return told(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's `handler500`: sessions are read before there is a view, so that their errors come here."""
    exception = sys.exc_info()[1]
    if isinstance(exception, (OperationalError, InterfaceError)):
        return told(request, exception)
    return defaults.server_error(request)


def told(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page, once it is noted why."""
    logger.error("The database does not answer: %s", exception, extra={"request": request})
    if is_away(exception):
        # All connections may be in use; then those who have them are answered.
        DOOR.close(waited=POOL_SECONDS if isinstance(exception.__cause__, PoolTimeout) else 0.0)
        drop_broken_connections()
    return unavailable()


def drop_broken_connections() -> None:
    """Those in the pool that the server has left, lest each of them fails a request of its own once it is back."""
    pool: ConnectionPool | None = getattr(connection, "pool", None)
    if pool is not None:
        pool.check()


def unavailable() -> HttpResponse:
    """The page."""
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": str(RETRY_AFTER)})


def is_away(exception: Exception) -> bool:
    """Whether no server answers, or it says that it is going: a lock that was held for long says nothing of others."""
    cause = exception.__cause__
    if not isinstance(cause, psycopg.Error):
        return False
    return cause.sqlstate is None or cause.sqlstate.startswith("57P")
