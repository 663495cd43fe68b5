"""What texts tell of a record, in pages and searched, with the words, so that one can choose what is another's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.functional import Promise

from meetings.admin.movable_rows import LISTED_AS, Choice
from meetings.moving import KINDS, Kind

LISTED = 50  # rows of a kind on one page
CARRIED = 50  # rows chosen on other pages that are told; of more only the number is
SEARCH = "rows"
_LONGEST_NUMBER = 9  # digits


def page_of(kind: Kind) -> str:
    """The name of the field that says which page of a kind is listed."""
    return f"page_{kind.name}"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows to list: those with these words, and by kind the number of the page."""

    words: str = ""
    pages: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def by(cls, data: QueryDict, kinds: Collection[Kind]) -> Asked:
        """As a form or an address says it; the first page where it says nothing sensible."""
        typed = "" if data.get("browse") == "all" else data.get(SEARCH, "")
        words = " ".join(typed.replace("\x00", "").split())[:200]
        if words != data.get("listed", words):
            return cls(words)  # of other rows, the first page
        told = {kind.name: data.get(page_of(kind), "") for kind in kinds}
        sensible = {k: int(n) for k, n in told.items() if n.isascii() and n.isdecimal() and len(n) <= _LONGEST_NUMBER}
        return cls(words, sensible)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a kind; `name` is that of their boxes in the form. `carried` are chosen and on another page."""

    name: str
    label: str | Promise
    page: Page[Any]
    choices: list[Choice]
    carried: list[Choice]
    carried_more: list[int]

    @property
    def chosen_elsewhere(self) -> int:
        """How many rows are chosen that this page does not list."""
        return len(self.carried) + len(self.carried_more)


def groups_of(record: Any, chosen: Mapping[str, Collection[int]], asked: Asked) -> list[Group]:
    """A page of each kind of rows that can be moved away from a record; a constant number of queries."""
    return [_group(kind, record, set(chosen.get(kind.name, ())), asked) for kind in KINDS[type(record)]]


def _group(kind: Kind, record: Any, chosen: set[int], asked: Asked) -> Group:
    listed = LISTED_AS[kind.model]
    every = kind.of(record)
    rows = every.filter(pk__in=listed.search(asked.words).values("pk")) if asked.words else every
    page = Paginator(listed.fetch(rows).order_by(*kind.order), LISTED).get_page(asked.pages.get(kind.name, 1))
    choices = [listed.choice(row, chosen) for row in page.object_list]
    here = {choice.pk for choice in choices}
    keys: list[int] = list(_elsewhere(every, chosen - here, kind))
    carried: QuerySet[Any] = listed.fetch(every.filter(pk__in=keys[:CARRIED])).order_by(*kind.order)
    told = [listed.choice(row, chosen) for row in carried] if keys else []
    return Group(kind.name, listed.heading, page, choices, told, keys[CARRIED:])


def _elsewhere(rows: Any, keys: set[int], kind: Kind) -> Iterator[int]:
    return rows.filter(pk__in=keys).order_by(*kind.order).values_list("pk", flat=True) if keys else iter(())
