"""Few pages at a time ask the database what lists in memory will soon tell; the others wait for the lists.

A process that has just started at a large archive would else be asked by all at once what takes a database seconds,
and get to reading the lists last.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

AT_ONCE = 2
LONGEST = 20.0  # seconds that one waits at most
_TURNS = threading.BoundedSemaphore(AT_ONCE)


def takes_turn(request: HttpRequest | None) -> bool:
    """Whether the page may ask the database: it has a turn, or gets one until it is made."""
    if request is None or getattr(request, "has_turn", False):
        return True
    if not _TURNS.acquire(blocking=False):
        return False
    request.has_turn = True  # type: ignore[attr-defined]
    return True


def let_go_afterwards(request: HttpRequest, filters: Any) -> None:
    """What chose from a list does so no longer when the page is made."""
    request.chosen_from = [*getattr(request, "chosen_from", ()), filters]  # type: ignore[attr-defined]


class TurnsMiddleware:
    """Gives back the turn of a page that is made, and lets go of the lists that it chose from.

    How a list is read knows the filters of the page that asked first, and is kept: no old list is to stay with it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            return self.get_response(request)
        finally:
            if getattr(request, "has_turn", False):
                _TURNS.release()
            for filters in getattr(request, "chosen_from", ()):
                filters.stock = None
