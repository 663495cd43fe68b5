"""Tells machines how the site is: whether it lives, whether it can answer, and figures for whoever has the token."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.crypto import constant_time_compare

logger = logging.getLogger(__name__)


class ProbesMiddleware:
    """Answers `/healthz`, `/readyz` and `/metrics`, whatever host the question names, and before anything is asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.probes: dict[str, Callable[[HttpRequest], HttpResponse]] = {"/healthz": healthz, "/readyz": readyz}
        if settings.METRICS_TOKEN:
            self.probes["/metrics"] = metrics

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        probe = self.probes.get(request.path_info)
        if probe is None:
            return self.get_response(request)
        answer = probe(request)
        answer.headers["Cache-Control"] = "no-store"
        return answer


def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers: pages that are remembered go on while the database is away."""
    return JsonResponse({"site": "ok"})


def readyz(request: HttpRequest) -> HttpResponse:
    """200, or 503 while the database does not answer or lacks migrations; reasons are logged, not published."""
    try:
        missing = MIGRATIONS.missing()
    except DatabaseError as error:
        logger.error("The database does not answer: %s", error)
        return JsonResponse({"database": "unavailable"}, status=503)
    if missing:
        logger.error("Migrations are not applied: %s", ", ".join(missing))
        return JsonResponse({"database": "ok", "migrations": f"{len(missing)} to apply"}, status=503)
    return JsonResponse({"database": "ok", "migrations": "applied"})


def metrics(request: HttpRequest) -> HttpResponse:
    """The figures of all processes in Prometheus' form, 403 without `Authorization: Bearer METRICS_TOKEN`."""
    if not constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}"):
        return HttpResponse(status=403)
    from config.metrics import CONTENT_TYPE, figures  # costs something to import, and most sites do without

    return HttpResponse(figures(), content_type=CONTENT_TYPE)


class _Migrations:
    """Which of the code's migrations the database lacks; once there are none, that holds as long as the process."""

    def __init__(self) -> None:
        self._known: set[Any] | None = None
        self.are_applied = False

    def missing(self) -> list[str]:
        """Their names; raises `DatabaseError` where the database does not answer."""
        if self.are_applied:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            return []
        if self._known is None:
            self._known = {*MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
        missing = sorted(self._known - {*MigrationRecorder(connection).applied_migrations()})
        self.are_applied = not missing
        return [f"{app}.{name}" for app, name in missing]


MIGRATIONS = _Migrations()
