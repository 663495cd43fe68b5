"""Filters that choose rows by SQL or, where the list is large and has been read, in memory: with the same result."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from functools import cached_property, partial
from typing import Any, ClassVar

import numpy as np
from django.conf import settings
from django.db.models import QuerySet

from people.facets.address import AddressedFilterSet
from people.facets.base import FacetFilter
from people.facets.stock import Selection, Stock, list_called, stock_for
from people.facets.stock.cells import Mask, Places
from people.facets.stock.readings import rows_meeting
from people.facets.stock.turns import let_go_afterwards
from people.freshness.state import known_state, state_of_data
from people.search.filters import SearchFilter

_GLANCE = 8  # rows
# A name for what a filter means, and which rows of a stock it keeps.
_Narrowing = tuple[Hashable, Callable[[Stock], Mask]]


class StockedFilterSet(AddressedFilterSet):
    """A filter set whose rows are those that each filter keeps by itself.

    `together` names filters that mean something together, beside what each means alone (`filter_together`). `pictured`
    are the columns of dates that pictures beside the list count. `stock` is the list in memory, where it is large;
    `touched_by` says which of its rows a change touches (see `touched_rows`).
    """

    together: tuple[str, ...] = ()
    pictured: tuple[tuple[str, ...], ...] = ()
    touched_by: ClassVar[Mapping[str, str]] = {}
    stock: Stock | None = None

    def filter_queryset(self, queryset: QuerySet[Any], without: str = "") -> QuerySet[Any]:
        """The rows that all filters keep, or all but the one called `without`."""
        for name, value in self.cleaned.items():
            if name != without:
                queryset = self.filters[name].filter(queryset, value)
        return self.filter_together(queryset, without)

    def filter_together(self, queryset: QuerySet[Any], without: str) -> QuerySet[Any]:
        """The rows that meet what several filters mean together; each has its own meaning besides."""
        return queryset

    def keep_in_memory(self, rows: Callable[[], QuerySet[Any]], of: Hashable = None, begin: bool = True) -> None:
        """Counts and chooses in memory, as far as the list has been read; `rows` gives the whole list.

        `of` says of whom the list is, where many have one; with `begin` it is read for the next who ask.
        """
        if not settings.STOCK_LEAST:
            return
        state, must_be_present = known_state(self.request)
        stock = stock_for(
            (type(self).__qualname__, of),
            rows,
            state,
            begin=begin,
            present=must_be_present,
            ahead=type(self)._read_ahead,
            touched_by=self.touched_by,
            request=self.request,
        )
        is_behind = stock is not None and not stock.state.startswith(f"{state} ")
        if stock is None or (is_behind and must_be_present):
            return
        self.choose_from(stock)
        if is_behind:
            self.request.behind_data = True  # such a page is not remembered

    @classmethod
    def read_into_memory(cls, rows: Callable[[], QuerySet[Any]]) -> Stock | None:
        """The list in memory, for whoever can wait; None for a short one. Processes that start next take it over."""
        kept = list_called((cls.__qualname__, None), rows, cls._read_ahead, cls.touched_by)
        return kept.await_reading(state_of_data()) if settings.STOCK_LEAST else None

    def choose_from(self, stock: Stock) -> None:
        """Chooses and counts in this stock, until the page that asks is made (see `TurnsMiddleware`)."""
        self.stock = stock
        if self.request is not None:
            let_go_afterwards(self.request, self)
        for name, one in self.filters.items():
            if (share := getattr(one, "share", None)) is not None:
                share(stock.found.setdefault(name, {}))

    @classmethod
    def _read_ahead(cls, stock: Stock) -> None:
        plain = cls({}, queryset=stock.rows)
        plain.choose_from(stock)
        columns = (plain.filters[name].column for name in plain.facet_names)
        stock.together = frozenset(column for column in columns if column)
        try:
            plain.read_ahead()
        finally:
            plain.stock = None  # how a list is read knows its filters, and outlives it

    def read_ahead(self) -> None:
        """Reads into the stock what the page of the list shows, before anybody has to wait for it."""
        self.rows()[:1]
        stock: Any = self.stock
        for columns in self.pictured:
            stock.columns(*columns)

    def kept(self, without: Collection[str] = ()) -> Mask:
        """The rows of the stock that the filters keep, but for some filters."""
        stock: Any = self.stock
        masks = [keeps(stock) for _, keeps in self._narrowing(without)]
        if len(masks) < 2:
            return masks[0] if masks else stock.everything
        return stock.answer(("kept", self.asked(without)), lambda: np.logical_and.reduce(masks))

    def asked(self, without: Collection[str] = ()) -> tuple[Hashable, ...]:
        """A name for what the filters keep, but for some filters: alike where all of them mean the same."""
        return tuple(name for name, _ in self._narrowing(without))

    def _narrowing(self, without: Collection[str]) -> list[_Narrowing]:
        """Each filter that narrows the list, and what several mean together, but for those that are left out."""
        found = [how for name, how in self._each_narrowing.items() if name not in without]
        together = {name: self.cleaned.get(name) for name in self.together if name not in without}
        if any(together.values()):
            one_left_out = next((name for name in self.together if name in without), "")
            meaning = ("together", repr(together))
            narrowed = partial(self.filter_together, without=one_left_out)
            found.append((meaning, lambda stock: stock.mask(meaning, narrowed)))
        return found

    @cached_property
    def _each_narrowing(self) -> dict[str, _Narrowing]:
        return {
            name: self._one_narrowing(name, value)
            for name, value in self.cleaned.items()
            if value not in (None, "", []) and getattr(self.filters[name], "narrows", True)
        }

    def _one_narrowing(self, name: str, value: Any) -> _Narrowing:
        one, meaning = self.filters[name], (name, self.asked_on, repr(value))

        def mask(stock: Stock) -> Mask:
            in_stock = one.mask_in_stock(stock, value, name) if isinstance(one, FacetFilter) else None
            if in_stock is not None:
                return in_stock
            narrowed = partial(one.filter, value=value)
            if not isinstance(one, SearchFilter):
                return stock.left(narrowed)
            query = one.asked_of_texts(value)
            return rows_meeting(narrowed, stock) if query is None else stock.words.having(stock, query)

        return meaning, lambda stock: stock.answer(meaning, lambda: mask(stock))

    @property
    def asked_on(self) -> str:
        """What, beside its own value, decides what a filter means: the map, where there are two."""
        return ""

    def rows(self) -> QuerySet[Any] | Selection:
        """The rows that all filters keep, in order."""
        if self.stock is None:
            return self.qs
        stock, order = self.stock, self.filters["order"]
        asked = ("order", order.chosen(), self.asked())

        def in_order(kept: Mask, most: int) -> Places:
            some = _power_from(most) if order.looks_at_rows() else None
            return stock.answer((*asked, some), lambda: order.in_stock(stock, kept, some))

        return Selection(stock, self.kept(), in_order)


def _power_from(number: int) -> int:
    """Of 8, 64, 128, 256 … the first that is no less: for pages of a list few numbers, and one for a glance at it."""
    return _GLANCE if number <= _GLANCE else max(64, 1 << (number - 1).bit_length())
