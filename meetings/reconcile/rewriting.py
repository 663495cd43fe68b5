"""Columns of many rows written anew in one statement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection, models

from meetings.reconcile.adapting import adapter

_AT_ONCE = 200


def rewrite(model: Any, rows: Sequence[Any], names: Sequence[str]) -> None:
    """Writes the columns `names` of rows that are there, as `bulk_update` does.

    That compares every row with every key, and takes longer to be put into words than to be done; PostgreSQL takes the
    values as a table.
    """
    if not rows:
        return
    if connection.vendor != "postgresql":
        model._base_manager.bulk_update(rows, names, batch_size=_AT_ONCE)
        return
    fields = [model._meta.get_field(name) for name in names]
    quote = connection.ops.quote_name
    table, key = quote(model._meta.db_table), quote(model._meta.pk.column)
    columns = [quote(field.column) for field in fields]
    settled = ", ".join(
        f"{column} = given.{column}::{field.db_type(connection)}" for column, field in zip(columns, fields, strict=True)
    )
    arrays = ", ".join(["%s::bigint[]", *("%s::text[]" for _ in fields)])
    statement = f"UPDATE {table} SET {settled} FROM unnest({arrays}) AS given ({', '.join([key, *columns])})"  # noqa: S608
    values = [_texts(field, rows) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} WHERE {table}.{key} = given.{key}", [[row.pk for row in rows], *values])


def _texts(field: models.Field[Any, Any], rows: Sequence[Any]) -> list[str | None]:
    adapt: Callable[[Any], Any] = adapter(field) or (lambda value: value)
    adapted = (adapt(getattr(row, field.attname)) for row in rows)
    return [None if value is None else str(value) for value in adapted]
