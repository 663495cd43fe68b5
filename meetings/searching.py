"""Searching everything at once: the best rows of each kind, how many there are, and what to try where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from people.facets import FacetedFilterSet
from people.search import Query

Dress = Callable[[list[Any], Query], None]

SHOWN = 4  # rows of one kind
WORDS_TO_DROP = 5  # of a query that finds nothing


@dataclass
class Group:
    """The rows of one kind: `total` are found, the best of them are in `rows`, all of them on the list at `url`.

    `filters` are those of the list, with the words.
    """

    name: str
    label: Any
    icon: str
    total: int
    url: str
    filters: FacetedFilterSet
    rows: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Kind:
    """A kind of rows: its list's page, filters and rows, and how rows are dressed for the results."""

    name: str
    label: Any
    icon: str
    page: str
    filters: type[FacetedFilterSet]
    rows: Callable[[], QuerySet[Any]]
    dress: Dress
    parameter: str = "q"

    def filtered(self, typed: str, request: HttpRequest | None = None) -> FacetedFilterSet:
        """The list's filters with nothing but these words; in memory where the list is, for whoever asks."""
        filters = self.filters({self.parameter: typed}, queryset=self.rows(), request=request)
        if request is not None:
            filters.keep_in_memory(self.rows)
        return filters

    def url(self, typed: str) -> str:
        """The list of all that these words find."""
        return f"{reverse(self.page)}?{urlencode({self.parameter: typed})}"


def groups(kinds: Iterable[Kind], typed: str, query: Query, request: HttpRequest) -> list[Group]:
    """What is found of each kind that has anything, in the order of `kinds`."""
    found: list[Group] = []
    for kind in kinds:
        filters = kind.filtered(typed, request)
        if _only_similar(filters):
            continue
        all_rows = filters.rows()
        total = all_rows.count()
        if total:
            rows = list(all_rows[:SHOWN])
            kind.dress(rows, query)
            found.append(Group(kind.name, kind.label, kind.icon, total, kind.url(typed), filters, rows))
    return found


def similar_names(kinds: Iterable[Kind], typed: str) -> list[Any]:
    """Officials and agencies whose names are a slip or two away from what was typed."""
    names: list[Any] = []
    for kind in kinds:
        filters = kind.filtered(typed)
        if _only_similar(filters):
            names += filters.qs[:SHOWN]
    return names


def without_a_word(kinds: Sequence[Kind], typed: str, request: HttpRequest) -> list[tuple[str, int]]:
    """What is typed less one of its words, and how much that finds: most first, nothing that finds nothing."""
    words = typed.split()
    if len(words) < 2:
        return []
    shorter = (" ".join(words[:n] + words[n + 1 :]) for n in range(min(len(words), WORDS_TO_DROP)))
    counted = [(text, sum(_count(kind.filtered(text, request)) for kind in kinds)) for text in dict.fromkeys(shorter)]
    return sorted((found for found in counted if found[1]), key=lambda found: -found[1])


def _count(filters: FacetedFilterSet) -> int:
    return 0 if _only_similar(filters) else filters.rows().count()


def _only_similar(filters: FacetedFilterSet) -> bool:
    is_near = getattr(filters.filters["q"], "is_near", None)
    return bool(is_near and is_near(filters.cleaned.get("q", "")))
