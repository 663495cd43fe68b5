"""SQLite: copied by its own backup while others read and write; put in place by one renaming."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from django.utils.translation import gettext as _

from backups.archive import remember
from backups.manifest import Refused, Table, now, require_same

VENDOR = "sqlite"
PATIENCE = 30.0  # seconds


def copy(source: sqlite3.Connection, target: Path) -> None:
    """The database as it is at one moment; in one step, because writers would make it begin again and again.

    Raises `sqlite3.OperationalError` where somebody has it for himself for too long.
    """
    begun = time.monotonic()

    def step(status: int, left: int, pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() - begun > PATIENCE:
            raise sqlite3.OperationalError("database is locked")

    with closing(sqlite3.connect(target)) as link:
        source.backup(link, pages=-1, progress=step)


@contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    """A file that nobody else has, to be read only."""
    with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro&immutable=1", uri=True)) as link:
        link.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
        yield link


def migrations(link: sqlite3.Connection) -> list[str]:
    """Those that made the tables, as `app.name`."""
    return [f"{app}.{name}" for app, name in link.execute("SELECT app, name FROM django_migrations ORDER BY id")]


def tables(link: sqlite3.Connection) -> dict[str, Table]:
    """Every table with rows of its own, those in which the text index keeps its words as well."""
    listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    return {name: _table(link, name) for (name,) in link.execute(listed).fetchall()}


def _table(link: sqlite3.Connection, name: str) -> Table:
    columns = link.execute("SELECT name, pk FROM pragma_table_info(?)", [name]).fetchall()
    key = [f'"{column}"' for column, place in sorted(columns, key=lambda column: column[1]) if place] or ["rowid"]
    rows, digest = 0, hashlib.sha256()
    for row in link.execute(f'SELECT * FROM "{name}" ORDER BY {", ".join(key)}'):  # noqa: S608 - names of the schema
        rows += 1
        digest.update(json.dumps(row, default=bytes.hex, separators=(",", ":")).encode() + b"\n")
    return Table(rows, digest.hexdigest())


def verify(file: Path, expected: Mapping[str, Table]) -> None:
    """Raises `Refused` where a file holds anything else than was expected."""
    try:
        with opened(file) as link:
            found = link.execute("PRAGMA integrity_check").fetchone()[0]
            if found != "ok":
                raise Refused(_("The database in the backup is damaged: %(what)s.") % {"what": found})
            require_same(expected, tables(link))
    except sqlite3.DatabaseError as error:
        raise Refused(_("The database in the backup is damaged: %(what)s.") % {"what": error}) from None


def require_free(target: Path, replace: bool) -> None:
    """Raises `Refused` where a file holds what is not to be replaced, or somebody has it open."""
    if target.exists():
        with _alone(target, replace):
            pass
        return
    for left in (target.with_name(f"{target.name}{ending}") for ending in ("-wal", "-journal")):
        if left.exists():  # SQLite would take what it holds into the restored database
            words = _("%(file)s lies there without its database; move it away first.")
            raise Refused(words % {"file": left})


def put_in_place(restored: Path, target: Path, replace: bool) -> Path | None:
    """Gives `restored` the name `target`; returns where what bore that name is kept, if it held anything.

    Raises `Refused` as `require_free` does.
    """
    like = target if target.exists() else target.parent
    if os.geteuid() == 0:  # what root restores stays with whoever serves the site
        os.chown(restored, like.stat().st_uid, like.stat().st_gid)
    if not target.exists():
        restored.replace(target)
        remember(target.parent)
        return None
    shutil.copymode(target, restored)
    with _alone(target, replace) as holds_something:
        kept = target.with_name(f"{target.stem}.before-{now()}{target.suffix}") if holds_something else None
        if kept:
            kept.hardlink_to(target)
        restored.replace(target)
    remember(target.parent)
    return kept


@contextmanager
def _alone(target: Path, replace: bool) -> Iterator[bool]:
    """Holds a database that nobody else has open, whole in its one file; tells whether it has tables."""
    with closing(sqlite3.connect(target, timeout=1, isolation_level=None)) as link:
        try:
            # Leaving WAL fails while anybody else has the database open, and writes what is beside it into the file.
            link.execute("PRAGMA journal_mode = DELETE").fetchone()
            link.execute("BEGIN EXCLUSIVE")
            count = link.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()[0]
        except sqlite3.OperationalError as error:
            words = _("%(file)s is in use (%(why)s): stop the site and its commands first.")
            raise Refused(words % {"file": target, "why": error}) from None
        except sqlite3.DatabaseError:
            words = _("%(file)s is no SQLite database; move it away first.")
            raise Refused(words % {"file": target}) from None
        if count and not replace:
            words = _(
                "%(file)s holds %(count)s tables. With --replace the backup takes its place, and it is kept beside it."
            )
            raise Refused(words % {"file": target, "count": count})
        yield count > 0
