"""The list in memory: made in the background for the present state, while the one before still serves."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from contextvars import copy_context

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from people.connections import give_back
from people.facets.stock.reader import Reader
from people.facets.stock.stock import Stock
from people.facets.stock.turns import LONGEST
from people.freshness.state import STATE
from people.spare_memory import give_back_memory

logger = logging.getLogger(__name__)
REST = 3.0  # times as long as reading a whole list took is rested before all of it is read again
LEAST = 0.1  # seconds that reading one is reckoned to take
WAIT = 8.0  # seconds at most that are waited for what is read of some rows, or by another process
_ELSEWHERE = 0.5  # seconds after which whoever needs a list looks again whether another process has read it


def _always() -> bool:
    return True


class Kept:
    """The stock of one list, for the threads of a process."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._making = threading.Lock()
        self._rested = self._rested_whole = 0.0  # when something, or all of it, may be read again

    def serve(self, state: str, present: bool = False, takes_turn: Callable[[], bool] = _always) -> Stock | None:
        """The stock of that state, or of one that held some seconds ago unless it must be the `present` one.

        None where SQL must do, for which whoever asks has his turn then.
        """
        wanted = _on_this_day(state)
        if not self.reader.serves(wanted):
            self._begin(wanted)
            if present or not self._may_be_shown():
                self._wait(wanted)
        if self.reader.serves(wanted) or self._may_be_shown() or self._comes_before_turn(wanted, takes_turn):
            return self.reader.stock
        return None

    def await_reading(self, state: str) -> Stock | None:
        """The stock of that state, however long reading it takes; None for a short list. Raises `DatabaseError`."""
        wanted = _on_this_day(state)
        self.reader.read(wanted)
        while not self.reader.serves(wanted):
            time.sleep(_ELSEWHERE)
            self.reader.read(wanted)
        return self.reader.stock

    def _may_be_shown(self) -> bool:
        stock = self.reader.stock
        return stock is not None and STATE.may_be_shown(stock.state.partition(" ")[0])

    def _begin(self, wanted: str) -> None:
        if settings.STOCK_AT_ONCE:
            self.reader.read(wanted)
            return
        needs_all = self.reader.needs_all == wanted or self.reader.stock is None
        rested = self._rested_whole if needs_all else self._rested
        if time.monotonic() >= rested and self._making.acquire(blocking=False):
            reading = copy_context()  # from the database that whoever asks reads from
            threading.Thread(target=reading.run, args=(self._make_and_rest, wanted), daemon=True).start()

    def _wait(self, wanted: str) -> None:
        """For some rows, or what another process has read: that takes less than SQL for a page of a large list."""
        give_back()
        until = time.monotonic() + WAIT
        while self.reader.needs_all != wanted and not self.reader.serves(wanted):
            if time.monotonic() >= until:
                return
            time.sleep(0.02)
            self._begin(wanted)

    def _comes_before_turn(self, wanted: str, takes_turn: Callable[[], bool]) -> bool:
        if takes_turn():
            return False
        give_back()
        until = time.monotonic() + LONGEST
        while not takes_turn() and time.monotonic() < until:
            time.sleep(0.02)
            self._begin(wanted)
            if self.reader.serves(wanted):
                return True
        return False

    def _make_and_rest(self, wanted: str) -> None:
        begun = time.monotonic()
        try:
            self.reader.read(wanted)
        except DatabaseError as error:
            logger.warning("A list is not in memory: %s", error)
        finally:
            connections.close_all()
            ended = time.monotonic()
            if self.reader.needs_all == wanted:
                self._rested_whole = ended + REST * max(ended - begun, LEAST)
            else:
                self._rested = ended + (ended - begun)
            self._making.release()
            give_back_memory()


def _on_this_day(state: str) -> str:
    return f"{state} {timezone.localdate()}"
