"""New rows in the making: what a class makes them of, remembered for the many thousands that an archive has.

`Model.__init__` asks each field of each row for its default and goes through a descriptor to set it: that takes five
times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from django.db import models
from django.db.models.base import ModelState

_Row = TypeVar("_Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a row of a model begins with, and by name of a field its column and, of a relation, its name again."""

    plain: Mapping[str, Any]
    made: tuple[tuple[str, Callable[[], Any]], ...]
    columns: Mapping[str, tuple[str, str]]


def blank(model: type[_Row], values: Mapping[str, Any]) -> _Row:
    """`model(**values)`, for models and fields that hear no signal of it; a relation may be given as row or as key.

    Raises `KeyError` for what is no column.
    """
    shape = _shape(model)
    row = model.__new__(model)
    state = row._state = ModelState()
    held = row.__dict__
    held.update(shape.plain)
    for column, make in shape.made:
        held[column] = make()
    for name, value in values.items():
        column, relation = shape.columns[name]
        if isinstance(value, models.Model):
            state.fields_cache[relation] = value
            value = value.pk
        held[column] = value
    return row


@cache
def _shape(model: type[models.Model]) -> _Shape:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    making = {field for field in fields if field.has_default() and callable(field.default)}
    made = tuple((field.attname, field.get_default) for field in fields if field in making)
    plain = {field.attname: field.get_default() for field in fields if field not in making}
    columns = {name: (field.attname, field.name) for field in fields for name in (field.name, field.attname)}
    return _Shape(plain, made, columns)
