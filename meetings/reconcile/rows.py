"""Rows follow what was read: the matched ones change, new ones are made, those no longer found are withdrawn."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db import models
from django.utils import timezone

from meetings.extraction.spans import Span
from meetings.reconcile.blank import blank
from meetings.reconcile.held import held_by_people
from meetings.reconcile.rewriting import rewrite
from meetings.reconcile.tally import Tally
from people.corrections import Correctable, State
from people.models import Mergeable, ReadAs
from people.search import Searchable
from people.versions import tell_retired

_Row = TypeVar("_Row", bound=Correctable)
_NOT_WRITTEN = {"created_at"}


@dataclass(frozen=True)
class Wanted:
    """A row that a reading asks for: values that a person may correct (`read`), columns that always follow (`fixed`).

    `key` is what two readings of the same thing share beside its place, e.g. official, title and act; `kin` what they
    share even where they differ in that.
    """

    read: Mapping[str, Any]
    fixed: Mapping[str, Any]
    span: Span | None = None
    key: Hashable = None
    quote: str = ""
    confidence: float = 1.0
    # The key with survivors in the place of those merged into them, for rows of which somebody may be one.
    key_now: Hashable = None
    kin: Hashable = None
    # What people have said, of the same words elsewhere in the text, in the place of what was read: for new rows.
    said: Mapping[str, Any] = field(default_factory=dict)

    @property
    def percent(self) -> int:
        """The confidence as it is stored."""
        return max(0, min(100, round(self.confidence * 100)))


@dataclass
class Outcome:
    """What became of a kind's rows: those that the reading asked for, in its order, and all others."""

    found: list[Any]
    others: list[Any] = field(default_factory=list)


def settle(
    model: type[_Row],
    rows: Sequence[_Row],
    wanted: Sequence[Wanted],
    matched: Sequence[_Row | None],
    tally: Tally,
    moved: Iterable[_Row] = (),
) -> Outcome:
    """Brings `rows` of one kind in line with `wanted`, whose i-th item is `matched[i]` or new; counts into `tally`.

    What a person made stays as it is. `moved` are rows whose evidence was moved before and must be written anyway.
    """
    new: list[_Row] = []
    changed: list[_Row] = list(moved)
    found: list[_Row] = []
    for item, match in zip(wanted, matched, strict=True):
        row = match if match is not None else made(model, item)
        found.append(row)
        if match is None:
            new.append(row)
            tally.created += 1
        elif not row.extracted:
            tally.kept += 1
        else:
            touched = row.touched_by_person()
            differs = row.follow(item.read) | set_columns(row, {**item.fixed, "confidence": item.percent})
            differs |= tell_who_was_read(row, item.read)
            if differs:
                changed.append(row)
            if touched:
                tally.kept += 1
            elif differs:
                tally.updated += 1
            else:
                tally.unchanged += 1
    kept = {id(row) for row in found}
    others = [row for row in rows if id(row) not in kept]
    changed += withdraw(model, others, tally)
    create(model, new)
    update(model, changed)
    return Outcome(found, others)


def made(model: type[_Row], item: Wanted) -> _Row:
    """A row, not yet saved, as a reading asks for it."""
    row = blank(model, item.fixed)
    row.follow({**_later(model, item), **item.read})
    row.confidence = item.percent
    tell_who_was_read(row, item.read)
    set_columns(row, item.said)
    return row


def withdraw(model: type[_Row], rows: Sequence[_Row], tally: Tally) -> list[_Row]:
    """Takes the rows from view that no person has touched. Nothing is saved; those that changed are returned.

    What a person's word elsewhere stands on stays, or comes back.
    """
    changed = []
    held = held_by_people(model, rows)
    for row in rows:
        if row.pk in held:
            if row.state == State.WITHDRAWN:
                row.state = State.READ
                changed.append(row)
            tally.kept += 1
        elif row.withdraw():
            changed.append(row)
            tally.withdrawn += 1
        elif row.state != State.WITHDRAWN:
            tally.kept += 1
    return changed


def _later(model: type[Correctable], item: Wanted) -> dict[str, None]:
    """Correctable fields that are read later, from other rows: `same_as`."""
    return {name: None for name in model.correctable_fields if name not in item.read}


def tell_who_was_read(row: models.Model, read: Mapping[str, Any]) -> bool:
    """Notes, by field, the record merged away that was read; the row names its survivor. Returns whether that changed.

    Nothing is saved; a row that does not keep it stays as it is.
    """
    if not isinstance(row, ReadAs):
        return False
    others = {name: pk for name, pk in row.read_as.items() if name not in read}
    now = {n: v.stands_for.pk for n, v in read.items() if isinstance(v, Mergeable) and v.stands_for is not None}
    before, row.read_as = row.read_as, {**others, **now}
    return before != row.read_as


def set_columns(row: models.Model, values: Mapping[str, Any]) -> bool:
    """Sets columns that always follow the machine. Returns whether one changed."""
    changed = False
    for name, value in values.items():
        column = row._meta.get_field(name).attname  # type: ignore[union-attr]
        plain = value.pk if isinstance(value, models.Model) else value
        if getattr(row, column) != plain:
            setattr(row, name if isinstance(value, models.Model) else column, value)
            changed = True
    return changed


def create(model: type[_Row], rows: Sequence[_Row], *, ignore_conflicts: bool = False) -> None:
    """Inserts rows in one statement, without history, with their search text. Ignored ones get no key."""
    for row in rows:
        prepare(row)
    model._default_manager.bulk_create(rows, ignore_conflicts=ignore_conflicts)


def update(model: type[_Row], rows: Iterable[_Row]) -> None:
    """Writes all columns of rows in few statements, without history, with their search text and the time."""
    unique = list({row.pk: row for row in rows}.values())
    for row in unique:
        prepare(row)
        row.updated_at = timezone.now()
    names = [f.name for f in model._meta.concrete_fields if not f.primary_key and f.name not in _NOT_WRITTEN]
    rewrite(model, unique, names)
    for row in unique:
        tell_retired(row)


def prepare(row: Correctable) -> None:
    """Sets the columns that follow from others, as `save()` would."""
    row.derive()
    if isinstance(row, Searchable):
        row.refresh_search_text()


def save_quietly(row: models.Model) -> None:
    """Saves what a machine set: history is for what people do."""
    row.skip_history_when_saving = True  # type: ignore[attr-defined]
    try:
        row.save()
    finally:
        del row.skip_history_when_saving  # type: ignore[attr-defined]
    if isinstance(row, Correctable):
        tell_retired(row)
