"""The filters that every list has: words to search for, a span of days, and the order of rows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.search import by_relevance, search

LONGEST_QUERY = 200
RELEVANCE = "relevance"


class SearchFilter(django_filters.CharFilter):
    """Rows that hold every word asked for, accents optional."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.SearchInput(attrs={"autocomplete": "off"})
        super().__init__(**{"label": _("Words"), "max_length": LONGEST_QUERY, "widget": widget, **kwargs})

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Searches where something is asked for."""
        return search(queryset, value) if value else queryset


class DayFilter(django_filters.DateFilter):
    """A day, as the browser's own field or a Vietnamese reader writes it."""

    def __init__(self, **kwargs: Any) -> None:
        # A browser's own field takes and gives ISO days; one without it is typed into, day before month.
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        formats = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
        super().__init__(**{"widget": widget, "input_formats": formats, **kwargs})


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

    def filter(self, queryset: QuerySet[Any], value: list[str] | None) -> QuerySet[Any]:
        """The rows in the order asked for, or in the usual one."""
        query = self.parent.cleaned.get("q", "")
        offered = self.offered(bool(query))
        name = value[0] if value and value[0] in offered else next(iter(offered))
        if name == RELEVANCE:
            newest = next(iter(self.orders.values()))[1]
            return by_relevance(queryset.order_by(*newest), query)
        return queryset.order_by(*self.orders[name][1])


def not_before(day: datetime.date, prefix: str = "") -> Q:
    """Meetings that may have been held on `day` or later: of one known only by its year, the year must not be over."""
    quarter = 3 * ((day.month - 1) // 3) + 1
    first = {
        "day": day,
        "month": day.replace(day=1),
        "quarter": day.replace(month=quarter, day=1),
        "year": day.replace(month=1, day=1),
    }
    met = Q()
    for precision, earliest in first.items():
        met |= Q(**{f"{prefix}date_precision": precision, f"{prefix}date__gte": earliest})
    return met
