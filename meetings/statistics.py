"""What databases know of tables, by which they plan: where those fill quickly, and where migrations copied them."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection, connections, models

# Tables that hold twice what was known of them when they were last looked at.
_OUTGROWN = """
    SELECT stat.relname FROM pg_stat_user_tables AS stat JOIN pg_class AS class ON class.oid = stat.relid
    WHERE stat.relname = ANY(%s) AND stat.schemaname = current_schema()
    AND stat.n_live_tup > 2 * greatest(class.reltuples, 50)
"""
# Long, asked for by no plan, and with an index of their words that takes far longer to look at than all else.
_LONG = (models.TextField, models.JSONField)


def look_at_grown_tables() -> None:
    """Looks at tables that have outgrown what is known of them: a plan made for ten rows is none for thousands.

    PostgreSQL looks by itself only once a minute. Nothing is done on SQLite, within a transaction, and where another
    loader looks at the same table.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return
    tables = {model._meta.db_table: model for model in apps.get_models()}
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(_OUTGROWN, [list(tables)])
        grown = [
            f"{quote(name)} ({', '.join(map(quote, _short_columns(tables[name])))})" for (name,) in cursor.fetchall()
        ]
        if grown:
            cursor.execute(f"ANALYZE (SKIP_LOCKED) {', '.join(grown)}")


def look_at_copied_tables(sender: Any, plan: Any = (), using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After migrations: SQLite forgets what it knew of a table when Django copies it to change it."""
    database = connections[using]
    if database.vendor != "sqlite" or not plan:
        return
    with database.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = {name for (name,) in cursor.fetchall()}
        if "sqlite_stat1" not in tables:
            return  # nobody had it look at any
        cursor.execute("SELECT tbl FROM sqlite_stat1")
        known = {name for (name,) in cursor.fetchall()}
        ours = {model._meta.db_table for model in apps.get_models()}
        for table in sorted(ours & tables - known):
            cursor.execute(f"ANALYZE {database.ops.quote_name(table)}")


def _short_columns(model: type[models.Model]) -> list[str]:
    return [field.column for field in model._meta.concrete_fields if field.column and not isinstance(field, _LONG)]
