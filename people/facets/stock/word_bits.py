"""Of common words, which rows of a list have them: a bit for each row, asked for once and in the background."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from contextvars import copy_context

import numpy as np
from django.conf import settings
from django.db import DatabaseError, connections
from numpy.typing import NDArray

from people.connections import give_back
from people.facets.stock.cells import mask_of
from people.search import Query, Term

logger = logging.getLogger(__name__)

Clause = tuple[Term, ...]
Keys = NDArray[np.int64]

COMMON = 200  # a word is common that one row in so many has
SLOW = 0.2  # seconds from which on words are worth knowing, common or not: many words begin as they do
KEPT = 16_000_000  # bytes of one list; words unasked the longest go first
MOST_WANTED = 64  # words of one list that wait to be asked for; strangers may want many
REST = 3.0  # times as long as asking for a word took is rested before the next one, of whichever list
_ONE_AT_A_TIME = threading.Lock()


class WordBits:
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

    def note(self, clauses: list[Clause], found: Keys, seconds: float = 0) -> bool:
        """What the rows with all of these words tell: of one word which they are, of more that each is common.

        They were looked for `seconds`. Whether there is something to learn now. Words side by side are kept if they are
        rare, too: to find them, the database reads all texts that have them somewhere.
        """
        is_phrase = len(clauses) == 1 and any(len(term.words) > 1 for term in clauses[0])
        if len(found) * COMMON < len(self.keys) and not is_phrase and seconds < SLOW:
            return False
        with self._lock:
            if len(clauses) > 1:
                unknown = [clause for clause in clauses if clause not in self._bits]
                self._wanted |= dict.fromkeys(unknown[: MOST_WANTED - len(self._wanted)])
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
            with _ONE_AT_A_TIME:
                begun = time.monotonic()
                self._keep(clause, ask(Query((clause,))))
                give_back()  # others can use the connection while this rests, or waits for its turn
                time.sleep(rest * (time.monotonic() - begun))

    def _keep(self, clause: Clause, found: Keys) -> None:
        bits = np.packbits(mask_of(found, self.keys))
        with self._lock:
            self._wanted.pop(clause, None)
            self._bits[clause] = bits
            while len(self._bits) > 1 and len(self._bits) * bits.nbytes > KEPT:
                self._bits.popitem(last=False)
