"""An archive of any size from the sample texts: their meetings and all that was read there, again and again."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.db.models import ForeignKey, Max

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
    Citation,
    Decision,
    Directive,
    Meeting,
    Mention,
    Report,
    Target,
)

# Provinces, officials, organizations, roles and documents stay as they are: an archive tells of the same ones.
MULTIPLIED: tuple[type[Any], ...] = (
    Article, Meeting, Report, Directive, Assignment, Target, Decision, Appearance, Citation, Mention, Attestation,
)  # fmt: skip


def multiply(directives: int) -> int:
    """Copies all until there are so many directives; returns how many there are. The indexes of words stay behind."""
    present = Directive.objects.count()
    copies = -(-directives // present) - 1
    steps = {model: (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1 for model in MULTIPLIED}
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _drop_triggers(cursor)
            cursor.execute("PRAGMA defer_foreign_keys = ON")
        else:
            cursor.execute("SET LOCAL session_replication_role = replica")  # no triggers, no checks of keys
        cursor.execute("CREATE TEMPORARY TABLE copy (number integer)")
        cursor.executemany("INSERT INTO copy VALUES (%s)", [(number,) for number in range(1, copies + 1)])
        for model in MULTIPLIED:
            cursor.execute(_statement(model, steps))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Directive.objects.count()


def _statement(model: Any, steps: dict[Any, int]) -> str:
    table = model._meta.db_table
    names, values = [], []
    for field in model._meta.concrete_fields:
        names.append(f'"{field.column}"')
        values.append(_value(field, steps))
    rows = f"(SELECT * FROM {table} WHERE id < {steps[model]}) AS row"
    order = "ORDER BY copy.number, row.id"
    return f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(values)} FROM {rows}, copy {order}"


def _value(field: Any, steps: dict[Any, int]) -> str:
    column = f'row."{field.column}"'
    of = field.model if field.primary_key else field.related_model if isinstance(field, ForeignKey) else None
    if of in steps:
        return f"{column} + copy.number * {steps[of]}"
    if field.name == "search_text":
        return "''"
    if field.name == "identity":
        return "NULL"
    if field.name in ("file_name", "quote") and of is None:
        return f"{column} || ' ' || copy.number"
    return column


def _drop_triggers(cursor: Any) -> None:
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in cursor.fetchall():
        cursor.execute(f'DROP TRIGGER "{name}"')
