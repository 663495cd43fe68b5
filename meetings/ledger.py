"""The ledger of tasks: rows with all that its columns show, and the groups that they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Prefetch, QuerySet

from meetings.models import Assignment, Citation, Directive, Meeting

_COORDINATES = Assignment.Part.COORDINATE


@dataclass(frozen=True)
class Row:
    """A task with who leads it or carries it out, and who coordinates; `number` counts through the whole list."""

    number: int
    directive: Directive
    leading: list[Assignment]
    coordinating: list[Assignment]


@dataclass(frozen=True)
class Group:
    """Tasks of one meeting in a row, or, where `meeting` is None, of any."""

    meeting: Meeting | None
    rows: list[Row] = field(default_factory=list)


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


def groups_of(directives: Iterable[Directive], *, by_meeting: bool, first: int = 1) -> list[Group]:
    """The rows of the ledger in the order given, numbered from `first`, under their meetings where they follow them."""
    rows = [_row(number, directive) for number, directive in enumerate(directives, start=first)]
    if not by_meeting:
        return [Group(None, rows)] if rows else []
    followed = groupby(rows, key=lambda row: row.directive.meeting)
    return [Group(meeting, list(of_it)) for meeting, of_it in followed]


def _row(number: int, directive: Directive) -> Row:
    parts: list[Assignment] = directive.parts  # type: ignore[attr-defined]
    leading = [part for part in parts if part.part != _COORDINATES]
    leading.sort(key=lambda part: part.part != Assignment.Part.LEAD)
    return Row(number, directive, leading, [part for part in parts if part.part == _COORDINATES])
