"""The order of rows, as a choice with a name in the address and a link for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.facets.filterset import FacetedFilterSet
from people.facets.stock import Stock, best_first
from people.facets.stock.cells import Mask, Places
from people.search import first, wishes

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
            wished = [first(wish) if isinstance(wish, Q) else wish for wish in self.wishes(self.parent.cleaned["q"])]
            return queryset.order_by(*wished, *usual)
        return queryset.order_by(*self.orders[name][1])

    def wishes(self, query: str) -> list[Any]:
        """What decides which rows match `query` best, the most important first; rows alike in it stay as they are.

        A condition puts first what meets it, an expression what has less of it.
        """
        return list(wishes(query, self.parent.filters["q"].field_name))

    def in_stock(self, stock: Stock, chosen: Mask) -> Places:
        """The places of the chosen rows of the stock in the order asked for."""
        name = self.chosen()
        of_words = name == RELEVANCE
        usual = next(iter(self.orders)) if of_words else name
        order = stock.order(usual, lambda rows: rows.order_by(*self.orders[usual][1]))
        if not chosen.all():
            order = order[chosen[order]]
        if not of_words:
            return order
        return best_first(order, [self._flag(stock, wish) for wish in self.wishes(self.parent.cleaned["q"])])

    @staticmethod
    def _flag(stock: Stock, wish: Any) -> Any:
        if isinstance(wish, Q):
            return ~stock.mask(("wish", repr(wish)), lambda rows: rows.filter(wish))
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
