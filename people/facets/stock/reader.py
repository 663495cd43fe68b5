"""Reads a list: all of it, the rows that have changed, or what another process has read."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from people.facets.stock.joining import OutOfStep
from people.facets.stock.shared import Shared
from people.facets.stock.stock import Stock
from people.facets.stock.touched import touched_rows
from people.freshness.notes import Mark, changed_between, mark, trace
from people.freshness.snapshot import snapshot

logger = logging.getLogger(__name__)
_WHOLE = threading.Lock()  # one whole list after the other: the first is there soon, and pages have the processor, too
Rows = Callable[[], QuerySet[Any]]
Reads = Callable[[Stock], None]


def nothing(stock: Stock) -> None:
    """Reads nothing ahead."""


class Reader:
    """The last stock of one list that this process has. Each reads what the one before had read, and `ahead`.

    Of a list that was read, only the rows that changes touched are read again (`touched_by`, see `touched_rows`).
    A state is "wanted" with the day, which is part of what some conditions mean.
    """

    def __init__(
        self,
        rows: Rows,
        ahead: Reads = nothing,
        touched_by: Mapping[str, str] | None = None,
        shared: Shared | None = None,
    ) -> None:
        self.rows, self.ahead, self.touched_by, self.shared = rows, ahead, touched_by or {}, shared
        self.stock: Stock | None = None
        self.needs_all = ""  # the state for which some rows are not enough
        self._mark: Mark | None = None  # what was noted when the stock was read
        self._is_small = ""  # the state in which the list was found too short to need any

    def serves(self, wanted: str) -> bool:
        """Whether there is all that the state needs: its stock, or none as the list is short."""
        return self._is_small == wanted or (self.stock is not None and self.stock.state == wanted)

    def read(self, wanted: str) -> None:
        """Makes the stock of the state, unless a list is just being read whole, or this one by another process."""
        if self.serves(wanted):  # another thread may just have made it
            return
        if self.stock is None or self._mark is None:
            is_made = self._take(wanted)
        else:
            is_made = self._renew(wanted, self.stock, self._mark)
        if not is_made:
            self._read_all(wanted)

    def _take(self, wanted: str) -> bool:
        """Takes what another process has read, and reads the rows that have changed since; false where that fails."""
        told = self.shared.take() if self.shared else None
        if told is None or not told.trace or told.trace != trace(told.mark):
            return False
        brought = Stock.brought(self.rows(), told)
        if told.state == wanted:
            self._keep(brought, told.mark)
            return True
        if not settings.STOCK_AT_ONCE:
            self.ahead(brought)
        return self._renew(wanted, brought, told.mark)

    def _renew(self, wanted: str, before: Stock, known: Mark) -> bool:
        """Reads the rows that have changed; false where it is not known which, or where they are too many."""
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
        if self.shared and self.shared.is_old():
            self._share()
        return True

    def _read_all(self, wanted: str) -> None:
        self.needs_all = wanted
        if not _WHOLE.acquire(blocking=settings.STOCK_AT_ONCE):
            return
        try:
            with self.shared.reading() if self.shared else nullcontext(True) as is_mine:
                if is_mine and not self._take(wanted):
                    now = mark()
                    made = Stock(self.rows(), wanted)
                    if len(made) >= settings.STOCK_LEAST and self.stock is not None:
                        made.follow(self.stock)
                    self._keep(made, now)
                    self._share()
        finally:
            _WHOLE.release()

    def _share(self) -> None:
        stock, known = self.stock, self._mark
        if self.shared and stock is not None and known is not None and (traced := trace(known)):
            self.shared.put(stock.told(known, traced))

    def _keep(self, made: Stock, now: Mark) -> None:
        if len(made) < settings.STOCK_LEAST:
            self.stock, self._is_small = None, made.state
            return
        if not settings.STOCK_AT_ONCE:
            self.ahead(made)  # after that, what conditions keep, which is no reading that can be followed
        self.stock, self._mark = made, now
