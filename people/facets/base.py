"""The filter that can count: how it takes values from an address, filters by them and counts each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Q, QuerySet

from people.facets.stock.cells import Cells, Mask
from people.facets.stock.columns import AT_ONCE
from people.facets.stock.stock import Stock
from people.facets.tally import CountedTally, Tally

BLANK = "none"  # the value, in an address, for rows that have none
MOST_VALUES = 50  # of one facet in one address; nobody chooses more by hand


class ValuesField(forms.Field):
    """Any number of values under one name. Those that mean nothing are not an error, but kept in `rejected`."""

    widget = forms.SelectMultiple

    def __init__(
        self, accept: Callable[[list[str]], list[str]], follow: Callable[[list[str]], list[str]] = list, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.accept, self.follow = accept, follow
        self.rejected: list[str] = []

    def clean(self, value: Any) -> list[str]:
        """The values that the facet knows, each once, in the order given."""
        given = list(dict.fromkeys(str(v) for v in value or () if str(v).strip()))
        if not given:
            self.rejected = []
            return []
        asked = list(dict.fromkeys([*self.follow(given[:MOST_VALUES]), *given[MOST_VALUES:]]))
        kept = self.accept(asked[:MOST_VALUES])
        self.rejected = [v for v in asked if v not in kept]
        return kept


class FacetFilter(django_filters.Filter):
    """A filter over `field_name` with a count for each of its values; several values mean "one of them".

    With `links`, a function that gives a queryset of rows between the filtered records and the values, `field_name` is
    the value's path in those rows and `row` the path to the filtered record: what is filtered is never joined, so that
    nothing is counted twice. `blank` labels an option for rows without a value. `limit` options are shown at first.
    """

    field_class = ValuesField
    by_count = True

    def __init__(
        self,
        field_name: str,
        *,
        links: Callable[[], QuerySet[Any]] | None = None,
        row: str = "",
        blank: Any = None,
        limit: int = 12,
        **kwargs: Any,
    ) -> None:
        if bool(links) != bool(row) or (links and blank):
            raise ValueError("links and row come together, and without blank")
        super().__init__(field_name, **kwargs)
        self.links, self.row, self.blank, self.limit = links, row, blank, limit

    @property
    def field(self) -> ValuesField:
        """The form field, which asks this facet which values it knows."""
        if not hasattr(self, "_field"):
            self._field = ValuesField(self._accept, self.followed, label=self.label, required=False)
        return self._field

    def followed(self, values: list[str]) -> list[str]:
        """The values with what stands for them by now."""
        return values

    def _accept(self, values: list[str]) -> list[str]:
        if not values:
            return []
        known = self.known([v for v in values if not self.is_blank(v)])
        return [v for v in values if v in known or (self.is_blank(v) and self.links is None)]

    def is_blank(self, value: str) -> bool:
        """Whether a value of an address stands for rows without a value, if this facet offers them."""
        return value == BLANK and bool(self.blank)

    def filter(self, queryset: QuerySet[Any], value: list[str]) -> QuerySet[Any]:
        """The rows that have one of the values."""
        if not value:
            return queryset
        condition = self.condition(value)
        if self.links is None:
            return queryset.filter(condition)
        return queryset.filter(pk__in=self.links().filter(condition).values(self.row))

    def condition(self, values: Iterable[str]) -> Q:
        """What a row, or a link row, must meet to have one of the values."""
        values = list(values)
        stored = self.stored([v for v in values if not self.is_blank(v)])
        condition = Q(**{f"{self.field_name}__in": stored})
        return condition | self._without_value() if any(map(self.is_blank, values)) else condition

    def _without_value(self) -> Q:
        return Q(**{f"{self.field_name}__isnull": True})

    def counts(self, queryset: QuerySet[Any]) -> Counter[str]:
        """How many rows have each value that occurs: one query, with one GROUP BY."""
        if self.links is None:
            grouped = queryset.order_by().values_list(self.field_name).annotate(rows=Count("*"))
        else:
            links = self.links().filter(**{f"{self.row}__in": queryset.order_by().values("pk")})
            grouped = links.order_by().values_list(self.field_name).annotate(rows=Count(self.row, distinct=True))
        return self._by_value(grouped)

    def _by_value(self, grouped: Iterable[tuple[Any, int]]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for value, rows in grouped:
            counted = self.counted_as(value)
            if counted is not None:
                counts[counted] += rows
        return counts

    def counts_in_stock(self, stock: Stock, chosen: Mask, asked: Hashable, name: str) -> Tally | None:
        """What `counts` gives for the chosen rows of a stock; None where only SQL can count.

        `asked` is a name for the choice, `name` the facet's.
        """
        key = self.stock_key()
        if key is None:
            return None
        cells = self._cells(stock, name, key)
        return CountedTally(cells, stock.answer(("counts", name, key, asked), lambda: cells.count(chosen)))

    def mask_in_stock(self, stock: Stock, value: list[str], name: str) -> Mask | None:
        """The rows of a stock that `filter` keeps; None where only SQL can tell."""
        key = self.stock_key()
        return None if key is None else self._cells(stock, name, key).having(value)

    def _cells(self, stock: Stock, name: str, key: Hashable) -> Cells:
        if self.column is not None:
            return stock.column((name, key), self.column, self.counted_as)
        return stock.cells((name, key), self._linked, self.counted_as)

    def stock_key(self) -> Hashable | None:
        """What, beside the list, decides which values rows have; None where that is too much to be read at once."""
        return ""

    @property
    def column(self) -> str | None:
        """The column that holds a row's only value; None where the value stands elsewhere."""
        return self.field_name if self.links is None else None

    def _linked(self, stock: Stock) -> Iterable[tuple[int, Any]]:
        """(key of a row, stored value) for all links; there may be some of rows that are not in the list."""
        linked: Any = self.links
        links = linked() if stock.only is None else linked().filter(**{f"{self.row}__in": stock.only})
        return links.order_by().values_list(self.row, self.field_name).iterator(AT_ONCE)

    def counted_as(self, value: Any) -> str | None:
        """The value of an address that a stored one counts for; None where it counts for none."""
        if value not in (None, ""):
            return self.key(value)
        return BLANK if self.blank else None

    def share(self, found: dict[Any, Any]) -> None:
        """Takes over, and adds to, what was looked up for other readers of the same data."""

    def key(self, value: Any) -> str:
        """A stored value as it stands in an address."""
        return str(value)

    def stored(self, values: Sequence[str]) -> list[Any]:
        """What the database holds for values of an address."""
        return list(values)

    def known(self, values: Sequence[str]) -> set[str]:
        """Which of the values make sense."""
        raise NotImplementedError

    def labels(self, values: Iterable[str]) -> Mapping[str, str]:
        """What readers see for each value, in the order in which options stand that count alike."""
        raise NotImplementedError
