"""Whatever goes wrong in the API is told as a problem (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException

from opendata.api.questions import Refused
from opendata.problems import problem, refused


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """The answer to an error, as `EXCEPTION_HANDLER` of Django REST framework; None for faults of ours."""
    if isinstance(error, Refused):
        return refused(error.refusals)
    if isinstance(error, Http404):
        return not_found(context.get("request"))
    if isinstance(error, PermissionDenied):
        return problem(HTTPStatus.FORBIDDEN, _("This may not be read."))
    if isinstance(error, APIException):
        headers = {"Allow": "GET, HEAD, OPTIONS"} if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED else {}
        return problem(error.status_code, str(error.detail), headers=headers)
    return None


def not_found(request: HttpRequest | None, *args: Any, **kwargs: Any) -> HttpResponse:
    """404 for what is not there, and never was."""
    return problem(HTTPStatus.NOT_FOUND, _("There is nothing at this address; /api/v1/ lists what there is."))
