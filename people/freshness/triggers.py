"""Triggers that note each change of a table that readers see: no writer, be it bulk or raw SQL, can go round them.

PostgreSQL notes a change once for each transaction, in a row of its own: writers never wait for each other there.
SQLite has one writer at a time and counts its changes up in one row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections

from people.models import DataChange

NOTED = DataChange._meta.db_table
_EVENTS = ("insert", "update", "delete")
_ON_SQLITE = f"""INSERT INTO {NOTED} (id, number, at) VALUES (1, 1, strftime('%Y-%m-%d %H:%M:%f', 'now'))
    ON CONFLICT (id) DO UPDATE SET number = number + 1, at = excluded.at;"""  # noqa: S608 - a name of our own
# What was noted of a transaction is forgotten with it, and with a savepoint that is rolled back, as the row is.
_FUNCTION = f"""CREATE OR REPLACE FUNCTION {NOTED}_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF current_setting('viectinh.noted', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
        INSERT INTO {NOTED} (number, at) VALUES (0, clock_timestamp());
        PERFORM set_config('viectinh.noted', pg_current_xact_id()::text, true);
    END IF;
    RETURN NULL;
END $$"""  # noqa: S608 - a name of our own


def watched() -> list[str]:
    """The tables whose changes readers may see: all of the apps that show them, but for what only staff see."""
    tables = []
    for config in apps.get_app_configs():
        hidden = getattr(config, "unseen_by_readers", None)
        if hidden is not None:
            models = [model for model in config.get_models() if not hasattr(model, "history_object")]
            tables += [model._meta.db_table for model in models if model.__name__ not in {*hidden, DataChange.__name__}]
    return sorted(tables)


def _on_sqlite(table: str) -> Iterator[tuple[str, str]]:
    for event in _EVENTS:
        name = f"{table}_noted_{event}"
        yield name, f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} BEGIN {_ON_SQLITE} END"


def _on_postgresql(table: str) -> tuple[str, str]:
    name = f"{table}_noted"
    return name, (
        f"CREATE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {NOTED}_note()"
    )


def stop_noting(sender: Any, plan: Any = (), using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Before migrations: SQLite renames no table while a trigger names one that is just being copied."""
    connection = connections[using]
    if connection.vendor != "sqlite" or not plan:
        return
    with connection.schema_editor() as editor:
        for name in _present(connection):
            if "_noted_" in name:
                editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)


def keep_noting(sender: Any, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After migrations: makes the triggers that are lacking."""
    connection = connections[using]
    tables = {*connection.introspection.table_names()}
    if NOTED not in tables:
        return
    present = _present(connection)
    wanted: list[tuple[str, str]] = []
    for table in sorted(tables.intersection(watched())):
        wanted += _on_sqlite(table) if connection.vendor == "sqlite" else [_on_postgresql(table)]
    lacking = [statement for name, statement in wanted if name not in present]
    if lacking:
        with connection.schema_editor() as editor:
            if connection.vendor == "postgresql":
                editor.execute(_FUNCTION, params=None)
            for statement in lacking:
                editor.execute(statement, params=None)


def _present(connection: Any) -> set[str]:
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        return {name for (name,) in cursor.fetchall()}
