"""The rows of a list for one state of the data, with what was read of them so far."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Any

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from people.facets.stock.cells import Cells, Mask, Places
from people.facets.stock.columns import AT_ONCE, Column, read_columns
from people.facets.stock.joining import Joint
from people.facets.stock.readings import (
    CellsReading,
    ColumnReading,
    MaskReading,
    Narrowed,
    NumbersReading,
    OrderReading,
    Reading,
    keys_of,
)
from people.facets.stock.tables import Tables
from people.facets.stock.told import Told
from people.facets.stock.words import Words
from people.freshness.notes import Mark

_CONDITION = "condition"
_SHARED = {"order", "cells", _CONDITION}
KEPT = 64_000_000  # bytes of masks and counts that are kept; those unasked the longest go first


class Stock:
    """Keys of the rows, and by need their orders, the rows that filters keep, and the values that facets count.

    All is read by querysets; `state` names the data that it shows, `tables` those that were read. With `only`, of the
    list's rows no others than those with these keys. Safe for threads: what two need at the same time is read once.
    """

    def __init__(
        self,
        rows: QuerySet[Any],
        state: str,
        *,
        only: NDArray[np.int64] | None = None,
        keys: NDArray[np.int64] | None = None,
    ) -> None:
        self.every_row, self.state, self.only = rows, state, None if only is None else only.tolist()
        self.rows = rows if only is None else rows.filter(pk__in=self.only)
        self.tables = Tables(rows)
        with self.tables.noted():
            self.keys = np.sort(keys_of(self.rows.order_by())) if keys is None else keys
        self.everything: Mask = np.ones(len(self.keys), np.bool_)
        self.words = Words(self.keys)
        self.together: frozenset[str] = frozenset()  # columns that are read at once, as soon as one is asked for
        self._columns: dict[str, Column] = {}  # which were read, but not asked for yet
        self._asked: set[str] = set()  # columns
        self._column_lock = threading.Lock()
        self.found: dict[str, dict[Any, Any]] = {}  # what filters looked up beside the rows, by filter
        self._kept: dict[tuple[str, Hashable], Any] = {}
        self._brought: dict[str, Any] = {}  # what another process has read, by what the name looks like
        self._readings: dict[tuple[str, Hashable], Reading] = {}
        self._answers: OrderedDict[Hashable, NDArray[Any]] = OrderedDict()
        self._bytes = 0
        self._reading: dict[Hashable, threading.Lock] = {}  # one for each thing that is read
        self._lock = threading.Lock()

    @classmethod
    def brought(cls, rows: QuerySet[Any], told: Told) -> Stock:
        """The stock that another process has told of."""
        made = cls(rows, told.state, keys=told.keys)
        made._brought, made._asked = dict(told.read), set(told.columns)
        made.tables.read |= told.tables
        return made

    def told(self, mark: Mark, trace: str) -> Told:
        """What other processes may take of it, read at the `mark`; not what single visitors asked for."""
        read = {repr(name): read for name, read in list(self._kept.items()) if name[0] in _SHARED}
        return Told(self.state, mark, trace, self.keys, read, frozenset(self._asked), frozenset(self.tables.read))

    def __len__(self) -> int:
        return len(self.keys)

    def mask(self, name: Hashable, narrowed: Narrowed) -> Mask:
        """The rows that are left when the list is `narrowed`; `name` stands for how."""
        return self.answer(name, lambda: self.left(narrowed))

    def left(self, narrowed: Narrowed) -> Mask:
        """The same, asked anew."""
        return MaskReading(narrowed).read(self)

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

    def order(self, name: Hashable, ordered: Narrowed) -> Places:
        """The places of all rows in an order."""
        places: Places = self._once(("order", name), OrderReading(ordered))
        return places

    def condition(self, name: Hashable, narrowed: Narrowed) -> Mask:
        """The rows that meet one of the few conditions that a page always tells."""
        met: Mask = self._once((_CONDITION, name), MaskReading(narrowed))
        return met

    def cells(
        self,
        name: Hashable,
        pairs: Callable[[Stock], Iterable[tuple[int, Any]]],
        counted_as: Callable[[Any], Hashable | None] = lambda value: value,
    ) -> Cells:
        """The values called `name`; `pairs` gives (key of a row, value) for the rows of a stock.

        `counted_as` gives what a value counts for, None where it does not count.
        """
        cells: Cells = self._once(("cells", name), CellsReading(pairs, counted_as))
        return cells

    def column(self, name: Hashable, field: str, counted_as: Callable[[Any], Hashable | None]) -> Cells:
        """The values called `name` that rows have in one column."""
        cells: Cells = self._once(("cells", name), ColumnReading(field, counted_as))
        return cells

    def take_column(self, field: str) -> Column:
        """What stands in a column, read with those that are read `together`."""
        with self._column_lock:
            if field not in self._columns:
                self._columns |= read_columns(self.rows, sorted({field, *self.together}), self.keys)
                self.together = frozenset()
            self._asked.add(field)
            return self._columns.pop(field)

    def columns(self, *fields: str) -> Cells:
        """The values that rows have in these columns, together."""

        def pairs(stock: Stock) -> Iterable[tuple[int, Any]]:
            plain = stock.rows.select_related(None).prefetch_related(None).order_by()
            return ((key, tuple(values)) for key, *values in plain.values_list("pk", *fields).iterator(AT_ONCE))

        return self.cells(fields, pairs)

    def numbers(self, name: Hashable, expression: Any) -> NDArray[np.float64]:
        """For each row the number that the expression has there."""
        numbers: NDArray[np.float64] = self._once(("numbers", name), NumbersReading(expression))
        return numbers

    def follow(self, other: Stock) -> None:
        """Reads all that `other` has read: for whoever makes the stock of the next state."""
        self.together = frozenset(other._asked)
        for name, reading in list(other._readings.items()):
            self._once(name, reading)

    def renewed(self, state: str, touched: NDArray[np.int64], conditions: bool = True) -> Stock:
        """The stock of the next state, in which no rows but the `touched` ones are others. Raises `OutOfStep`.

        Which rows meet `conditions` is not taken over where these are others, as on another day.
        """
        few = Stock(self.every_row, state, only=touched)
        few.together = frozenset(self._asked)
        joint = Joint(self.keys, few.keys, touched)
        made = Stock(self.every_row, state, keys=joint.keys)
        with few.tables.noted():
            for name, reading in list(self._readings.items()):
                if conditions or name[0] != _CONDITION:
                    made._kept[name] = reading.joined(self._kept[name], few, joint)
                    made._readings[name] = reading
        made._asked = set(self._asked)
        made.words = self.words.after(made.keys, touched)
        made.tables.add(self.tables, few.tables)
        return made

    def _once(self, name: tuple[str, Hashable], reading: Reading) -> Any:
        with self._lock:
            lock = self._reading.setdefault(name, threading.Lock())
        with lock:
            if name not in self._kept:
                brought = self._brought.pop(repr(name), None)
                with self.tables.noted():
                    self._kept[name] = reading.read(self) if brought is None else brought
                self._readings[name] = reading
            return self._kept[name]
