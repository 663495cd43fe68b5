"""One SQLite file for all tables: keys that refer to each other, and the words of each found without accents, too."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation

from opendata.releases.tables import Column, Row, Table, Type
from opendata.releases.writers.csv_file import moment
from opendata.releases.writers.sqlite_schema import codes_of, definition, indexes

FORMAT = 1  # kept as the file's user_version, once its indexes are there


def number(value: Decimal) -> int | float:
    """The number that SQLite can hold; of more than 15 digits the last may differ."""
    return int(value) if value == value.to_integral_value() and abs(value) < 2**53 else float(value)


_TOLD: dict[Type, Callable[[Any], Any]] = {
    Type.NUMBER: number,
    Type.DAY: datetime.date.isoformat,
    Type.MOMENT: moment,
    Type.TRUTH: int,
    Type.LIST: partial(json.dumps, ensure_ascii=False),  # as Datasette's facets of arrays want it
}


def is_sound(path: Path, rows: Mapping[str, int]) -> bool:
    """Whether the file is a database that can be gone on with, in which each of these tables has so many rows."""
    try:
        with closing(sqlite3.connect(path)) as opened:
            counts = (opened.execute(f'SELECT count(*) FROM "{name}"').fetchone() for name in rows)  # noqa: S608
            return list(counts) == [(n,) for n in rows.values()] and _is_whole(opened)
    except sqlite3.DatabaseError:
        return False


def _is_whole(opened: sqlite3.Connection) -> bool:
    return bool(opened.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


class SqliteFile:
    """A database that grows table by table; a table is in it whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._to = sqlite3.connect(path, isolation_level=None)
        self._to.execute("PRAGMA cache_size = -32000")  # kB
        self._to.execute("PRAGMA synchronous = OFF")  # what goes on looks first whether the file is sound

    def close(self) -> None:
        """Lets go of the file."""
        self._to.close()

    def begin(self, table: Table) -> None:
        """Opens `table`, anew if it is there."""
        self._to.execute("BEGIN IMMEDIATE")
        self._to.execute(f'DROP TABLE IF EXISTS "{table.name}"')
        for column in table.columns:
            if column.codes:
                self._explain(codes_of(table, column), column)
        self._to.execute(definition(table))
        self._marks = ", ".join("?" * len(table.columns))
        self._odd = [(at, _TOLD[c.type]) for at, c in enumerate(table.columns) if c.type in _TOLD]
        self._table = table

    def write(self, rows: Iterable[Row]) -> None:
        """Adds rows to the table that was opened."""
        self._to.executemany(f'INSERT INTO "{self._table.name}" VALUES ({self._marks})', map(self._told, rows))  # noqa: S608

    def commit(self) -> None:
        """Keeps the table that was opened; a code that nobody explained is called by itself."""
        for column in self._table.columns:
            if column.codes:
                codes, name = codes_of(self._table, column), column.name
                found = f'SELECT DISTINCT "{name}", "{name}", "{name}" FROM "{self._table.name}"'  # noqa: S608
                self._to.execute(f'INSERT OR IGNORE INTO "{codes}" {found} WHERE "{name}" IS NOT NULL')
        self._to.execute("COMMIT")

    def rollback(self) -> None:
        """Forgets the table that was opened."""
        if self._to.in_transaction:
            self._to.execute("ROLLBACK")

    def finish(self, tables: Iterable[Table], path: Path) -> None:
        """Writes all to `path`, with indexes and without gaps: the same rows give the same bytes.

        Raises `ValueError` where a key refers to no row.
        """
        if lost := self._to.execute("PRAGMA foreign_key_check").fetchone():
            raise ValueError(f"row {lost[1]} of {lost[0]} refers to a row of {lost[2]} that is not there")
        if self._to.execute("PRAGMA user_version").fetchone() != (FORMAT,):
            self._to.execute("BEGIN IMMEDIATE")
            for table in tables:
                for statement in indexes(table):
                    self._to.execute(statement)
            self._to.execute("ANALYZE")
            self._to.execute(f"PRAGMA user_version = {FORMAT}")
            self._to.execute("COMMIT")
        self._to.execute("PRAGMA schema_version = 1")  # else it would count how often a run was interrupted
        path.unlink(missing_ok=True)
        self._to.execute("VACUUM INTO ?", [str(path)])

    def _explain(self, name: str, column: Column) -> None:
        """A table of the codes of a column, each with what it is called, by language."""
        languages = [code for code, _language in settings.LANGUAGES]
        self._to.execute(f'DROP TABLE IF EXISTS "{name}"')
        self._to.execute(f'CREATE TABLE "{name}" ("id" TEXT PRIMARY KEY, {", ".join(languages)}) WITHOUT ROWID')
        for code, words in column.codes:
            told = [_in(language, words) for language in languages]
            self._to.execute(f'INSERT INTO "{name}" VALUES (?, ?, ?)', [code, *told])  # noqa: S608

    def _told(self, row: Row) -> list[Any]:
        cells = list(row)
        for at, told in self._odd:
            if cells[at] is not None:
                cells[at] = told(cells[at])
        return cells


def _in(language: str, words: Any) -> str:
    with translation.override(language):
        return str(words)
