"""The ledger of tasks: rows with all that its columns show, and the groups that they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.db.models import Prefetch, QuerySet

from meetings.models import Assignment, Citation, Directive, Meeting
from people.facets.stock import Part

_COORDINATES = Assignment.Part.COORDINATE


@dataclass(frozen=True)
class Row:
    """A task with who leads it or carries it out, and who coordinates; `number` counts through the whole list."""

    number: int
    directive: Directive
    leading: list[Assignment]
    coordinating: list[Assignment]

    @property
    def pk(self) -> int:
        """The task's key, by which the row is known among others."""
        return self.directive.pk


@dataclass(frozen=True)
class Group:
    """Tasks of one meeting in a row, or, where `meetings` is empty, of any; fetched when somebody looks at them."""

    meetings: Part
    rows: Part


def with_parts(directives: QuerySet[Directive]) -> QuerySet[Directive]:
    """Directives with their published assignments in `parts`."""
    assignments = Assignment.objects.published().select_related("organization", "official")
    return directives.prefetch_related(Prefetch("assignments", assignments, to_attr="parts"))


def with_columns(directives: QuerySet[Directive]) -> QuerySet[Directive]:
    """Directives that have `parts`, with what the other columns show: `cites`, and the article without its text."""
    citations = Citation.objects.published().select_related("document").order_by("document_id", "pk")
    return (
        directives.select_related("article")
        .defer("article__text", "article__search_text")
        .prefetch_related(Prefetch("citations", citations, to_attr="cites"))
    )


def groups_of(
    directives: Iterable[Directive], told: Iterable[tuple[int, int]], *, by_meeting: bool, first: int = 1
) -> list[Group]:
    """The rows of the ledger in the order given, numbered from `first`, under their meetings where they follow them.

    `told` are the keys of all tasks in that order, each with that of its meeting.
    """
    numbers = {key: number for number, (key, _) in enumerate(told, start=first)}

    @cache
    def found() -> dict[int, Directive]:
        return {directive.pk: directive for directive in directives}

    def rows(keys: Collection[int]) -> list[Row]:
        return [_row(numbers[key], found()[key]) for key in keys if key in found()]

    def meetings(keys: Collection[int]) -> list[Meeting]:
        held = {directive.meeting_id: directive.meeting for directive in found().values()}
        return [held[key] for key in keys if key in held]

    followed = groupby(told, key=lambda one: one[1] if by_meeting else None)
    return [
        Group(Part([] if meeting is None else [meeting], meetings), Part([key for key, _ in of_it], rows))
        for meeting, of_it in followed
    ]


def _row(number: int, directive: Directive) -> Row:
    parts: list[Assignment] = directive.parts  # type: ignore[attr-defined]
    leading = [part for part in parts if part.part != _COORDINATES]
    leading.sort(key=lambda part: part.part != Assignment.Part.LEAD)
    return Row(number, directive, leading, [part for part in parts if part.part == _COORDINATES])
