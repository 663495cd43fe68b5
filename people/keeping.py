"""Saving over what others saved meanwhile only where something was changed here: no save undoes another's unawares."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache
from typing import Any, Self

from django.db import models, transaction
from django.utils.encoding import force_str


@cache
def _objects(model: type[models.Model]) -> frozenset[str]:
    """The columns of JSON."""
    return frozenset(field.attname for field in model._meta.concrete_fields if isinstance(field, models.JSONField))


@cache
def _labels(field: models.Field[Any, Any]) -> dict[Any, Any]:
    return dict(field.flatchoices)


class KeepsOthersChanges(models.Model):
    """A row whose `save()` writes what was changed in this instance and keeps what others saved since it was fetched.

    Columns of JSON objects are compared key by key. Where both changed the same, the later save wins. What goes round
    `save()` (`QuerySet.update()`, `bulk_update()`) locks the rows itself.
    """

    _held: dict[str, Any]  # the columns as they were fetched or last saved

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves what was changed here and what follows from it."""
        with transaction.atomic(using=kwargs.get("using") or self._state.db, savepoint=False):
            if not self._state.adding and not kwargs.get("force_insert"):
                self._take_over_others_changes()
            derived = self.derive()
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], *derived}
            super().save(*args, **kwargs)
        self._remember()

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any], **options: Any) -> Self:
        """Remembers what the row held."""
        row = super().from_db(db, field_names, values, **options)
        held = row._held = dict(zip(field_names, values, strict=False))
        for name in _objects(cls) & held.keys():
            held[name] = _own(held[name])
        return row

    def refresh_from_db(
        self, using: str | None = None, fields: Iterable[str] | None = None, from_queryset: Any = None
    ) -> None:
        """Remembers what the row holds now."""
        names = None if fields is None else list(fields)
        super().refresh_from_db(using, names, from_queryset)
        self._remember(names)

    def derive(self) -> set[str]:
        """Sets the columns that follow from others, and returns their names."""
        return set()

    def _get_FIELD_display(self, field: models.Field[Any, Any]) -> Any:
        """The label of a choice. Django makes the labels of all choices each time that it gives one."""
        value = getattr(self, field.attname)
        return force_str(_labels(field).get(value, value), strings_only=True)

    def _remember(self, names: Collection[str] | None = None) -> None:
        held = self.__dict__.setdefault("_held", {})
        for field in self._meta.concrete_fields:
            if field.attname in self.__dict__ and (names is None or {field.name, field.attname} & set(names)):
                held[field.attname] = _own(self.__dict__[field.attname])

    def _take_over_others_changes(self) -> None:
        held: dict[str, Any] = self.__dict__.get("_held", {})
        if not held:
            return
        rows = type(self)._base_manager.using(self._state.db).filter(pk=self.pk)
        present = rows.select_for_update(no_key=True).order_by("pk").values(*held).first()
        for name, value in (present or {}).items():
            mine = getattr(self, name)
            if isinstance(value, dict) and isinstance(mine, dict):
                setattr(self, name, _merged(held[name], mine, value))
            elif mine == held[name] != value:
                setattr(self, name, value)


def _own(value: Any) -> Any:
    return dict(value) if isinstance(value, dict) else value


def _merged(held: dict[str, Any], mine: dict[str, Any], present: dict[str, Any]) -> dict[str, Any]:
    """`present` with what differs between `held` and `mine`."""
    changed = {key: value for key, value in mine.items() if key not in held or held[key] != value}
    return {key: value for key, value in present.items() if key in mine or key not in held} | changed
