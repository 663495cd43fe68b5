"""Which stock serves a list: the one of the present state, made in the background while the one before still serves."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextvars import copy_context
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.models import QuerySet
from django.utils import timezone

from people.facets.stock.stock import Stock
from people.freshness.state import STATE

logger = logging.getLogger(__name__)
MOST = 60  # lists; those of one agency unasked the longest go first
REST = 3.0  # times as long as making a stock took is rested before the next one is made
_MAKING = threading.Lock()  # one list after the other: the first is there soon, and pages have the processor, too
Rows = Callable[[], QuerySet[Any]]
Reads = Callable[[Stock], None]


def _nothing(stock: Stock) -> None:
    pass


class Kept:
    """The stock of one list, for the threads of a process. Each reads what the one before had read, and `ahead`."""

    def __init__(self, rows: Rows, ahead: Reads = _nothing) -> None:
        self.rows, self.ahead = rows, ahead
        self._stock: Stock | None = None
        self._is_small = ""  # the state in which the list was found too short to need any
        self._rested = 0.0

    def serve(self, state: str) -> Stock | None:
        """The stock of that state, or of one that held some seconds ago; None where SQL must do."""
        now, wanted = time.monotonic(), f"{state} {timezone.localdate()}"
        stock = self._stock
        if stock is not None and stock.state == wanted:
            return stock
        if self._is_small == wanted:
            return None
        if settings.STOCK_AT_ONCE:
            self._make(wanted)
            return self._stock
        if now >= self._rested and _MAKING.acquire(blocking=False):
            reading = copy_context()  # from the database that whoever asks reads from
            threading.Thread(target=reading.run, args=(self._make_and_rest, wanted), daemon=True).start()
        return stock if stock is not None and STATE.may_be_shown(stock.state.partition(" ")[0]) else None

    def _make_and_rest(self, wanted: str) -> None:
        begun = time.monotonic()
        try:
            self._make(wanted)
        except DatabaseError as error:
            logger.warning("A list is not in memory: %s", error)
        finally:
            connections.close_all()
            self._rested = time.monotonic() + REST * (time.monotonic() - begun)
            _MAKING.release()

    def _make(self, wanted: str) -> None:
        made = Stock(self.rows(), wanted)
        if len(made) < settings.STOCK_LEAST:
            self._stock, self._is_small = None, wanted
            return
        if self._stock is not None:
            made.follow(self._stock)
        if not settings.STOCK_AT_ONCE:
            self.ahead(made)  # after that, what conditions keep, which is no reading that can be followed
        self._stock = made


_KEPT: OrderedDict[Hashable, Kept] = OrderedDict()
_CHANGING = threading.Lock()


def stock_for(
    name: Hashable, rows: Rows, state: str | None, begin: bool = True, ahead: Reads = _nothing
) -> Stock | None:
    """The stock of the list called `name`; None where SQL must do: it is short, not read yet, or the state unknown.

    The stock may be of the state before: it says of which it is. One that nobody asked for yet is only made to `begin`,
    and serves when `ahead` has read what most will ask for.
    """
    if state is None:
        return None
    with _CHANGING:
        kept = _KEPT.get(name)
        if kept is None:
            if not begin:
                return None
            kept = _KEPT[name] = Kept(rows, ahead)
        _KEPT.move_to_end(name)
        while len(_KEPT) > MOST:
            _KEPT.popitem(last=False)
    return kept.serve(state)


def forget() -> None:
    """Drops all stocks."""
    _KEPT.clear()
