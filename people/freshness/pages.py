"""Pages for visitors are made once for each state of the data; whoever has a session gets them made anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeGuard

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from people.freshness.memory import KeptPage, Memory
from people.freshness.state import STATE

PAGES: Memory[KeptPage] = Memory()
_NEVER_KEPT = ("no-store", "private", "max-age")
# Whoever asks here has no cookie that pages know. Django names the language where an address has none in it, but then
# pages are Vietnamese for everybody.
_DEPENDS_ON = {"", "accept-encoding", "accept-language", "cookie"}


class RememberedPages:
    """Answers from memory what a visitor asks for again while the data are the same, with an ETag.

    A page is at most `settings.SECONDS_BEHIND` behind the data, whichever process an editor used. `PAGE_MEMORY` is in
    bytes; 0 remembers nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.PAGE_MEMORY or not is_a_visitors(request) or (state := STATE.now()) is None:
            return self.get_response(request)
        key = _key(request)
        page = PAGES.get(key, state)
        if page is None:
            response = self.get_response(request)
            if getattr(request, "behind_data", False) or not may_be_kept(response):
                return response
            page = KeptPage.of(response, state)
            PAGES.keep(key, page, settings.PAGE_MEMORY)
        return page.answer(request)


def is_a_visitors(request: HttpRequest) -> bool:
    """Whether whoever asks reads a page and is known by nothing: no session, no form begun, no chosen language."""
    known_by = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, "messages")
    return request.method == "GET" and not any(name in request.COOKIES for name in known_by)


def may_be_kept(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Whether everybody would get the same: a whole page that sets no cookie and depends on nothing but its address."""
    if response.status_code != 200 or not isinstance(response, HttpResponse) or response.cookies:
        return False
    told = response.headers.get("Cache-Control", "")
    depends_on = {name.strip().lower() for name in response.headers.get("Vary", "").split(",")}
    return (
        response.headers.get("Content-Type", "").startswith("text/html")
        and not any(word in told for word in _NEVER_KEPT)
        and depends_on <= _DEPENDS_ON
    )


def _key(request: HttpRequest) -> Hashable:
    """All that a page depends on beside the data: its whole address, how it is packed, and the day."""
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    return request.scheme, request.get_host(), request.get_full_path(), packed, timezone.localdate()
