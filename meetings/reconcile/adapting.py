"""How values of columns are written where they do not pass through the ORM."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.fields.json import JSONField


def adapter(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """How a value of the field is written; None where it is written as it is."""
    if isinstance(field, JSONField):
        return _as_json
    if isinstance(field, models.DecimalField | models.DateField):
        return field.to_python  # what was given as text or number, too
    return str if isinstance(field, models.CharField) and field.choices and not field.null else None


# As `json.dumps` writes with this class, which would make an encoder for each value: most are empty.
_encode = DjangoJSONEncoder().encode


def _as_json(value: Any) -> str:
    return "{}" if value == {} else _encode(value)
