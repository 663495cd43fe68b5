"""Rows of the project's models in the making: millions of them, so without what Django does for each instance."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db import models

from people.corrections import Correctable, State
from people.search import Searchable
from people.stored import as_json

# When all of it was read and written: the same archive for the same seed, to the last column.
WRITTEN_AT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


class Rows:
    """New rows by kind, each with its key; `take` hands them over and forgets them."""

    def __init__(self) -> None:
        self._rows: dict[Any, list[Any]] = defaultdict(list)
        self.last_keys: dict[Any, int] = defaultdict(int)

    def add(self, row: Any) -> Any:
        """Gives the row the next key of its table, unless another table's key is its own."""
        model = type(row)
        if model._meta.pk.attname == "id":
            self.last_keys[model] += 1
            row.__dict__["id"] = self.last_keys[model]
        self._rows[model].append(row)
        return row

    def take(self) -> dict[Any, list[Any]]:
        """All rows that were added since."""
        taken, self._rows = self._rows, defaultdict(list)
        return taken


def made(model: Any, read: Mapping[str, Any], **columns: Any) -> Any:
    """A row, not saved, with what was `read` (keys in the place of records) and columns that no person corrects.

    What follows from others is not set yet: see `finish`.
    """
    row = model.__new__(model)
    row.__dict__.update(_defaults(model))
    row.__dict__.update(columns)
    if issubclass(model, Correctable):
        names = _attnames(model)
        extracted = dict.fromkeys(model.correctable_fields)
        for name, value in read.items():
            row.__dict__[names[name]] = value
            extracted[name] = as_json(value)
        row.__dict__.update(extracted=extracted, conflicts={})
    else:
        row.__dict__.update(read)
    return row


def finish(row: Any) -> Any:
    """Sets the columns that follow from others by the model's own means."""
    if isinstance(row, Correctable):
        row.derive()
    if isinstance(row, Searchable):
        row.refresh_search_text()
    return row


def reject(row: Any) -> None:
    """What a person has found to be none."""
    row.__dict__["state"] = State.REJECTED.value


def correct(row: Any, field: str, value: Any) -> None:
    """What a person has set right: the column differs from what was read."""
    model: Any = type(row)
    row.__dict__[_attnames(model)[field]] = value


@cache
def _attnames(model: Any) -> dict[str, str]:
    return {field.name: field.attname for field in model._meta.concrete_fields}


@cache
def _defaults(model: Any) -> dict[str, Any]:
    values = {field.attname: _default(field) for field in model._meta.concrete_fields}
    return {**values, "_state": models.base.ModelState()}


def _default(field: Any) -> Any:
    if isinstance(field, models.DateTimeField) and (field.auto_now or field.auto_now_add):
        return WRITTEN_AT
    value = field.get_default()
    return value.value if isinstance(value, models.Choices) else value
