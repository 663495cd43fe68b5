"""Columns: what a record tells, by a name for programs and a label for people, typed by the model's own fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from django.db import models
from django.utils.functional import Promise

Words = str | Promise
DIVIDER = "|"  # between the values of a LIST as it is stored


class Kind(Enum):
    """What a cell holds. LIST is text with its values divided by `DIVIDER`."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    TEXT = "text"
    BOOLEAN = "boolean"
    DAY = "day"
    TIME = "time"
    LIST = "list"


_KINDS: tuple[tuple[type[Any], Kind], ...] = (
    (models.BooleanField, Kind.BOOLEAN),
    (models.DecimalField, Kind.DECIMAL),
    (models.DateTimeField, Kind.TIME),
    (models.DateField, Kind.DAY),
    (models.IntegerField, Kind.INTEGER),
    (models.ForeignKey, Kind.INTEGER),
    (models.CharField, Kind.TEXT),
    (models.TextField, Kind.TEXT),
)


@dataclass(frozen=True)
class Column:
    """A column of a resource: `source` is a field of its model, whose name for programs is `name`."""

    name: str
    model: type[models.Model]
    source: str
    description: Words
    is_list: bool = False

    @cached_property
    def field(self) -> models.Field[Any, Any]:
        """The model's field."""
        found: Any = self.model._meta.get_field(self.source)
        return found

    @property
    def attribute(self) -> str:
        """What holds the value in a row, in an instance and for `values_list`."""
        return self.field.attname

    @property
    def label(self) -> Words:
        """What people call it."""
        return self.field.verbose_name

    @property
    def kind(self) -> Kind:
        """What its cells hold."""
        if self.is_list:
            return Kind.LIST
        return next(kind for field, kind in _KINDS if isinstance(self.field, field))

    @property
    def nullable(self) -> bool:
        """Whether a cell may hold nothing; text is empty instead."""
        return self.field.null

    @property
    def codes(self) -> dict[str, Words]:
        """What its values may be, with what people call each; empty where they are not numbered."""
        choices: Any = self.field.choices or ()
        return {str(code): label for code, label in choices if code not in (None, "")}

    @property
    def refers_to(self) -> type[models.Model] | None:
        """The model of the record whose `id` the cell holds."""
        related = self.field.related_model if isinstance(self.field, models.ForeignKey) else None
        return related if isinstance(related, type) else None


@dataclass(frozen=True)
class Resource:
    """A kind of record as others get it: `rows()` are those that readers may see, `columns` what is told of each.

    `name` stands in addresses and file names, `kind` in identifiers. Rows are in no order and select nothing besides.
    """

    name: str
    kind: str
    model: type[models.Model]
    label: Words
    description: Words
    rows: Callable[[], models.QuerySet[Any]]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column of that name. Raises `KeyError`."""
        return {column.name: column for column in self.columns}[name]


def columns_of(model: type[models.Model], *told: tuple[Any, ...]) -> tuple[Column, ...]:
    """Columns by (field, description) or (field, description, name); a key to another record gets `_id` to its name."""
    made = []
    for source, description, *name in told:
        is_list = source.endswith(DIVIDER)
        column = Column("", model, source.removesuffix(DIVIDER), description, is_list)
        made.append(Column(name[0] if name else column.attribute, model, column.source, description, is_list))
    return tuple(made)
