"""The order of rows, as a choice with a name in the address and a link for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from people.facets.filterset import FacetedFilterSet
from people.search import by_relevance

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
            return self.best_first(queryset.order_by(*usual), self.parent.cleaned["q"])
        return queryset.order_by(*self.orders[name][1])

    def best_first(self, queryset: QuerySet[Any], query: str) -> QuerySet[Any]:
        """What matches best first; rows that match alike stay in the order they had."""
        return by_relevance(queryset, query, self.parent.filters["q"].field_name)


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
