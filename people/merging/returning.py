"""What goes back when a merge is undone: rows that it turned, and rows read since then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from people.merging.journal import set_quietly, write
from people.merging.relations import Key, has_own_mark, mark_of, marks, set_mark
from people.merging.turning import is_read, turn_conflict
from people.models import Mergeable, ReadAs


@dataclass
class Parting:
    """The two that are parted, by key; `read_as` are the keys of all who were in the one that comes back."""

    model: Any
    keep: int
    drop: int
    read_as: set[int]
    touched: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def touch(self, model: Any, keys: Iterable[int]) -> None:
        """Notes rows that changed."""
        self.touched[model._meta.label_lower].update(keys)

    @staticmethod
    def model_of(entry: Mapping[str, Any]) -> Any:
        """The model of an entry of the journal."""
        return apps.get_model(entry["model"])

    @staticmethod
    def fields_of(key: Key) -> list[str]:
        """The fields that are written where a row is turned."""
        read = ["extracted", "conflicts"] if is_read(key) else []
        return [key.name, *read, *(["read_as"] if marks(key) else [])]

    def free_number(self, record: Any) -> int:
        """The number among namesakes that a record had, or the next free one where another has it meanwhile."""
        namesakes = self.model._base_manager.filter(
            name_key=record.name_key, province=record.province_id, merged_into__isnull=True
        )
        taken = set(namesakes.exclude(pk=record.pk).values_list("homonym", flat=True))
        return next(n for n in (record.homonym, *range(len(taken) + 1)) if n not in taken)

    def follow_merges(self, row: Any) -> None:
        """Turns a row that was put back to survivors, where what it names has been merged away since then."""
        for key in row._meta.fields:
            if not isinstance(key, models.ForeignKey) or not issubclass(key.related_model, Mergeable):
                continue
            named = key.related_model._base_manager.filter(pk=getattr(row, key.attname)).first()
            if named is None or named.merged_into_id is None or named.pk == self.drop or key.name == "read_as":
                continue
            changed: dict[str, Any] = {key.attname: named.merged_into_id}
            if is_read(key) and row.extracted.get(key.name) == named.pk:
                changed["extracted"] = {**row.extracted, key.name: named.merged_into_id}
                changed["read_as"] = {key.name: named.pk, **row.read_as}
            set_quietly(row, changed)


def return_row(parting: Parting, row: Any, key: Key, entry: Mapping[str, Any], flags: str, conflict: list[Any]) -> None:
    """Turns a row back, unsaved, unless a person, or a reading of other words, has turned it elsewhere meanwhile."""
    old, new = entry["old"], entry["new"]
    machine = "e" in flags or not is_read(key)
    if machine and marks(key) and mark_of(row, key) not in parting.read_as:
        return
    if "e" in flags and row.extracted.get(key.name) == new:
        row.extracted[key.name] = old
    if conflict:
        row.conflicts.setdefault(key.name, conflict[0])
    if "k" in flags:
        turn_conflict(row, key, new, old)
    if "c" in flags and getattr(row, key.attname) == new:
        setattr(row, key.attname, old)
    if "r" in flags and marks(key) and mark_of(row, key) == old:
        set_mark(row, key, None)


def return_read_since(parting: Parting, key: Key) -> None:
    """Turns rows back that were read, since the merge, as those who part from the survivor."""
    model: Any = key.model
    if not marks(key):
        return
    if has_own_mark(model):
        marked = model._base_manager.filter(read_as__in=parting.read_as, **{key.name: parting.keep})
    else:
        marked = model._base_manager.filter(**{f"read_as__{key.name}__in": sorted(parting.read_as)})
    rows = []
    for row in marked.select_for_update().order_by("pk"):
        machine = not is_read(key) or row.extracted.get(key.name) == getattr(row, key.attname)
        if is_read(key) and row.extracted.get(key.name) == parting.keep:
            row.extracted[key.name] = parting.drop
        if machine and getattr(row, key.attname) == parting.keep:
            setattr(row, key.attname, parting.drop)
        if mark_of(row, key) == parting.drop:
            set_mark(row, key, None)
        rows.append(row)
    write(model, rows, parting.fields_of(key))
    parting.touch(model, [row.pk for row in rows])


def forget_marks(parting: Parting, model: Any) -> None:
    """Lets places that tell as whom they were read forget the one that is a record of its own again."""
    if has_own_mark(model) and not issubclass(model, ReadAs):
        model._base_manager.filter(read_as=parting.drop).update(read_as=None)
