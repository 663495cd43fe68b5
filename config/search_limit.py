"""So many searches for one address in a minute: each may ask for words that no other asked for, which costs work."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from people.throttling import seconds_to_wait

_WORDS = ("q", "office")  # the parameters that carry them
# What is limited by itself (opendata.limits), and the desk, whose readers are known.
_OTHERS = ("/api/", f"/{settings.ADMIN_PATH}", f"/en/{settings.ADMIN_PATH}")


class SearchLimitMiddleware:
    """Answers 429 with `Retry-After` where an address asks for words too often; pages that are remembered are none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the site, or that page."""
        if any(request.GET.get(name) for name in _WORDS) and not request.path.startswith(_OTHERS):
            wait = seconds_to_wait("search", request.META.get("REMOTE_ADDR", ""), settings.LIMITS["search"])
            if wait:
                page = render_to_string("429.html", {"seconds": wait})
                return HttpResponse(page, status=429, headers={"Retry-After": str(wait)})
        return self.get_response(request)
