"""Triggers that note each change of a table that readers see: no writer, be it bulk or raw SQL, can go round them."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections, transaction

from people.freshness import statements
from people.models import DataChange, RowChange

_OWN = {DataChange.__name__, RowChange.__name__}
_PRESENT = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal",
}


def watched() -> dict[str, tuple[str, ...]]:
    """The tables whose changes readers may see, each with the columns whose values say which rows have changed.

    They are all of the apps that show them, but for what only staff see.
    """
    tables: dict[str, tuple[str, ...]] = {}
    for config in apps.get_app_configs():
        hidden = getattr(config, "unseen_by_readers", None)
        if hidden is not None:
            keys = getattr(config, "noted_keys", {})
            models = [model for model in config.get_models() if not hasattr(model, "history_object")]
            shown = [model for model in models if model.__name__ not in {*hidden, *_OWN}]
            tables |= {model._meta.db_table: keys.get(model.__name__, ()) for model in shown}
    return dict(sorted(tables.items()))


def stop_noting(sender: Any, plan: Any = (), using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Before migrations: SQLite renames no table while a trigger names one that is just being copied."""
    if connections[using].vendor == "sqlite" and plan:
        drop_triggers(using)


def drop_triggers(using: str = DEFAULT_DB_ALIAS) -> None:
    """Changes are noted no more, until `keep_noting`."""
    connection = connections[using]
    _do(connection, _dropped(connection, _present(connection)))


def keep_noting(sender: Any, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After migrations: makes the triggers that are lacking, and drops those of an earlier kind."""
    connection = connections[using]
    tables = {*connection.introspection.table_names()}
    if not {statements.NOTED, statements.ROWS} <= tables:
        return
    made = statements.sqlite if connection.vendor == "sqlite" else statements.postgresql
    wanted = {name: how for table, keys in watched().items() if table in tables for name, how in made(table, keys)}
    present = _present(connection)
    lacking = {statement: None for name, how in wanted.items() if name not in present for statement in how}
    old = {name: table for name, table in present.items() if name not in wanted}
    _do(connection, [*lacking, *_dropped(connection, old)])


def _do(connection: Any, done: list[str]) -> None:
    # By no schema editor, which has SQLite look at each foreign key of the database, a minute long where it is large.
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        for statement in done:
            cursor.execute(statement)


def _present(connection: Any) -> dict[str, str]:
    """The triggers of this kind by name, with their tables; before they noted rows, their names ended in `_noted`."""
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT[connection.vendor])
        return {name: table for name, table in cursor.fetchall() if "_noted_" in f"{name}_"}


def _dropped(connection: Any, triggers: dict[str, str]) -> list[str]:
    if connection.vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in triggers]
    dropped = [f"DROP TRIGGER IF EXISTS {name} ON {table}" for name, table in triggers.items()]
    functions = [*triggers, f"{statements.NOTED}_note"] if triggers else []  # the last is of the earlier kind
    return [*dropped, *(f"DROP FUNCTION IF EXISTS {name}()" for name in functions)]
