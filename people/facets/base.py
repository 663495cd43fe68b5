"""The filter that can count: how it takes values from an address, filters by them and counts each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Q, QuerySet

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
        counts: Counter[str] = Counter()
        for value, rows in grouped:
            if value not in (None, ""):
                counts[self.key(value)] += rows
            elif self.blank:
                counts[BLANK] += rows
        return counts

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
