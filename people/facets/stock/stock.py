"""The rows of a list for one state of the data, with what was read of them so far."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from people.facets.stock.cells import Cells, Mask, Places, mask_of, places_of, read_pairs
from people.facets.stock.columns import AT_ONCE, Column, read_columns

KEPT = 64_000_000  # bytes of masks and counts that are kept; those unasked the longest go first
_Read = TypeVar("_Read")


class Stock:
    """Keys of the rows, and by need their orders, the rows that filters keep, and the values that facets count.

    All is read by querysets; `state` names the data that it shows. Safe for threads: what two need at the same time is
    read once.
    """

    def __init__(self, rows: QuerySet[Any], state: str) -> None:
        self.rows, self.state = rows, state
        self.keys = np.sort(_keys(rows.order_by()))
        self.everything: Mask = np.ones(len(self.keys), np.bool_)
        self.together: frozenset[str] = frozenset()  # columns that are read at once, as soon as one is asked for
        self._columns: dict[str, Column] = {}  # which were read, but not asked for yet
        self._asked: set[str] = set()  # columns
        self._column_lock = threading.Lock()
        self.found: dict[str, dict[Any, Any]] = {}  # what filters looked up beside the rows, by filter
        self._kept: dict[Hashable, Any] = {}
        self._reads: dict[Hashable, Callable[[Stock], Any]] = {}
        self._answers: OrderedDict[Hashable, NDArray[Any]] = OrderedDict()
        self._bytes = 0
        self._reading: dict[Hashable, threading.Lock] = {}  # one for each thing that is read
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self.keys)

    def mask(self, name: Hashable, narrowed: Callable[[QuerySet[Any]], QuerySet[Any]]) -> Mask:
        """The rows that are left when the list is `narrowed`; `name` stands for how."""
        return self.answer(name, lambda: self.left(narrowed))

    def left(self, narrowed: Callable[[QuerySet[Any]], QuerySet[Any]]) -> Mask:
        """The same, asked anew."""
        return mask_of(_keys(narrowed(self.rows.order_by()).order_by()), self.keys)

    def answer(self, name: Hashable, find: Callable[[], NDArray[Any]]) -> NDArray[Any]:
        """What `find` gives for the question called `name`, which is asked again for each page of a list.

        Nobody waits while it is found: a slow question is its asker's.
        """
        with self._lock:
            found = self._answers.get(name)
            if found is not None:
                self._answers.move_to_end(name)
                return found
        found = find()
        with self._lock:
            if name not in self._answers:
                self._answers[name] = found
                self._bytes += found.nbytes
            while self._bytes > KEPT and len(self._answers) > 1:
                self._bytes -= self._answers.popitem(last=False)[1].nbytes
            return found

    def order(self, name: Hashable, ordered: Callable[[QuerySet[Any]], QuerySet[Any]]) -> Places:
        """The places of all rows in an order."""
        return self._once(("order", name), lambda stock: places_of(_keys(ordered(stock.rows)), stock.keys)[0])

    def cells(
        self,
        name: Hashable,
        read: Callable[[QuerySet[Any]], Iterable[tuple[int, Any]]],
        counted_as: Callable[[Any], Hashable | None] = lambda value: value,
    ) -> Cells:
        """The values called `name`; `read` gives (key of a row, value) for the rows of the list.

        `counted_as` gives what a value counts for, None where it does not count.
        """
        return self._once(("cells", name), lambda stock: read_pairs(read(stock.rows), stock.keys, counted_as))

    def column(self, name: Hashable, field: str, counted_as: Callable[[Any], Hashable | None]) -> Cells:
        """The values called `name` that rows have in one column."""
        return self._once(("cells", name), lambda stock: stock._column(field).cells(counted_as))

    def _column(self, field: str) -> Column:
        with self._column_lock:
            if field not in self._columns:
                self._columns |= read_columns(self.rows, sorted({field, *self.together}), self.keys)
                self.together = frozenset()
            self._asked.add(field)
            return self._columns.pop(field)

    def columns(self, *fields: str) -> Cells:
        """The values that rows have in these columns, together."""

        def read(rows: QuerySet[Any]) -> Iterable[tuple[int, Any]]:
            plain = rows.select_related(None).prefetch_related(None).order_by()
            return ((key, tuple(values)) for key, *values in plain.values_list("pk", *fields).iterator(AT_ONCE))

        return self.cells(fields, read)

    def numbers(self, name: Hashable, expression: Any) -> NDArray[np.float64]:
        """For each row the number that the expression has there."""

        def read(stock: Stock) -> NDArray[np.float64]:
            told = stock.rows.order_by().annotate(_number=expression).values_list("pk", "_number")
            table = np.fromiter((part for pair in told.iterator(AT_ONCE) for part in pair), np.float64).reshape(-1, 2)
            numbers = np.zeros(len(stock), np.float64)
            places, known = places_of(table[:, 0].astype(np.int64), stock.keys)
            numbers[places] = table[known, 1]
            return numbers

        return self._once(("numbers", name), read)

    def follow(self, other: Stock) -> None:
        """Reads all that `other` has read: for whoever makes the stock of the next state."""
        self.together = frozenset(other._asked)
        for name, read in list(other._reads.items()):
            self._once(name, read)

    def _once(self, name: Hashable, read: Callable[[Stock], _Read]) -> _Read:
        with self._lock:
            reading = self._reading.setdefault(name, threading.Lock())
        with reading:
            if name not in self._kept:
                self._kept[name], self._reads[name] = read(self), read
            kept: _Read = self._kept[name]
            return kept


def _keys(rows: QuerySet[Any]) -> NDArray[np.int64]:
    if rows.query.is_empty():
        return np.empty(0, np.int64)
    plain = rows.select_related(None).prefetch_related(None)
    return np.fromiter((key for (key,) in plain.values_list("pk").iterator(AT_ONCE)), np.int64)
