"""When each record last changed, for those who keep a copy: kept by triggers, which no writer can go round.

A row's `updated_at` follows every change of the row, of what is told as a part of it, and of whether what it stands on
is published. What is deleted leaves a `Tombstone`. Each table has an index by which the latest changes are found.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.operations.base import Operation

from opendata.tracking.statements import TRACKED, indexes, names, postgresql, sqlite


class TrackChanges(Operation):
    """A migration operation: the triggers and indexes of this module; a later one of its kind brings them up to date.

    On SQLite they are made after all migrations (`keep_tracking`).
    """

    reduces_to_sql = True
    reversible = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Models do not know of it."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            for statement in postgresql():
                schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        _remove(schema_editor.connection.vendor, schema_editor.execute)

    def describe(self) -> str:
        return "Keep when each record last changed, and what was taken away"


def _remove(vendor: str, execute: Callable[[str, None], object]) -> None:
    of_postgresql = vendor == "postgresql"
    for name, table in names():
        execute(f"DROP TRIGGER IF EXISTS {name}{f' ON {table}' if of_postgresql else ''}", None)
        if of_postgresql and not name.endswith("_touched"):
            execute(f"DROP FUNCTION IF EXISTS {name}()", None)
    if of_postgresql:
        execute("DROP FUNCTION IF EXISTS opendata_touched()", None)
    for name, _statement in indexes():
        execute(f"DROP INDEX IF EXISTS {name}", None)


def stop_tracking(sender: Any, plan: Any, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Before migrations: SQLite renames no table while a trigger names one that is just being copied."""
    connection = connections[using]
    if connection.vendor == "sqlite" and plan:
        with transaction.atomic(using), connection.cursor() as cursor:
            _remove(connection.vendor, cursor.execute)


def keep_tracking(sender: Any, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After migrations: makes what is lacking on SQLite, where Django copies a table to change it."""
    connection = connections[using]
    tables = {*connection.introspection.table_names()}
    if connection.vendor != "sqlite" or not {"opendata_tombstone", *TRACKED} <= tables:
        return
    # By no schema editor, which has SQLite look at each foreign key of the database: a minute where it is large.
    with transaction.atomic(using), connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index')")
        present = {name for (name,) in cursor.fetchall()}
        for name, statement in sqlite():
            if name not in present:
                cursor.execute(statement)
