"""Turning what refers to one record to another: columns, what was extracted, conflicts; rows that would double, join.

What the machine read of the one it reads of the other from now on, so that a merge neither looks like a person's
correction nor is undone by the next reading; what a person had set right stays set right.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from people.corrections import Correctable, State
from people.merging.journal import Journal, write
from people.merging.relations import Key, Twins, has_own_mark, mark_of, marks, references, set_mark

# Of two equal rows, whose standing both keep: a confirmation is worth more than a rejection, any word than none.
_WORTH = {State.WITHDRAWN: 0, State.READ: 1, State.REJECTED: 2, State.CONFIRMED: 3}


def turn(journal: Journal, key: Key, drop: Any, keep: Any) -> None:
    """Makes all rows that refer to `drop` by `key` refer to `keep`."""
    model, twins = key.model, Twins(key, drop.pk, keep.pk)
    turned: list[Any] = []
    noted: list[list[Any]] = []
    for row in model._base_manager.select_for_update().filter(_naming(key, drop.pk)).order_by("pk"):
        if getattr(row, key.attname) == drop.pk:
            if (twin := twins.of(row)) is not None:
                join(journal, row, twin)
                continue
            if row.pk == keep.pk and isinstance(row, type(keep)):  # it succeeded itself
                journal.change(row, {key.attname: None})
                continue
            if _ties_to_itself(row, key, keep):
                journal.drop(row)
                continue
        noted.append([row.pk, *turn_row(row, key, drop.pk, keep.pk)])
        turned.append(row)
    journal.turn(model, key.name, drop.pk, keep.pk, noted)
    if turned:
        write(model, turned, [key.name, *_beside(key)])


def _naming(key: Key, pk: int) -> Q:
    """The rows that name a record in a column, in what was extracted, or in a conflict."""
    condition = Q(**{key.name: pk})
    if is_read(key):
        condition |= Q(**{f"extracted__{key.name}": pk}) | Q(**{f"conflicts__{key.name}__value": pk})
    return condition


def is_read(key: Key) -> bool:
    """Whether readings say what the key names, and people correct it."""
    return issubclass(key.model, Correctable) and key.name in key.model.correctable_fields


def _beside(key: Key) -> list[str]:
    """The other fields that turning a row may change."""
    return [*(["extracted", "conflicts"] if is_read(key) else []), *(["read_as"] if marks(key) else [])]


def turn_row(row: Any, key: Key, old: int, new: int) -> list[Any]:
    """Turns one row, unsaved; returns the flags and the conflict as the journal has them."""
    flags, settled = "", []
    if getattr(row, key.attname) == old:
        setattr(row, key.attname, new)
        flags += "c"
    if is_read(key):
        if row.extracted.get(key.name) == old:
            row.extracted[key.name] = new
            flags += "e"
        if turn_conflict(row, key, old, new):
            flags += "k"
        if flags and key.name in row.conflicts and row.reading_of(key.name) == row.extracted.get(key.name):
            settled = [row.conflicts.pop(key.name)]
    if marks(key) and ("e" in flags or not is_read(key)) and mark_of(row, key) is None:
        set_mark(row, key, old)
        flags += "r"
    return [flags, settled]


def turn_conflict(row: Any, key: Key, old: int, new: int) -> bool:
    """Turns the conflicting reading of one row, unsaved, if it is `old`; its evidence stays."""
    conflict = row.conflicts.get(key.name)
    if conflict is None or conflict.get("value") != old:
        return False
    row.conflicts[key.name] = {**conflict, "value": new}
    return True


def _ties_to_itself(row: Any, key: Key, keep: Any) -> bool:
    """Whether the row, such as a handover, would tie the survivor to itself."""
    others = (f for f in row._meta.fields if f.is_relation and f.related_model is type(keep) and f.name != key.name)
    return any(getattr(row, f.attname) == keep.pk and f.name != "read_as" for f in others)


def join(journal: Journal, row: Any, twin: Any) -> None:
    """Joins a row to its twin, which takes over what refers to it and what people said of it."""
    if isinstance(row, Correctable):
        journal.change(twin, _words_of(row, twin))
    elif getattr(row, "by_person", False) and not twin.by_person:  # a place that a person marked stays marked
        journal.change(twin, {f.attname: getattr(row, f.attname) for f in _told_by(row)})
    for key in references(type(row)):
        turn(journal, key, row, twin)
    journal.drop(row)


def _told_by(row: Any) -> list[Any]:
    """The columns of a place beside those by which no two are alike, and its day, which both have from one text."""
    others = {name for rule in row._meta.constraints for name in getattr(rule, "fields", ())}
    others |= {f.name for f in row._meta.concrete_fields if f.primary_key or isinstance(f, models.DateField)}
    return [field for field in row._meta.concrete_fields if field.name not in others]


def _words_of(row: Any, twin: Any) -> dict[str, Any]:
    """The columns of `twin` that a person has set in `row` and nobody in `twin`, and the standing of both."""
    taken: dict[str, Any] = {}
    for name in row.correctable_fields:
        column = row._meta.get_field(name)
        if name != _owner(row) and persons_word(row, name) and not persons_word(twin, name):
            taken[column.attname] = getattr(row, column.attname)
    if _WORTH[State(row.state)] > _WORTH[State(twin.state)]:
        taken["state"] = row.state
    return taken


def _owner(row: Any) -> str:
    """The field that names whose row it is: the first in each rule on what is unique."""
    return next((c.fields[0] for c in row._meta.constraints if getattr(c, "fields", ())), "")


def persons_word(row: Any, name: str) -> bool:
    """Whether the value of a field is a person's."""
    return row.state == State.CONFIRMED or not row.extracted or bool(row.is_corrected(name))


def tell_who_was_read(journal: Journal, drop: Any) -> None:
    """Makes places that name a row of `drop`, such as attestations of a role, tell that they were read as him."""
    for key in references(type(drop)):
        for place in references(key.model):
            if has_own_mark(place.model) and place.model._meta.get_field("read_as").related_model is type(drop):
                rows = place.model._base_manager.filter(
                    **{f"{place.name}__{key.name}": drop.pk, "read_as__isnull": True}
                )
                journal.mark(place.model, drop.pk, list(rows.values_list("pk", flat=True)))
                rows.update(read_as=drop.pk)
