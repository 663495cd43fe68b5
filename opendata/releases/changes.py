"""What became other since the last release: its SQLite file and that of the new one, compared row by row."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from opendata.releases.written import DATABASE

ADDED, CHANGED, GONE = "added", "changed", "gone"
# These change with every change of another column or row, or whenever the texts are read again.
_NO_CHANGE = {"id", "citation", "modified", "read_at", "extractor_version"}


@dataclass(frozen=True)
class Release:
    """A release of before: its day and its folder."""

    day: datetime.date
    folder: Path

    @property
    def database(self) -> Path:
        """Its SQLite file."""
        return self.folder / DATABASE


@dataclass(frozen=True)
class Change:
    """Of a row of a table: `ADDED`, `CHANGED` in `columns`, or `GONE`."""

    table: str
    id: int | str
    kind: str
    columns: tuple[str, ...] = ()


def release_before(folder: Path, day: datetime.date) -> Release | None:
    """The last release in `folder` of before `day` whose database can be read."""
    for path in sorted(folder.iterdir(), reverse=True):
        before = _day(path.name)
        if before is not None and before < day and _is_readable(path / DATABASE):
            return Release(before, path)
    return None


def changes(new: Path, old: Path) -> Iterator[Change]:
    """All changes, table by table; only tables and columns that both have are compared."""
    with closing(sqlite3.connect(f"{new.as_uri()}?mode=ro", uri=True)) as both:
        both.execute("ATTACH ? AS old", [f"{old.as_uri()}?mode=ro"])
        for table in sorted(_tables(both, "main") & _tables(both, "old")):
            yield from _of_table(both, table)


def _of_table(both: sqlite3.Connection, table: str) -> Iterator[Change]:
    lacking = 'SELECT id FROM {}."{}" AS one WHERE NOT EXISTS (SELECT 1 FROM {}."{}" AS other WHERE other.id = one.id)'
    for (key,) in both.execute(f"{lacking.format('main', table, 'old', table)} ORDER BY id"):
        yield Change(table, key, ADDED)
    for (key,) in both.execute(f"{lacking.format('old', table, 'main', table)} ORDER BY id"):
        yield Change(table, key, GONE)
    columns = [name for name in _columns(both, "main", table) if name in _columns(both, "old", table)]
    columns = [name for name in columns if name not in _NO_CHANGE]
    if not columns:
        return
    differ = [f'one."{name}" IS NOT other."{name}"' for name in columns]
    found = both.execute(
        f'SELECT id, {", ".join(differ)} FROM main."{table}" AS one JOIN old."{table}" AS other USING (id) '  # noqa: S608
        f"WHERE {' OR '.join(differ)} ORDER BY id"
    )
    for key, *flags in found:
        yield Change(table, key, CHANGED, tuple(name for name, flag in zip(columns, flags, strict=True) if flag))


def _tables(both: sqlite3.Connection, which: str) -> set[str]:
    rows = both.execute(f"SELECT name FROM {which}.sqlite_master WHERE type = 'table'")  # noqa: S608
    return {
        name
        for (name,) in rows
        if not name.startswith("sqlite_") and not any(end in name for end in ("_fts", "_codes"))
    }


def _columns(both: sqlite3.Connection, which: str, table: str) -> list[str]:
    return [row[1] for row in both.execute(f'PRAGMA {which}.table_info("{table}")')]


def _day(name: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(name)
    except ValueError:
        return None
    return day if name == day.isoformat() else None


def _is_readable(database: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as opened:
            return bool(opened.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.Error:
        return False
