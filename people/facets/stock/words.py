"""Which rows of a list have a word: kept of common words, of which most searches are made.

A database finds a rare word at once, but of a common one it has to fetch every row: seconds, of a million.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextvars import copy_context
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy as np
from django.conf import settings
from django.db import DatabaseError, connections
from django.db.models import QuerySet
from numpy.typing import NDArray

from people.facets.stock.cells import Mask, mask_of
from people.facets.stock.joining import Joint
from people.facets.stock.readings import keys_of
from people.search import Query, Term, search

if TYPE_CHECKING:
    from people.facets.stock.stock import Stock

logger = logging.getLogger(__name__)

Clause = tuple[Term, ...]
Keys = NDArray[np.int64]

COMMON = 200  # a word is common that one row in so many has
KEPT = 32_000_000  # bytes of one list; words unasked the longest go first
REST = 3.0  # times as long as asking for a word took is rested before the next one
MOST_TOUCHED = 20_000  # rows that are asked for apart; when there are more, all words are forgotten
_NONE: Keys = np.empty(0, np.int64)


class _Store:
    """Of each word kept one bit for each row of a list, as it was when the first of them was asked for.

    Words found to be common are asked for one by one, in the background.
    """

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self._bits: OrderedDict[Clause, NDArray[np.uint8]] = OrderedDict()
        self._wanted: dict[Clause, None] = {}
        self._lock, self._learning = threading.Lock(), threading.Lock()

    def get(self, clause: Clause) -> NDArray[np.uint8] | None:
        """The rows that have the word, where they are known."""
        with self._lock:
            if clause in self._bits:
                self._bits.move_to_end(clause)
            return self._bits.get(clause)

    def note(self, clauses: list[Clause], found: Keys) -> bool:
        """What the rows with all of these words tell: of one word which they are, of more that each is common.

        Whether there is something to learn now. Words side by side are kept if they are rare, too: to find them, the
        database reads all texts that have them somewhere.
        """
        is_phrase = len(clauses) == 1 and any(len(term.words) > 1 for term in clauses[0])
        if len(found) * COMMON < len(self.keys) and not is_phrase:
            return False
        with self._lock:
            if len(clauses) > 1:
                self._wanted |= dict.fromkeys(clause for clause in clauses if clause not in self._bits)
                return True
        self._keep(clauses[0], found)
        return False

    def begin_learning(self, ask: Callable[[Query], Keys]) -> None:
        """Asks for what is wanted, unless that is being done."""
        if settings.STOCK_AT_ONCE:
            self._learn(ask)
        elif self._learning.acquire(blocking=False):
            learning = copy_context()  # from the database that whoever asked reads from
            threading.Thread(
                target=learning.run, args=(self._learn_and_rest, ask), name="learning a word", daemon=True
            ).start()

    def _learn_and_rest(self, ask: Callable[[Query], Keys]) -> None:
        try:
            self._learn(ask, REST)
        except DatabaseError as error:
            logger.warning("A common word is not in memory: %s", error)
        finally:
            connections.close_all()
            self._learning.release()

    def _learn(self, ask: Callable[[Query], Keys], rest: float = 0) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    return
                clause = next(iter(self._wanted))
                del self._wanted[clause]
            begun = time.monotonic()
            self._keep(clause, ask(Query((clause,))))
            time.sleep(rest * (time.monotonic() - begun))

    def _keep(self, clause: Clause, found: Keys) -> None:
        bits = np.packbits(mask_of(found, self.keys))
        with self._lock:
            self._wanted.pop(clause, None)
            self._bits[clause] = bits
            while len(self._bits) > 1 and len(self._bits) * bits.nbytes > KEPT:
                self._bits.popitem(last=False)


class Words:
    """The words of the texts of a list's rows. The rows `touched` since the store began are asked for each time."""

    def __init__(self, keys: Keys, store: _Store | None = None, touched: Keys = _NONE) -> None:
        self._keys, self._touched = keys, touched
        self._store = store or _Store(keys)

    def after(self, keys: Keys, touched: Keys) -> Words:
        """Those of the next state, with these keys, in which no rows but the `touched` ones are others."""
        all_touched = np.union1d(self._touched, touched)
        return Words(keys) if len(all_touched) > MOST_TOUCHED else Words(keys, self._store, all_touched)

    def having(self, stock: Stock, query: Query) -> Mask:
        """The rows of the stock, whose words these are, that meet the query."""
        known, rest = self._divided(query)
        if not known:
            return mask_of(self._ask(stock, rest), stock.keys)
        found = np.bitwise_and.reduce(known)
        all_rows = np.unpackbits(found, count=len(self._store.keys)).view(np.bool_)
        has = self._joint.rows(all_rows, np.zeros(len(self._few), np.bool_))
        if rest:
            has = has & mask_of(self._ask(stock, rest), stock.keys)
        if len(self._few):
            # Of these nothing is known: the rows whose words are others now are among them.
            has = has | mask_of(_asked(stock.rows, query, self._few), stock.keys)
        return has

    def _divided(self, query: Query) -> tuple[list[NDArray[np.uint8]], list[Clause]]:
        """The bits of words that are known, and the other words."""
        found = {clause: self._store.get(clause) for clause in query.clauses}
        known = [bits for bits in found.values() if bits is not None]
        return known, [clause for clause, bits in found.items() if bits is None]

    def _ask(self, stock: Stock, clauses: list[Clause]) -> Keys:
        keys = _asked(stock.rows, Query(tuple(clauses)))
        if self._store.note(clauses, keys):
            self._store.begin_learning(partial(_asked, stock.rows))
        return keys

    @cached_property
    def _few(self) -> Keys:
        """The touched rows that are in the list."""
        return np.intersect1d(self._touched, self._keys)

    @cached_property
    def _joint(self) -> Joint:
        return Joint(self._store.keys, self._few, self._touched)


def _asked(rows: QuerySet[Any], query: Query, among: Keys | None = None) -> Keys:
    """Keys of the model's rows that meet the query: its table is asked, not what else makes up the list."""
    table = rows.model._base_manager.using(rows.db).order_by()
    if among is not None:
        table = table.filter(pk__in=among.tolist())
    return keys_of(search(table, query))
