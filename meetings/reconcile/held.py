"""Records that a person's word in another one stands on: no reading takes them from view."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from meetings.models import Appearance, Assignment, Citation, Decision, Directive, Target
from people.corrections import State

# By kind of record, the records and their columns that refer to it.
_REFERENCES: dict[Any, tuple[tuple[Any, str], ...]] = {
    Appearance: ((Appearance, "same_as"),),
    Decision: ((Decision, "same_as"),),
    Directive: ((Assignment, "directive"), (Citation, "directive"), (Target, "directive"), (Directive, "same_as")),
    Target: ((Target, "same_as"),),
}


def held_by_people(model: Any, rows: Iterable[Any]) -> set[int]:
    """The keys of those of `rows` that a standing record refers to because a person said so, or whose part it is."""
    keys = [row.pk for row in rows]
    held: set[int] = set()
    for referring, column in _REFERENCES.get(model, ()) if keys else ():
        standing = referring.objects.published().filter(**{f"{column}__in": keys})
        held |= {getattr(row, f"{column}_id") for row in standing if _is_said(row, column)}
    return held


def _is_said(row: Any, column: str) -> bool:
    if row.state == State.CONFIRMED or not row.extracted:
        return True
    return (
        row.is_corrected(column)
        if column in row.correctable_fields
        else isinstance(row, Assignment) and bool(row.corrected_fields())
    )
