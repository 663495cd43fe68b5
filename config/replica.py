"""Reading from a replica: what visitors read comes from `DATABASE_REPLICA_URL`, what editors read from the primary.

While the replica is away, visitors are served from the primary, too; it is asked again after some seconds.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponseBase

logger = logging.getLogger(__name__)
REPLICA = "replica"  # the alias in DATABASES
AWAY = 10.0  # seconds for which a replica that did not answer is left alone

_reads_from_it: ContextVar[bool] = ContextVar("reads from the replica", default=False)


class Availability:
    """Whether the replica may be asked, for the threads of a process."""

    def __init__(self) -> None:
        self._away_until = 0.0
        self._lock = threading.Lock()

    @property
    def is_there(self) -> bool:
        """Whether it has not failed within the last seconds."""
        return time.monotonic() >= self._away_until

    def failed(self, error: Exception) -> None:
        """Leaves it alone for some seconds."""
        with self._lock:
            if self.is_there:
                logger.error("The replica does not answer, the primary is read: %s", error)
            self._away_until = time.monotonic() + AWAY

    def forget(self) -> None:
        """Asks it again."""
        self._away_until = 0.0


AVAILABILITY = Availability()


def is_read_from_the_replica() -> bool:
    """Whether what is read now comes from the replica."""
    return _reads_from_it.get()


class ReplicaRouter:
    """Sends to the replica what is read for visitors outside of a transaction; writes and migrations never."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        """The replica within a visitor's request; what a transaction has written is read where it was written."""
        return REPLICA if _reads_from_it.get() and not connections["default"].in_atomic_block else None

    def allow_relation(self, *records: Any, **hints: Any) -> bool:
        """Records of both are the same records."""
        return True

    def allow_migrate(self, alias: str, *what: Any, **hints: Any) -> bool | None:
        """The replica gets its tables from the primary."""
        return False if alias == REPLICA else None


class ReplicaMiddleware:
    """Lets a visitor's GET read from the replica, and again from the primary where the replica did not answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not (REPLICA in settings.DATABASES and is_a_visitors(request) and AVAILABILITY.is_there):
            return self.get_response(request)
        token = _reads_from_it.set(True)
        try:
            return self.get_response(request)
        finally:
            _reads_from_it.reset(token)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """The answer made anew from the primary; None, for the page that says so, where that fails as well."""
        if not (_reads_from_it.get() and isinstance(exception, (OperationalError, InterfaceError))):
            return None
        AVAILABILITY.failed(exception)
        _reads_from_it.set(False)
        match = request.resolver_match
        if match is None:
            return None
        try:
            answer: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        except (OperationalError, InterfaceError) as error:
            logger.error("Nor does the primary: %s", error, extra={"request": request})
            return None
        return answer


def is_a_visitors(request: HttpRequest) -> bool:
    """Whether whoever asks only reads, and has no session: who has one may have edited, and must see it."""
    return request.method in ("GET", "HEAD") and settings.SESSION_COOKIE_NAME not in request.COOKIES
