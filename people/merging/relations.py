"""What refers to a record: every foreign key to its model, wherever it is, found through the model itself."""

from __future__ import annotations

from typing import Any

from django.db import models

from people.models import Mergeable, ReadAs

Key = models.ForeignKey[Any, Any]


def references(model: type[models.Model]) -> list[Key]:
    """The foreign keys to `model`, those of the ground floor first; what is hidden from relations does not count."""
    related: Any = model._meta.related_objects
    return [relation.field for relation in related if relation.one_to_many]


def marks(key: Key) -> bool:
    """Whether rows say, for this key, as whom they were read."""
    return issubclass(key.related_model, Mergeable) and (issubclass(key.model, ReadAs) or has_own_mark(key.model))


def has_own_mark(model: Any) -> bool:
    """Whether `read_as` is a foreign key of its own, as mentions and attestations have it."""
    return any(isinstance(field, models.ForeignKey) and field.name == "read_as" for field in model._meta.fields)


def mark_of(row: Any, key: Key) -> int | None:
    """The key of the record merged away that `row` was read as."""
    return row.read_as_id if has_own_mark(key.model) else row.read_as.get(key.name)


def set_mark(row: Any, key: Key, pk: int | None) -> None:
    """Says as whom the row was read; nothing where that is whom it names."""
    if has_own_mark(key.model):
        row.read_as_id = pk
    elif pk is None:
        row.read_as.pop(key.name, None)
    else:
        row.read_as[key.name] = pk


class Twins:
    """Rows of the survivor that a row of the dropped record would double: equal in what a constraint holds unique."""

    def __init__(self, key: Key, drop: int, keep: int) -> None:
        self._found: list[tuple[list[str], set[int], dict[tuple[Any, ...], Any]]] = []
        manager = key.model._base_manager
        for constraint in key.model._meta.constraints:
            if not isinstance(constraint, models.UniqueConstraint) or key.name not in constraint.fields:
                continue
            options: Any = key.model._meta
            names = [options.get_field(n).attname for n in constraint.fields if n != key.name]
            meant = manager.filter(constraint.condition) if constraint.condition else manager.all()
            asked = set(meant.filter(**{key.name: drop}).values_list("pk", flat=True))
            if asked:
                kept = {tuple(getattr(row, n) for n in names): row for row in meant.filter(**{key.name: keep})}
                self._found.append((names, asked, kept))

    @property
    def any(self) -> bool:
        """Whether any row could have one."""
        return bool(self._found)

    def of(self, row: Any) -> Any | None:
        """The twin of `row`, if it has one."""
        for names, asked, kept in self._found:
            values = tuple(getattr(row, name) for name in names)
            if row.pk in asked and None not in values and values in kept:
                return kept[values]
        return None
