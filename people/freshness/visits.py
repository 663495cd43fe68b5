"""Who asks for a page, and of which data: told once for all parts of the page that are remembered."""

from __future__ import annotations

import datetime
from collections.abc import Hashable
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from people.facets.address import FOUND, PAGE
from people.freshness.pages import is_a_visitors
from people.freshness.state import known_state
from people.search.carried import SEARCHED, words_of


class Visit:
    """A request as memory sees it; `state` is None where nothing may be taken from memory."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.state = known_state(request)[0] if settings.PIECE_MEMORY else None
        self.day: datetime.date = timezone.localdate()
        self.is_visitors = is_a_visitors(request)

    @cached_property
    def place(self) -> Hashable:
        """The address without its query."""
        return self._request.scheme, self._request.get_host(), self._request.path

    @cached_property
    def words(self) -> Hashable:
        """The words that are marked, and those that go along in links."""
        return words_of(self._request, FOUND), words_of(self._request, SEARCHED)

    @cached_property
    def filters(self) -> Hashable:
        """What the query says but for the page of the list."""
        return tuple(sorted((name, *values) for name, values in self._request.GET.lists() if name != PAGE))

    @property
    def may_be_kept(self) -> bool:
        """Whether others may see what is made for this one: where a list is of some seconds ago, they may not."""
        return not getattr(self._request, "behind_data", False)


def visit_of(request: HttpRequest) -> Visit:
    """The visit, the same for all parts of a page."""
    known: Visit | None = getattr(request, "visit", None)
    if known is None:
        known = request.visit = Visit(request)  # type: ignore[attr-defined]
    return known
