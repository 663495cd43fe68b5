"""Makes a backup of the site's database, while it is read and written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
import psycopg
from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from backups import archive, postgresql, sqlite
from backups.manifest import Manifest, Refused, now


def back_up(named: Path) -> tuple[Path, Manifest]:
    """Writes a new file, in the folder `named` under a name of its own; returns it and what it says of itself.

    Raises `Refused` where there is nothing to back up or no way to.
    """
    target = named / f"viectinh-{now()}.zip" if named.is_dir() else named
    if target.exists():
        raise Refused(archive.taken(target))
    if not target.parent.is_dir():
        raise Refused(_("The folder %(folder)s does not exist.") % {"folder": target.parent})
    with archive.scratch(target.parent) as folder:
        data = folder / "database"
        manifest = _VENDORS[connection.vendor](data)
        archive.write(target, manifest, data, folder)
    return target, manifest


def _of_sqlite(data: Path) -> Manifest:
    connection.ensure_connection()
    try:
        sqlite.copy(connection.connection, data)
        with sqlite.opened(data) as link:
            known = {"server": f"SQLite {sqlite3.sqlite_version}", "tables": sqlite.tables(link)}
            return _manifest(migrations=sqlite.migrations(link), **known)
    except sqlite3.DatabaseError as error:
        raise Refused(_unreadable(error)) from None


def _of_postgresql(data: Path) -> Manifest:
    where = postgresql.address(connection.settings_dict)
    try:
        with postgresql.one_moment(where) as (link, moment):
            migrations = postgresql.migrations(link)
            postgresql.dump(where, moment, link.info.server_version, data)
            known = {"server": postgresql.server(link), "tables": postgresql.tables(link)}
            return _manifest(migrations=migrations, **known)
    except psycopg.Error as error:
        raise Refused(_unreadable(error)) from None


def _unreadable(error: Exception) -> str:
    return _("The database cannot be read (%(why)s); nothing was backed up.") % {"why": " ".join(str(error).split())}


def _manifest(**known: Any) -> Manifest:
    return Manifest(vendor=connection.vendor, made_at=now(), django=django.__version__, **known)


_VENDORS: dict[str, Callable[[Path], Manifest]] = {sqlite.VENDOR: _of_sqlite, postgresql.VENDOR: _of_postgresql}


def usual_folder() -> Path:
    """Where backups go for which no file is named; made where it is missing."""
    folder = Path(settings.BASE_DIR) / "var/backups"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
