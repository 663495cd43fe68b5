"""A name for each request, by which its lines in the log, the proxy's log and a reader's question are put together."""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponseBase

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")
_current: ContextVar[str] = ContextVar("the id of the request", default="")


class RequestIdMiddleware:
    """Takes the id that a proxy of one's own gave (`PROXIES`), else makes one; it goes back with the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(HEADER, "") if settings.PROXIES else ""
        name = given if _SANE.fullmatch(given) else uuid.uuid4().hex
        _current.set(name)
        response = self.get_response(request)
        response.headers[HEADER] = name
        return response


def _forget(sender: Any, **kwargs: Any) -> None:
    """Only now: what is sent piece by piece is still being made when the middleware has ended."""
    _current.set("")


request_finished.connect(_forget, dispatch_uid="config.request_ids")


class RequestIdFilter(logging.Filter):
    """Gives each line the id of the request that it was written for, `-` for none."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = _current.get() or "-"
        return True
