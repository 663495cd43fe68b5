"""Filter sets with facets: each value with the number of rows that it would keep, and a link that toggles it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import django_filters
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from people.facets.address import ALL
from people.facets.base import FacetFilter
from people.facets.steps import NextSteps, next_steps
from people.facets.stocked import StockedFilterSet
from people.facets.tally import Tally, ToldTally


@dataclass(frozen=True)
class Option:
    """A value of a facet; `url` is the page with this value added, or taken away where it is selected."""

    value: str
    label: str
    count: int
    selected: bool
    url: str


@dataclass(frozen=True)
class Facet:
    """A filter as readers see it; `hidden` values are left out, which `all_url` shows."""

    name: str
    label: str
    options: tuple[Option, ...]
    selected: bool
    hidden: int
    all_url: str


@dataclass(frozen=True)
class Active:
    """A filter that is in force; `url` is the page without it."""

    name: str
    label: str
    value: str
    url: str


class FacetedFilterSet(StockedFilterSet):
    """A filter set with counts for the filters that `Meta.facets` names, all of which are FacetFilters."""

    def facets(self) -> list[Facet]:
        """The facets in the order of `Meta.facets`; one that has no value to offer is left out."""
        return self._facets

    def read_ahead(self) -> None:
        """The facets as well."""
        super().read_ahead()
        self.facets()

    @cached_property
    def _facets(self) -> list[Facet]:
        facets = (self._facet(name) for name in self.facet_names)
        return [facet for facet in facets if facet.options]

    def _facet(self, name: str) -> Facet:
        facet: FacetFilter = self.filters[name]
        chosen: list[str] = self.cleaned.get(name, [])
        counts = self._counts(name, facet)
        number = len(counts) + sum(not counts[value] for value in chosen)
        is_whole = number <= facet.limit + 1 or not facet.by_count or name in self.shown_whole
        values = counts.first(len(counts) if is_whole else facet.limit)
        labels = self._labels(facet, [*values, *(value for value in chosen if value not in values)])
        shown = sorted(labels, key=lambda v: -counts[v]) if facet.by_count else list(labels)
        if name not in self.shown_whole:
            shown = _at_most(facet.limit, shown, chosen)
        options = tuple(
            Option(v, labels[v], counts[v], v in chosen, self.url(**{name: _toggled(chosen, v)})) for v in shown
        )
        all_url = self.url(**{ALL: sorted({*self.shown_whole, name})})
        return Facet(name, str(facet.label), options, bool(chosen), number - len(shown), all_url)

    def _counts(self, name: str, facet: FacetFilter) -> Tally:
        if self.stock is not None:
            counts = facet.counts_in_stock(self.stock, self.kept({name}), self.asked({name}), name)
            if counts is not None:
                return counts
        return ToldTally(facet.counts(self.filter_queryset(self.queryset.all(), without=name)))

    @staticmethod
    def _labels(facet: FacetFilter, values: list[str]) -> dict[str, str]:
        if not values:
            return {}
        labels = dict(facet.labels([value for value in values if not facet.is_blank(value)]))
        return labels | {value: str(facet.blank) for value in values if facet.is_blank(value)}

    @cached_property
    def active(self) -> list[Active]:
        """What the rows are filtered by, value by value; the order of rows is none of it."""
        found: list[Active] = []
        for name, value in self.cleaned.items():
            facet = self.filters[name]
            if isinstance(facet, FacetFilter):
                labels = self._labels(facet, value)
                found += [
                    Active(name, str(facet.label), labels[v], self.url(**{name: _toggled(value, v)})) for v in value
                ]
            elif value not in (None, "", []) and not isinstance(facet, django_filters.OrderingFilter):
                without = self.url(**dict.fromkeys(self.keys_of(name), ()))
                found.append(Active(name, str(facet.label), self._as_words(name, value), without))
        return found

    def next_steps(self) -> NextSteps:
        """For a list that is empty: what to drop, with what is then found."""
        return next_steps(self)

    def _as_words(self, name: str, value: Any) -> str:
        if isinstance(value, str):
            return str(dict(getattr(self.form.fields[name], "choices", ())).get(value, value))
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if isinstance(value, slice):
            ends = (self._as_words(name, end) if end is not None else "" for end in (value.start, value.stop))
            return " – ".join(ends).strip()
        return date_format(value, "SHORT_DATE_FORMAT") if isinstance(value, datetime.date) else str(value)


def _toggled(values: list[str], value: str) -> list[str]:
    return [v for v in values if v != value] if value in values else [*values, value]


def _at_most(limit: int, values: list[str], chosen: list[str]) -> list[str]:
    # One value more costs no more room than the line that would say that one is hidden.
    first = set(values if len(values) <= limit + 1 else values[:limit])
    return [value for value in values if value in first or value in chosen]
