"""Pages, feeds and files for visitors are made once for each state of the data; sessions get them made anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone

from people.freshness.making import Making
from people.freshness.memory import KeptPage, Memory, most_of
from people.freshness.sending import gathered
from people.freshness.state import STATE

PAGES: Memory[KeptPage] = Memory()
_MAKING = Making()
_NEVER_KEPT = ("no-store", "private")
_KEPT = ("text/html", "application/atom+xml", "text/calendar")  # and files, which say that they are to be saved
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
        page = PAGES.get(key, state) or self._made_by_others(key, state)
        if page is not None:
            return page.answer(request)
        try:
            return self._made(request, key, state)
        finally:
            _MAKING.end(key)

    @staticmethod
    def _made_by_others(key: Hashable, state: str) -> KeptPage | None:
        """The page of some seconds ago, or the new one as soon as it is made; None where nobody else makes it."""
        before = PAGES.of_any_state(key)
        # What was not kept before may be such as is not kept: nobody waits for that.
        if before is None or _MAKING.begin(key):
            return None
        if STATE.may_be_shown(before.state):
            return before
        _MAKING.wait(key)
        return PAGES.get(key, state)

    def _made(self, request: HttpRequest, key: Hashable, state: str) -> HttpResponseBase:
        response = self.get_response(request)
        if not may_be_kept(response):
            return response
        headers = dict(response.headers)  # what is added further out is added to each answer

        def keep(content: bytes) -> KeptPage:
            page = KeptPage.of(content, headers, state)
            if not getattr(request, "behind_data", False):
                PAGES.keep(key, page, settings.PAGE_MEMORY)
            return page

        if isinstance(response, StreamingHttpResponse):
            parts = cast("Iterator[bytes]", response.streaming_content)
            response.streaming_content = gathered(parts, most_of(settings.PAGE_MEMORY), keep)
            return response
        return keep(cast("HttpResponse", response).content).answer(request)


def is_a_visitors(request: HttpRequest) -> bool:
    """Whether whoever asks reads a page and is known by nothing: no session, no form begun, no chosen language."""
    known_by = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, "messages")
    return request.method == "GET" and not any(name in request.COOKIES for name in known_by)


def may_be_kept(response: HttpResponseBase) -> bool:
    """Whether everybody would get the same: what sets no cookie and depends on nothing but its address."""
    if response.status_code != 200 or response.cookies:
        return False
    told = response.headers.get("Cache-Control", "")
    depends_on = {name.strip().lower() for name in response.headers.get("Vary", "").split(",")}
    is_file = response.headers.get("Content-Disposition", "").startswith("attachment")
    return (
        (is_file or response.headers.get("Content-Type", "").startswith(_KEPT))
        and not any(word in told for word in _NEVER_KEPT)
        and depends_on <= _DEPENDS_ON
    )


def _key(request: HttpRequest) -> Hashable:
    """All that a page depends on beside the data: its whole address, how it is packed, and the day."""
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    return request.scheme, request.get_host(), request.get_full_path(), packed, timezone.localdate()
