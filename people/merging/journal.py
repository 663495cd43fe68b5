"""The journal of a merge: each row that it changed, with the values before and after, in a form that JSON keeps.

Its entries, in their order, by `do`:

- `turn`: rows `[key, flags, conflict]` of `model` whose `field` named `old` and names `new`. Of the flags, `c` says
  that the column did, `e` what was extracted, `k` the conflicting reading, `r` that the row now tells as whom it was
  read; `conflict` is a conflicting reading that came to nothing, in a list of its own.
- `set`: the row `pk` of `model`, the columns `old` and `new`.
- `make`: the row `pk` of `model` was made, with the columns `new`.
- `drop`: `row`, as Django serializes it, was taken out, as the survivor has one that is the same.
- `mark`: `rows` of `model` tell since then that they were read as `old`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.core import serializers
from django.db import models, router
from django.utils import timezone

from people.names import given_name_key, name_key
from people.search import Searchable


class Journal:
    """Writes entries while it changes rows; `touched` holds their keys by label of the model."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self.touched: dict[str, set[int]] = defaultdict(set)

    def turn(self, model: Any, field: str, old: int, new: int, rows: list[list[Any]]) -> None:
        """Notes rows that were turned from `old` to `new`."""
        if rows:
            self._note("turn", model, [row[0] for row in rows], field=field, old=old, new=new, rows=rows)

    def mark(self, model: Any, old: int, rows: list[int]) -> None:
        """Notes rows that tell since then as whom they were read."""
        if rows:
            self._note("mark", model, rows, old=old, rows=rows)

    def change(self, row: Any, values: Mapping[str, Any]) -> None:
        """Sets columns (by attribute name) of a row, quietly, and notes what was there before."""
        old = {name: getattr(row, name) for name in values if getattr(row, name) != values[name]}
        if old:
            new = {name: values[name] for name in old}
            self._note("set", type(row), [row.pk], pk=row.pk, old=old, new=new)
            set_quietly(row, new)

    def note_change(self, row: Any, old: Mapping[str, Any]) -> None:
        """Notes a change that was saved elsewhere: `old` are columns as they were before."""
        changed = {name: value for name, value in old.items() if getattr(row, name) != value}
        if changed:
            new = {name: getattr(row, name) for name in changed}
            self._note("set", type(row), [row.pk], pk=row.pk, old=changed, new=new)

    def make(self, row: Any, *names: str) -> None:
        """Notes a row that was made, with the columns `names`."""
        self._note("make", type(row), [row.pk], pk=row.pk, new={name: getattr(row, name) for name in names})

    def drop(self, row: Any) -> None:
        """Takes a row out that nothing refers to any more, without a trace in its history."""
        self._note("drop", type(row), [row.pk], row=json.loads(serializers.serialize("json", [row]))[0])
        take_out(row)

    def _note(self, do: str, model: Any, touched: list[int], **values: Any) -> None:
        label = model._meta.label_lower
        self.touched[label].update(touched)
        self.entries.append({"do": do, "model": label, **values})


def take_out(row: Any) -> None:
    """Deletes one row, quietly: what referred to it has been turned elsewhere."""
    rows: Any = type(row)._base_manager.filter(pk=row.pk)
    rows._raw_delete(router.db_for_write(type(row)))


def put_back(entry: Mapping[str, Any]) -> Any:
    """Puts a row back that was taken out, under its key; returns it."""
    (restored,) = serializers.deserialize("python", [entry["row"]])
    restored.save()
    return restored.object


def set_quietly(row: Any, values: Mapping[str, Any]) -> None:
    """Writes columns (by attribute name) without history, with the keys and the search text that follow from them."""
    for name, value in values.items():
        setattr(row, name, value)
    written = dict(values)
    for name, source in (("name_key", "name"), ("title_key", "canonical_title")):
        if hasattr(row, name):
            written[name] = name_key(getattr(row, source))[: row._meta.get_field(name).max_length]
    if hasattr(row, "given_name_key"):
        written["given_name_key"] = given_name_key(written["name_key"])
    if isinstance(row, Searchable):
        row.__dict__.update(written)
        row.refresh_search_text()
        written["search_text"] = row.search_text
    if any(field.name == "updated_at" for field in row._meta.fields):
        written["updated_at"] = timezone.now()
    row.__dict__.update(written)
    row._state.fields_cache.clear()
    type(row)._base_manager.filter(pk=row.pk).update(**written)


def write(model: type[models.Model], rows: list[Any], fields: list[str]) -> None:
    """Writes some fields of many rows, without history, with the time."""
    if any(field.name == "updated_at" for field in model._meta.fields):
        now = timezone.now()
        for row in rows:
            row.updated_at = now
        fields = [*fields, "updated_at"]
    model._base_manager.bulk_update(rows, fields, batch_size=200)
