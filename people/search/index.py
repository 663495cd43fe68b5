"""The full-text index of a Searchable: made and unmade by migrations, in step with its table by triggers.

SQLite gets an FTS5 table that reads its content from the table itself, PostgreSQL a GIN index on an expression: no
writer, be it bulk or raw SQL, can forget to keep either up to date.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.migrations.operations.base import Operation
from django.db.models import Model

from people.search.lookup import INDEX_SUFFIX, PG_WORDS
from people.search.searchable import Searchable

# The names filled in come from models and are safe to quote plainly.
_SQLITE_TABLE = """
CREATE VIRTUAL TABLE IF NOT EXISTS "{index}" USING fts5(
    search_text, content = '{table}', content_rowid = '{key}', tokenize = 'unicode61 remove_diacritics 0',
    prefix = '2 3'
)"""
_ADD = 'INSERT INTO "{index}" (rowid, search_text) VALUES (new."{key}", new.search_text);'
_DROP = """INSERT INTO "{index}" ("{index}", rowid, search_text)
    VALUES ('delete', old."{key}", old.search_text);"""
_SQLITE_TRIGGERS = {
    "insert": 'CREATE TRIGGER "{index}_insert" AFTER INSERT ON "{table}" BEGIN ' + _ADD + " END",
    "delete": 'CREATE TRIGGER "{index}_delete" AFTER DELETE ON "{table}" BEGIN ' + _DROP + " END",
    "update": """CREATE TRIGGER "{index}_update" AFTER UPDATE OF "{key}", search_text ON "{table}"
        WHEN old.search_text IS NOT new.search_text OR old."{key}" IS NOT new."{key}" BEGIN """
    + f"{_DROP} {_ADD} END",
}
_SQLITE_REBUILD = """INSERT INTO "{index}" ("{index}") VALUES ('rebuild')"""

_POSTGRESQL_FUNCTION = f"""CREATE OR REPLACE FUNCTION {PG_WORDS}(searched text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 10000
AS $$ BEGIN RETURN {{words}}; END $$"""
_AT_BLANKS = "pg_catalog.array_to_tsvector(pg_catalog.array_remove(pg_catalog.string_to_array(searched, ' '), ''))"
_PARSED = "pg_catalog.to_tsvector('pg_catalog.simple'::regconfig, searched)"
_POSTGRESQL_INDEX_BEFORE = """CREATE INDEX "{index}" ON "{table}"
USING gin (to_tsvector('simple', search_text))"""
_POSTGRESQL_INDEX = f"""CREATE INDEX "{{index}}" ON "{{table}}" USING gin ({PG_WORDS}(search_text))"""
# Where PostgreSQL knows that nearly every text has a word, it would rather divide them all than ask the index: half a
# minute for a hundred thousand. What it does not know it takes for rare; and ANALYZE need not divide texts either.
_UNCOUNTED = 'ALTER INDEX "{index}" ALTER COLUMN 1 SET STATISTICS 0'


def _names(model: type[Model]) -> dict[str, str]:
    table = model._meta.db_table
    return {"table": table, "index": table + INDEX_SUFFIX, "key": model._meta.pk.attname}


class AddSearchIndex(Operation):
    """A migration operation: the full-text index of the Searchable called `model_name`, on SQLite or PostgreSQL."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str) -> None:
        self.model_name = model_name

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Models do not know of their index."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.model_name)
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(_SQLITE_TABLE.format(**_names(model)), params=None)
            restore_triggers(schema_editor.connection, schema_editor.execute, model)
        elif schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(_POSTGRESQL_FUNCTION.format(words=_AT_BLANKS), params=None)
            schema_editor.execute(_POSTGRESQL_INDEX.format(**_names(model)), params=None)
            schema_editor.execute(_UNCOUNTED.format(**_names(model)), params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        index = _names(from_state.apps.get_model(app_label, self.model_name))["index"]
        if schema_editor.connection.vendor == "sqlite":
            for event in _SQLITE_TRIGGERS:
                schema_editor.execute(f'DROP TRIGGER IF EXISTS "{index}_{event}"', params=None)
            schema_editor.execute(f'DROP TABLE IF EXISTS "{index}"', params=None)
        elif schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f'DROP INDEX IF EXISTS "{index}"', params=None)

    def describe(self) -> str:
        return f"Make the full-text index of {self.model_name}"

    @property
    def migration_name_fragment(self) -> str:
        return f"search_{self.model_name.lower()}"


class RenewSearchIndex(AddSearchIndex):
    """Makes the index on PostgreSQL anew where it is by an earlier expression; nothing else asks it meanwhile."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)
            names = _names(to_state.apps.get_model(app_label, self.model_name))
            schema_editor.execute(_POSTGRESQL_INDEX_BEFORE.format(**names), params=None)

    def describe(self) -> str:
        return f"Make the full-text index of {self.model_name} anew"

    @property
    def migration_name_fragment(self) -> str:
        return f"renew_search_{self.model_name.lower()}"


class DivideAtBlanks(AddSearchIndex):
    """Makes the index on PostgreSQL anew of what stands between blanks, where its own parser found the words.

    Beside the former one, so that nobody waits: its migration must not be `atomic`. Begun again, it begins anew.
    """

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self._make_beside(schema_editor, to_state.apps.get_model(app_label, self.model_name), _AT_BLANKS)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self._make_beside(schema_editor, to_state.apps.get_model(app_label, self.model_name), _PARSED)

    def _make_beside(self, schema_editor: Any, model: type[Model], words: str) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        names = _names(model)
        index, beside = names["index"], names["index"] + "_beside"
        for statement in (
            _POSTGRESQL_FUNCTION.format(words=words),
            f'DROP INDEX CONCURRENTLY IF EXISTS "{beside}"',
            _POSTGRESQL_INDEX.replace("INDEX", "INDEX CONCURRENTLY", 1).format(**{**names, "index": beside}),
            _UNCOUNTED.format(index=beside),
            f'DROP INDEX CONCURRENTLY IF EXISTS "{index}"',
            f'ALTER INDEX "{beside}" RENAME TO "{index}"',
        ):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"Divide the texts of {self.model_name} at blanks for their index"

    @property
    def migration_name_fragment(self) -> str:
        return f"divide_{self.model_name.lower()}"


def restore_triggers(connection: Any, execute: Callable[[str, None], object], model: type[Model]) -> bool:
    """Makes the triggers that an index on SQLite lacks, and reads the table anew. Returns whether any was lacking.

    Django changes a table on SQLite by copying it, and the copy has no triggers.
    """
    names = _names(model)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE tbl_name = %s AND type = 'trigger'", [names["table"]])
        present = {name for (name,) in cursor.fetchall()}
    lacking = [event for event in _SQLITE_TRIGGERS if f"{names['index']}_{event}" not in present]
    for event in lacking:
        execute(_SQLITE_TRIGGERS[event].format(**names), None)
    if lacking:
        execute(_SQLITE_REBUILD.format(**names), None)
    return bool(lacking)


def keep_triggers(sender: Any, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After migrations: whatever they did to tables on SQLite, the indexes that exist stay in step."""
    connection = connections[using]
    searchable = [model for model in sender.get_models() if issubclass(model, Searchable)]
    if connection.vendor != "sqlite" or not searchable:
        return
    tables = connection.introspection.table_names()
    # By no schema editor, which has SQLite look at each foreign key of the database: minutes where it is large.
    with transaction.atomic(using), connection.cursor() as cursor:
        for model in searchable:
            if _names(model)["index"] in tables:
                restore_triggers(connection, cursor.execute, model)
