"""Conditions on many values: one array for PostgreSQL, where Django writes a parameter for each of them.

PostgreSQL plans both alike; to check, write, quote and parse a thousand parameters takes longer than most queries do.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.models.fields.related import ForeignObject
from django.db.models.fields.related_lookups import RelatedIn
from django.db.models.lookups import In

# From so many values on; pages ask for fewer.
_MANY = 50
_ARRAYS: dict[type, str] = {int: "bigint[]", str: "text[]"}


class _AnyOf(In):
    def get_prep_lookup(self) -> Any:
        """Keys are as they are; others are made what the column holds."""
        if isinstance(self.rhs, Collection) and len(self.rhs) >= _MANY and self.rhs_is_direct_value():
            field = self.lhs.output_field
            column = getattr(field, "target_field", field)
            if isinstance(column, models.IntegerField) and set(map(type, self.rhs)) == {int}:
                return list(self.rhs)
        return super().get_prep_lookup()

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """`column = ANY(array)` for many plain numbers or texts, else what Django writes."""
        given: Any = self.rhs
        if not self.rhs_is_direct_value() or len(given) < _MANY:
            return self.as_sql(compiler, connection)
        values = set(given) - {None}
        if not values:
            raise EmptyResultSet
        kinds = set(map(type, values))
        array = _ARRAYS.get(kinds.pop()) if len(kinds) == 1 else None
        if array is None:
            return self.as_sql(compiler, connection)
        column, parameters = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::{array})", (*parameters, list(values))


class AnyOf(_AnyOf):
    """`in` of columns."""


class RelatedAnyOf(_AnyOf, RelatedIn):
    """`in` of relations."""


def write_arrays() -> None:
    """From now on conditions on many values are written so."""
    models.Field.register_lookup(AnyOf)
    ForeignObject.register_lookup(RelatedAnyOf)
