"""Rows into an empty database, in one transaction: triggers and indexes are taken away first, and made anew behind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction
from django.db.models import F
from tqdm import tqdm

from meetings.models import Article, Meeting
from people.models import Official, Organization, Province
from people.search import Searchable
from people.search.lookup import INDEX_SUFFIX

_SETTINGS = {
    "sqlite": (
        ("PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -400000"),
        ("PRAGMA foreign_keys = ON", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -2000"),
    ),
    "postgresql": (
        (
            "SET session_replication_role = replica",
            "SET maintenance_work_mem = '512MB'",
            "SET synchronous_commit = off",
        ),
        ("RESET session_replication_role", "RESET maintenance_work_mem", "RESET synchronous_commit"),
    ),
}
Chunk = Mapping[Any, Sequence[Any]]


class NotEmpty(Exception):
    """The database holds records already."""


def load(chunks: Iterable[Chunk], finish: Callable[[], None], progress: tqdm[Any]) -> None:
    """Writes all rows, then what `finish` does, then indexes and statistics; raises `NotEmpty`.

    `progress` moves on by the meetings that were written. Where anything fails, the database is as it was.
    """
    if any(model._default_manager.exists() for model in (Article, Meeting, Official, Organization)):
        raise NotEmpty
    is_sqlite = connection.vendor == "sqlite"
    with _without_checks():
        with transaction.atomic(), connection.cursor() as cursor:
            behind = _drop_on_sqlite(cursor) if is_sqlite else _drop_on_postgresql(cursor)
            for chunk in chunks:
                for model, rows in chunk.items():
                    (_insert if is_sqlite else _copy)(cursor, model, rows)
                progress.update(len(chunk.get(Meeting, ())))
            if not is_sqlite:
                _follow_keys(cursor)
            for statement in tqdm(behind, desc="indexes", disable=progress.disable, unit=""):
                cursor.execute(statement)
            if not is_sqlite:
                cursor.execute("SET session_replication_role = origin")
            finish()
            # Whoever remembers pages learns that the data are others: a trigger, which works again, notes it.
            Province.objects.filter(pk=1).update(name=F("name"))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


@contextmanager
def _without_checks() -> Iterator[None]:
    """Keys are not looked up and no trigger runs: rows are made together, and in no order.

    SQLite cannot be told so within a transaction; there it looks keys up at its end.
    """
    is_fixed = connection.vendor == "sqlite" and connection.in_atomic_block
    fast, usual = ((), ()) if is_fixed else _SETTINGS[connection.vendor]
    with connection.cursor() as cursor:
        for statement in fast:
            cursor.execute(statement)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for statement in usual:
                cursor.execute(statement)


def _drop_on_sqlite(cursor: Any) -> list[str]:
    cursor.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL "
        "AND (tbl_name LIKE 'people\\_%' ESCAPE '\\' OR tbl_name LIKE 'meetings\\_%' ESCAPE '\\') ORDER BY type"
    )
    found = cursor.fetchall()
    for kind, name, _ in found:
        cursor.execute(f'DROP {kind} "{name}"')
    words = [f"{model._meta.db_table}{INDEX_SUFFIX}" for model in _searchable()]
    rebuilt = [f'INSERT INTO "{index}" ("{index}") VALUES (\'rebuild\')' for index in words]
    merged = [f'INSERT INTO "{index}" ("{index}") VALUES (\'optimize\')' for index in words]
    return [
        *rebuilt,
        *merged,
        *(sql for kind, _, sql in found if kind == "index"),
        *(s for k, _, s in found if k == "trigger"),
    ]


def _drop_on_postgresql(cursor: Any) -> list[str]:
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() "
        "AND (tablename LIKE 'people\\_%%' OR tablename LIKE 'meetings\\_%%') "
        "AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)",
        [],
    )
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [definition for _, definition in found]


def _searchable() -> list[Any]:
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, Searchable)]


def _insert(cursor: Any, model: Any, rows: Sequence[Any]) -> None:
    fields, written = _written(model, rows)
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join("?" for _ in fields)
    # Beside Django's cursor, which would look for placeholders in each row anew.
    cursor.cursor.connection.executemany(f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({places})', written)


def _copy(cursor: Any, model: Any, rows: Sequence[Any]) -> None:
    fields, written = _written(model, rows)
    names = ", ".join(f'"{field.column}"' for field in fields)
    with cursor.cursor.copy(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN') as copy:
        for row in written:
            copy.write_row(row)


def _written(model: Any, rows: Sequence[Any]) -> tuple[list[Any], Iterator[list[Any]]]:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    adapted = [(field.attname, _adapter(field)) for field in fields]

    def values() -> Iterator[list[Any]]:
        for row in rows:
            held = row.__dict__
            yield [held[name] if adapt is None else adapt(held[name]) for name, adapt in adapted]

    return fields, values()


def _adapter(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """How the database takes a value of the field; None where it is taken as it is."""
    if isinstance(field, models.JSONField):
        return json.dumps
    if connection.vendor != "sqlite":
        return None
    if isinstance(field, models.DateTimeField):
        return connection.ops.adapt_datetimefield_value
    if isinstance(field, models.DateField):
        return lambda day: None if day is None else day.isoformat()
    if isinstance(field, models.DecimalField):
        most, places = field.max_digits, field.decimal_places
        return lambda number: connection.ops.adapt_decimalfield_value(number, most, places)
    return None


def _follow_keys(cursor: Any) -> None:
    """The next row gets the next key."""
    cursor.execute(
        "SELECT s.relname, t.relname FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('i', 'a') "
        "JOIN pg_class t ON t.oid = d.refobjid WHERE s.relkind = 'S' "
        "AND (t.relname LIKE 'people\\_%%' OR t.relname LIKE 'meetings\\_%%')",
        [],
    )
    for sequence, table in cursor.fetchall():
        cursor.execute(f'SELECT setval(\'"{sequence}"\', max(id)) FROM "{table}" HAVING max(id) IS NOT NULL')
