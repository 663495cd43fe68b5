"""Which rows of a list have a word: kept of common words, of which most searches are made.

A database finds a rare word at once, but of a common one it has to fetch every row: seconds, of a million.
"""

from __future__ import annotations

import time
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from people.facets.stock.cells import Mask, mask_of
from people.facets.stock.joining import Joint
from people.facets.stock.readings import keys_of
from people.facets.stock.word_bits import Clause, Keys, WordBits
from people.search import Query, search

if TYPE_CHECKING:
    from people.facets.stock.stock import Stock

MOST_TOUCHED = 20_000  # rows that are asked for apart; when there are more, all words are forgotten
_NONE: Keys = np.empty(0, np.int64)


class Words:
    """The words of the texts of a list's rows. The rows `touched` since the store began are asked for each time."""

    def __init__(self, keys: Keys, bits: WordBits | None = None, touched: Keys = _NONE) -> None:
        self._keys, self._touched = keys, touched
        self._bits = bits or WordBits(keys)

    def after(self, keys: Keys, touched: Keys) -> Words:
        """Those of the next state, with these keys, in which no rows but the `touched` ones are others."""
        all_touched = np.union1d(self._touched, touched)
        return Words(keys) if len(all_touched) > MOST_TOUCHED else Words(keys, self._bits, all_touched)

    def having(self, stock: Stock, query: Query) -> Mask:
        """The rows of the stock, whose words these are, that meet the query."""
        known, rest = self._divided(query)
        if not known:
            return mask_of(self._ask(stock, rest), stock.keys)
        found = np.bitwise_and.reduce(known)
        all_rows = np.unpackbits(found, count=len(self._bits.keys)).view(np.bool_)
        has = self._joint.rows(all_rows, np.zeros(len(self._few), np.bool_))
        if rest:
            has = has & mask_of(self._ask(stock, rest), stock.keys)
        if len(self._few):
            # Of these nothing is known: the rows whose words are others now are among them.
            has = has | mask_of(_asked(stock.rows, query, self._few), stock.keys)
        return has

    def _divided(self, query: Query) -> tuple[list[NDArray[np.uint8]], list[Clause]]:
        """The bits of words that are known, and the other words."""
        found = {clause: self._bits.get(clause) for clause in query.clauses}
        known = [bits for bits in found.values() if bits is not None]
        return known, [clause for clause, bits in found.items() if bits is None]

    def _ask(self, stock: Stock, clauses: list[Clause]) -> Keys:
        begun = time.monotonic()
        keys = _asked(stock.rows, Query(tuple(clauses)))
        if self._bits.note(clauses, keys, time.monotonic() - begun):
            self._bits.begin_learning(partial(_asked, stock.rows))
        return keys

    @cached_property
    def _few(self) -> Keys:
        """The touched rows that are in the list."""
        return np.intersect1d(self._touched, self._keys)

    @cached_property
    def _joint(self) -> Joint:
        return Joint(self._bits.keys, self._few, self._touched)


def _asked(rows: QuerySet[Any], query: Query, among: Keys | None = None) -> Keys:
    """Keys of the model's rows that meet the query: its table is asked, not what else makes up the list."""
    table = rows.model._base_manager.using(rows.db).order_by()
    if among is not None:
        table = table.filter(pk__in=among.tolist())
    return keys_of(search(table, query))
