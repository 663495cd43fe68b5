"""How often one address may ask for what costs work; what asks too often is told when to come back."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import ngettext

from opendata.problems import problem
from people.throttling import seconds_to_wait

View = Callable[..., HttpResponseBase]


def limited(what: str) -> Callable[[View], View]:
    """A view that answers 429 with `Retry-After` where an address asks more often than `settings.LIMITS[what]`.

    The setting is a number of questions in a minute.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            most = settings.LIMITS[what]
            if wait := seconds_to_wait(what, request.META.get("REMOTE_ADDR", ""), most):
                return problem(HTTPStatus.TOO_MANY_REQUESTS, _too_often(wait), headers={"Retry-After": str(wait)})
            return view(request, *args, **kwargs)

        return answer

    return decorate


def _too_often(wait: int) -> str:
    told = ngettext(
        "Too many questions came from this address; ask again in %(n)s second.",
        "Too many questions came from this address; ask again in %(n)s seconds.",
        wait,
    )
    return told % {"n": wait}
