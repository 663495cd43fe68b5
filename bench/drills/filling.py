"""Rows for the tables of any state of the project: made from the models of that state alone, whatever they are."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db import DataError, IntegrityError, models, transaction

ROWS = 2  # of each table
_TRIES = 60
_DAY = datetime.datetime(2024, 3, 1, 8, tzinfo=datetime.UTC)


def fill(apps: Any, labels: set[str]) -> tuple[int, list[str]]:
    """Fills every table of the apps with those labels; how many rows were made, and the tables for which none could be.

    Numbers and days of a row rise from column to column, since most conditions want that; what a condition forbids is
    tried otherwise, by chance of a seed.
    """
    _about(apps, labels)
    made, empty = 0, []
    waiting = [model for model in apps.get_models() if model._meta.app_label in labels and not model._meta.proxy]
    for model in sorted(waiting, key=lambda model: _depth(model, ())):
        rows = sum(_make(model, number) for number in range(ROWS))
        made += rows
        if not rows and not model._base_manager.exists():
            empty.append(model._meta.label)
    return made, empty


def _about(apps: Any, labels: set[str]) -> None:
    """A user, and the kinds of content that rows speak of."""
    apps.get_model("auth", "User").objects.get_or_create(username="editor")
    kinds = apps.get_model("contenttypes", "ContentType").objects
    for model in apps.get_models():
        if model._meta.app_label in labels:
            kinds.get_or_create(app_label=model._meta.app_label, model=model._meta.model_name)


def _depth(model: Any, above: tuple[Any, ...]) -> int:
    """How many models must be filled before this one."""
    named = [f.related_model for f in model._meta.local_fields if f.is_relation and f.related_model is not model]
    return 1 + max((_depth(other, (*above, model)) for other in named if other not in above), default=0)


def _make(model: Any, number: int) -> bool:
    chance = random.Random(f"{model._meta.label} {number}")
    for attempt in range(_TRIES):
        try:
            with transaction.atomic():
                model._base_manager.create(**dict(_values(model, number, chance, attempt)))
            return True
        except (IntegrityError, DataError):
            continue
    return False


def _values(model: Any, number: int, chance: random.Random, attempt: int) -> Iterator[tuple[str, Any]]:
    for place, field in enumerate(model._meta.local_concrete_fields):
        if isinstance(field, models.AutoField) or (field.primary_key and not field.is_relation and attempt < 1):
            continue
        if field.null and chance.random() < min(0.9, attempt / 10):
            yield field.name, None
        elif field.is_relation:
            yield field.attname, _other(field, number if not attempt else chance.randrange(9))
        elif field.has_default() and chance.random() < min(0.5, attempt / 20):
            yield field.name, field.get_default()
        else:
            rising = chance.randrange(2) if attempt % 3 == 2 else place + number * 40
            yield field.name, _value(field, rising, number if not attempt else chance.randrange(9))


def _other(field: Any, which: int) -> Any:
    """The key of a row that is there already; none of the table itself."""
    if field.related_model is field.model or field.remote_field.model == "self":
        return None
    keys = list(field.related_model._base_manager.order_by("pk").values_list("pk", flat=True)[:5])
    return keys[which % len(keys)] if keys else None


def _value(field: Any, rising: int, which: int) -> Any:
    if field.choices:
        return list(dict(field.flatchoices))[which % len(field.flatchoices)]
    if isinstance(field, models.BooleanField):
        return bool(which % 2)
    if isinstance(field, models.IntegerField):
        return rising
    if isinstance(field, models.DecimalField):
        return Decimal(rising + 1)
    if isinstance(field, models.FloatField):
        return float(rising)
    if isinstance(field, models.DateTimeField):
        return _DAY + datetime.timedelta(days=rising)
    if isinstance(field, models.DateField):
        return (_DAY + datetime.timedelta(days=rising)).date()
    if isinstance(field, models.JSONField):
        return field.get_default() if field.has_default() else {}
    if isinstance(field, models.URLField):
        return f"https://example.org/{rising}"
    if isinstance(field, models.SlugField):
        return f"mot-{rising}"
    words = f"Đặng Thị {chr(65 + rising % 26)} {rising}"
    return words[: field.max_length] if field.max_length else words
