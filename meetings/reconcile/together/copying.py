"""Many new rows of one kind into their table: by COPY where there is such a thing, else by INSERT."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.utils import timezone

from meetings.reconcile.adapting import adapter

_AT_ONCE = 500


def insert(model: Any, rows: Sequence[Any]) -> None:
    """Inserts rows that have their keys, without signals; raises `IntegrityError` as other ways of writing do."""
    if not rows:
        return
    if connection.vendor != "postgresql":
        model._base_manager.bulk_create(rows, batch_size=_AT_ONCE)
        return
    now = timezone.now()
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    for field in fields:
        if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
            for row in rows:
                setattr(row, field.attname, now)
    adapted: list[tuple[str, Callable[[Any], Any] | None]] = [(field.attname, adapter(field)) for field in fields]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    statement = f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        for row in rows:
            held = row.__dict__
            copy.write_row([held[name] if adapt is None else adapt(held[name]) for name, adapt in adapted])
