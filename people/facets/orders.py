"""The order of rows, as a choice with a name in the address and a link for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import django_filters
import numpy as np
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.facets.filterset import FacetedFilterSet
from people.facets.stock import Stock, best_first, first_of_best
from people.facets.stock.cells import Mask, Places
from people.facets.stock.readings import keys_of, rows_meeting
from people.search import decides_side_by_side, first, parse, spelled, wishes, words_wished

RELEVANCE = "relevance"


@dataclass(frozen=True)
class Choice:
    """One of several ways to see the same rows."""

    value: str
    label: str
    selected: bool
    url: str


class OrderFilter(django_filters.OrderingFilter):
    """The order of rows by a name: `orders` maps each to its label and to what `order_by` takes.

    The usual order is the first one, or by relevance where words are searched for by the filter called `q`.
    """

    narrows = False
    reads_texts = True  # whether by relevance nothing decides but how, and where, texts have the words

    def __init__(self, orders: Mapping[str, tuple[Any, tuple[Any, ...]]], **kwargs: Any) -> None:
        self.orders = orders
        choices = list(self.offered(searching=True).items())
        super().__init__(**{"choices": choices, "label": _("Order"), "empty_label": None, **kwargs})

    def offered(self, searching: bool) -> dict[str, Any]:
        """The names of orders with their labels, the usual one first."""
        relevance = {RELEVANCE: _("Best match first")} if searching else {}
        return relevance | {name: label for name, (label, _by) in self.orders.items()}

    def chosen(self) -> str:
        """The name of the order in force."""
        offered = self.offered(bool(self.parent.cleaned.get("q")))
        asked = (self.parent.cleaned.get("order") or [""])[0]
        return asked if asked in offered else next(iter(offered))

    def filter(self, queryset: QuerySet[Any], value: list[str] | None) -> QuerySet[Any]:
        """The rows in the order asked for, or in the usual one."""
        name = self.chosen()
        if name == RELEVANCE:
            usual = next(iter(self.orders.values()))[1]
            wished = [first(wish) if isinstance(wish, Q) else wish for wish in self.wishes(self._query)]
            return queryset.order_by(*wished, *usual)
        return queryset.order_by(*self.orders[name][1])

    def wishes(self, query: str) -> list[Any]:
        """What decides which rows match `query` best, the most important first; rows alike in it stay as they are.

        A condition puts first what meets it, an expression what has less of it.
        """
        return list(wishes(query, self._searched))

    def looks_at_rows(self) -> bool:
        """Whether the first rows can be told by reading their texts, without putting all of them in order."""
        return self.chosen() == RELEVANCE and self.reads_texts and decides_side_by_side(parse(self._query))

    def in_stock(self, stock: Stock, chosen: Mask, most: int | None = None) -> Places:
        """The places of the chosen rows of the stock in order; where it looks at rows, at least of the first `most`."""
        name = self.chosen()
        of_words = name == RELEVANCE
        usual = next(iter(self.orders)) if of_words else name
        order = stock.order(usual, lambda rows: rows.order_by(*self.orders[usual][1]))
        if not chosen.all():
            order = order[chosen[order]]
        if not of_words:
            return order
        found = self._first_of_best(stock, order, most) if most and self.looks_at_rows() else None
        return best_first(order, self._flags(stock, self.wishes(self._query))) if found is None else found

    def _first_of_best(self, stock: Stock, order: Places, most: int) -> Places | None:
        query = parse(self._query)

        def look(places: Places) -> Mask:
            some = stock.rows.filter(pk__in=stock.keys[places].tolist()).order_by()
            has = keys_of(some.filter(**{f"{self._searched}__side_by_side": query.adjacent}))
            return np.isin(stock.keys[places], has)

        return first_of_best(order, self._flags(stock, spelled(query, self._searched)), most, look)

    def _has(self, stock: Stock, wish: Q) -> Mask:
        query = words_wished(wish)
        return (
            rows_meeting(lambda rows: rows.filter(wish), stock) if query is None else stock.words.having(stock, query)
        )

    @property
    def _query(self) -> str:
        typed: str = self.parent.cleaned["q"]
        return typed

    @property
    def _searched(self) -> str:
        field: str = self.parent.filters["q"].field_name
        return field

    def _flags(self, stock: Stock, wished: list[Any]) -> list[Any]:
        return [self._flag(stock, wish) for wish in wished]

    def _flag(self, stock: Stock, wish: Any) -> Any:
        if isinstance(wish, Q):
            return ~stock.answer(("wish", repr(wish)), lambda: self._has(stock, wish))
        return stock.numbers(repr(wish), wish)


class OrderedFilterSet(FacetedFilterSet):
    """A filter set whose rows can be seen in the orders of the filter called `order`."""

    def filter_queryset(self, queryset: QuerySet[Any], without: str = "") -> QuerySet[Any]:
        """The rows that all filters keep, in the usual order where the one asked for makes no sense."""
        rows = super().filter_queryset(queryset, without)
        return rows if "order" in self.cleaned else self.filters["order"].filter(rows, None)

    def orders(self) -> list[Choice]:
        """The orders that the rows can be seen in."""
        order: OrderFilter = self.filters["order"]
        chosen = order.chosen()
        offered = order.offered(bool(self.cleaned.get("q")))
        return [Choice(value, str(label), value == chosen, self.url(order=[value])) for value, label in offered.items()]
