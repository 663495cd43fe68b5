"""What is read of the rows of a list: of all of them, or of those that have changed, put to what was read before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from people.facets.stock.cells import Cells, Mask, Places, mask_of, places_of, read_pairs
from people.facets.stock.columns import AT_ONCE
from people.facets.stock.joining import Joint

if TYPE_CHECKING:
    from people.facets.stock.stock import Stock

Narrowed = Callable[[QuerySet[Any]], QuerySet[Any]]


class Reading(Protocol):
    """How something is read of a stock, and made of what was read of the one before and of the few changed rows."""

    def read(self, stock: Stock) -> Any: ...

    def joined(self, before: Any, few: Stock, joint: Joint) -> Any: ...


@dataclass(frozen=True)
class OrderReading:
    """The places of all rows in an order."""

    ordered: Narrowed

    def read(self, stock: Stock) -> Places:
        return places_of(keys_of(self.ordered(stock.rows)), stock.keys)[0]

    def joined(self, before: Places, few: Stock, joint: Joint) -> Places:
        return joint.order(before, lambda keys: keys_of(self.ordered(few.every_row.filter(pk__in=keys))))


@dataclass(frozen=True)
class CellsReading:
    """The values that `pairs` gives for the rows of a stock, as (key of a row, value); see `read_pairs`."""

    pairs: Callable[[Stock], Iterable[tuple[int, Any]]]
    counted_as: Callable[[Any], Hashable | None]

    def read(self, stock: Stock) -> Cells:
        return read_pairs(self.pairs(stock), stock.keys, self.counted_as)

    def joined(self, before: Cells, few: Stock, joint: Joint) -> Cells:
        return joint.cells(before, self.read(few))


@dataclass(frozen=True)
class ColumnReading:
    """The values of one column, which may be read with others."""

    field: str
    counted_as: Callable[[Any], Hashable | None]

    def read(self, stock: Stock) -> Cells:
        return stock.take_column(self.field).cells(self.counted_as)

    def joined(self, before: Cells, few: Stock, joint: Joint) -> Cells:
        return joint.cells(before, self.read(few))


@dataclass(frozen=True)
class MaskReading:
    """Which rows meet a condition."""

    narrowed: Narrowed

    def read(self, stock: Stock) -> Mask:
        return mask_of(keys_of(self.narrowed(stock.rows.order_by()).order_by()), stock.keys)

    def joined(self, before: Mask, few: Stock, joint: Joint) -> Mask:
        return joint.rows(before, self.read(few))


@dataclass(frozen=True)
class NumbersReading:
    """For each row the number that an expression has there."""

    expression: Any

    def read(self, stock: Stock) -> NDArray[np.float64]:
        told = stock.rows.order_by().annotate(_number=self.expression).values_list("pk", "_number")
        table = np.fromiter((part for pair in told.iterator(AT_ONCE) for part in pair), np.float64).reshape(-1, 2)
        numbers = np.zeros(len(stock), np.float64)
        places, known = places_of(table[:, 0].astype(np.int64), stock.keys)
        numbers[places] = table[known, 1]
        return numbers

    def joined(self, before: NDArray[np.float64], few: Stock, joint: Joint) -> NDArray[np.float64]:
        return joint.rows(before, self.read(few))


def keys_of(rows: QuerySet[Any]) -> NDArray[np.int64]:
    """The keys of the rows, in their order."""
    if rows.query.is_empty():
        return np.empty(0, np.int64)
    plain = rows.select_related(None).prefetch_related(None)
    return np.fromiter((key for (key,) in plain.values_list("pk").iterator(AT_ONCE)), np.int64)


def rows_meeting(condition: Narrowed, stock: Stock) -> Mask:
    """The rows that meet a condition by themselves: the model's rows are asked, not what else makes up the list."""
    rows = stock.rows
    return mask_of(keys_of(condition(rows.model._base_manager.using(rows.db).order_by())), stock.keys)
