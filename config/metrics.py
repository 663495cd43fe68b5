"""Figures of how the site answers, for Prometheus; several processes share them through files (see config/gunicorn)."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client import generate_latest as written
from prometheus_client.multiprocess import MultiProcessCollector

CONTENT_TYPE = CONTENT_TYPE_LATEST
_METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)

ANSWERS = Counter("viectinh_answers", "Answers that were given", ["method", "view", "status"])
SECONDS = Histogram("viectinh_answer_seconds", "Time until an answer begins", ["view"], buckets=_BUCKETS)
AT_WORK = Gauge("viectinh_requests_at_work", "Requests being answered now", multiprocess_mode="livesum")


class MetricsMiddleware:
    """Counts and times each answer under the name of its view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begun = time.perf_counter()
        with AT_WORK.track_inprogress():
            response = self.get_response(request)
        view = view_of(request, response)
        SECONDS.labels(view).observe(time.perf_counter() - begun)
        method = request.method if request.method in _METHODS else "other"
        ANSWERS.labels(method, view, response.status_code).inc()
        return response


def view_of(request: HttpRequest, response: HttpResponseBase) -> str:
    """The name of the view that answered, or what answered in its place; never what a reader typed."""
    if request.resolver_match is not None:
        return request.resolver_match.view_name or "unnamed"
    if request.path_info.startswith(settings.STATIC_URL):
        return "(static)"
    return "(remembered or probe)" if response.status_code in (200, 304) else "(none)"


def figures() -> bytes:
    """Those of all processes, where there is a folder for them; else those of this one, with its memory and files."""
    if not os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        return written(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return written(registry)
