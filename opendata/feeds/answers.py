"""What those who follow something are answered: the document, that they have it already, or where it is now."""

from __future__ import annotations

import hashlib
from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _

from opendata.problems import problem
from people.merging.redirects import survivor

FRESH = 15 * 60  # seconds for which nobody need ask again


def conditional(request: HttpRequest, body: bytes, changed: datetime | None, content_type: str) -> HttpResponseBase:
    """The answer with what tells a later question whether anything changed; 304 where nothing did."""
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    response = HttpResponse(body, content_type=content_type)
    response["ETag"] = etag
    moment = int(changed.timestamp()) if changed is not None else None
    if moment is not None:
        response["Last-Modified"] = http_date(moment)
    patch_cache_control(response, public=True, max_age=FRESH)
    return get_conditional_response(request, etag, moment, response) or response


def moved_or_gone(request: HttpRequest, model: Any, pk: int) -> HttpResponse:
    """The way to the same of the record that no. `pk` was merged into; 404 where there is none."""
    into = survivor(model, pk) if hasattr(model, "merged_into") else None
    if into is None or request.resolver_match is None:
        return not_there()
    match = request.resolver_match
    path = reverse(match.view_name, kwargs={**match.kwargs, "pk": into.pk})
    query = request.META.get("QUERY_STRING", "")
    moved = HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)
    moved["Cache-Control"] = "no-cache"  # a merge may be undone
    return moved


def not_there() -> HttpResponse:
    """404 for machines."""
    return problem(HTTPStatus.NOT_FOUND, _("There is no such record."))
