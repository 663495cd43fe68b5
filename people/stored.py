"""Values as their columns give them back and as JSON keeps them: what was read and what is kept compare equal."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django.db import models


def cleaned(field: models.Field[Any, Any], value: Any) -> Any:
    """`value` as the column of `field` will give it back: text cut to its length, numbers rounded to its digits."""
    if isinstance(value, models.Model):
        return value
    if value is None:
        return None if field.null else field.get_default()
    value = field.to_python(value)
    if isinstance(field, models.DecimalField):
        return round(value, field.decimal_places)
    if isinstance(field, models.CharField) and field.max_length:
        return value[: field.max_length]
    return value


def as_json(value: Any) -> Any:
    """A field's value in a form that JSON keeps and that compares equal for equal values."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, Decimal):
        return format((value + 0).normalize(), "f")  # no "-0"
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value
