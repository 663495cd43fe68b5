"""What a list's file holds: its columns, and what must be fetched beside the list's own rows to fill them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from opendata.files.columns import Column
from opendata.files.edition import Edition
from people.facets import FacetedFilterSet


def as_they_are(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows of the list, with nothing more."""
    return rows


def nothing_more(records: list[Any]) -> None:
    """Looks nothing up."""


@dataclass(frozen=True)
class Table:
    """`title` names the list; `columns` gives them in the language in force.

    `fetch` joins to the list's rows what columns need of each; `describe` looks up, for some hundred records at once
    and in a number of queries that does not grow with them, what they are counted and shown with.
    """

    title: Any
    columns: Callable[[Edition], list[Column]]
    fetch: Callable[[QuerySet[Any]], QuerySet[Any]] = as_they_are
    describe: Callable[[list[Any]], None] = nothing_more

    def read(self, filters: FacetedFilterSet, at_once: int) -> Iterator[Any]:
        """What the rows are of that the filters keep, in their order, fetched `at_once` at a time."""
        return self.fetch(filters.qs).iterator(chunk_size=at_once)
