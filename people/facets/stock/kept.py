"""The list in memory: made in the background for the present state, while the one before still serves."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from contextvars import copy_context
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.models import QuerySet
from django.utils import timezone

from people.facets.stock.joining import OutOfStep
from people.facets.stock.stock import Stock
from people.facets.stock.touched import touched_rows
from people.facets.stock.turns import LONGEST
from people.freshness.notes import Mark, changed_between, mark
from people.freshness.snapshot import snapshot
from people.freshness.state import STATE

logger = logging.getLogger(__name__)
REST = 3.0  # times as long as reading a whole list took is rested before all of it is read again
LEAST = 0.1  # seconds that reading one is reckoned to take
WAIT = 2.0  # seconds at most that are waited for a list of which only some rows are read
_WHOLE = threading.Lock()  # one whole list after the other: the first is there soon, and pages have the processor, too
Rows = Callable[[], QuerySet[Any]]
Reads = Callable[[Stock], None]


def nothing(stock: Stock) -> None:
    """Reads nothing ahead."""


def _always() -> bool:
    return True


class Kept:
    """The stock of one list, for the threads of a process. Each reads what the one before had read, and `ahead`.

    Of a list that was read, only the rows that changes touched are read again (`touched_by`, see `touched_rows`).
    """

    def __init__(self, rows: Rows, ahead: Reads = nothing, touched_by: Mapping[str, str] | None = None) -> None:
        self.rows, self.ahead, self.touched_by = rows, ahead, touched_by or {}
        self._stock: Stock | None = None
        self._mark: Mark | None = None  # what was noted when the stock was read
        self._is_small = ""  # the state in which the list was found too short to need any
        self._needs_all = ""  # the state for which some rows are not enough
        self._making = threading.Lock()
        self._rested = self._rested_whole = 0.0  # when something, or all of it, may be read again

    def serve(self, state: str, present: bool = False, takes_turn: Callable[[], bool] = _always) -> Stock | None:
        """The stock of that state, or of one that held some seconds ago unless it must be the `present` one.

        None where SQL must do, for which whoever asks has his turn then.
        """
        wanted = f"{state} {timezone.localdate()}"
        if not self._serves(wanted):
            self._begin(wanted)
            if present or not self._may_be_shown():
                self._wait(wanted)
        if self._serves(wanted) or self._may_be_shown() or self._comes_before_turn(wanted, takes_turn):
            return self._stock
        return None

    def _serves(self, wanted: str) -> bool:
        return self._is_small == wanted or (self._stock is not None and self._stock.state == wanted)

    def _may_be_shown(self) -> bool:
        return self._stock is not None and STATE.may_be_shown(self._stock.state.partition(" ")[0])

    def _begin(self, wanted: str) -> None:
        if settings.STOCK_AT_ONCE:
            self._make(wanted)
            return
        rested = self._rested_whole if self._needs_all == wanted or self._stock is None else self._rested
        if time.monotonic() >= rested and self._making.acquire(blocking=False):
            reading = copy_context()  # from the database that whoever asks reads from
            threading.Thread(target=reading.run, args=(self._make_and_rest, wanted), daemon=True).start()

    def _wait(self, wanted: str) -> None:
        """For some rows, which takes less than to ask SQL for a page of a large list."""
        until = time.monotonic() + WAIT
        while self._stock is not None and self._needs_all != wanted and not self._serves(wanted):
            if time.monotonic() >= until:
                return
            time.sleep(0.02)
            self._begin(wanted)

    def _comes_before_turn(self, wanted: str, takes_turn: Callable[[], bool]) -> bool:
        until = time.monotonic() + LONGEST
        while not takes_turn() and time.monotonic() < until:
            time.sleep(0.02)
            self._begin(wanted)
            if self._serves(wanted):
                return True
        return False

    def _make_and_rest(self, wanted: str) -> None:
        begun = time.monotonic()
        try:
            self._make(wanted)
        except DatabaseError as error:
            logger.warning("A list is not in memory: %s", error)
        finally:
            connections.close_all()
            ended = time.monotonic()
            if self._needs_all == wanted:
                self._rested_whole = ended + REST * max(ended - begun, LEAST)
            else:
                self._rested = ended + (ended - begun)
            self._making.release()

    def _make(self, wanted: str) -> None:
        if not self._serves(wanted) and not self._renew(wanted):  # another thread may just have made it
            self._read_all(wanted)

    def _renew(self, wanted: str) -> bool:
        """Reads the rows that have changed; false where it is not known which, or where they are too many."""
        before, known = self._stock, self._mark
        if before is None or known is None:
            return False
        is_same_day = before.state.partition(" ")[2] == wanted.partition(" ")[2]
        with snapshot(before.every_row.db):
            now = mark()
            changed = changed_between(known, now)
            touched = (
                None
                if changed is None
                else touched_rows(before.every_row, len(before), self.touched_by, before.tables.read, changed)
            )
            if touched is None:
                return False
            try:
                made = before.renewed(wanted, touched, conditions=is_same_day)
            except OutOfStep:
                logger.exception("A list in memory is read anew, as it is not what it should be.")
                return False
        self._keep(made, now)
        return True

    def _read_all(self, wanted: str) -> None:
        self._needs_all = wanted
        if not _WHOLE.acquire(blocking=settings.STOCK_AT_ONCE):
            return
        try:
            now = mark()
            made = Stock(self.rows(), wanted)
            if len(made) >= settings.STOCK_LEAST and self._stock is not None:
                made.follow(self._stock)
            self._keep(made, now)
        finally:
            _WHOLE.release()

    def _keep(self, made: Stock, now: Mark) -> None:
        if len(made) < settings.STOCK_LEAST:
            self._stock, self._is_small = None, made.state
            return
        if not settings.STOCK_AT_ONCE:
            self.ahead(made)  # after that, what conditions keep, which is no reading that can be followed
        self._stock, self._mark = made, now
