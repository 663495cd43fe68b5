"""Brings a backup back: beside what there is, checked row by row, and only then in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from backups import archive, postgresql, sqlite
from backups.manifest import Manifest, Refused, require_same
from backups.replacing import Place


def restore(
    file: Path, settings: Mapping[str, Any], *, replace: bool = False, only_check: bool = False
) -> tuple[Manifest, str | None]:
    """Restores into the database of Django's `settings`; returns what the backup says and where the former one is.

    Raises `Refused` where that cannot be, with everything as it was. `only_check` restores, compares and throws away.
    """
    manifest = archive.read_manifest(file)
    vendor = _vendor(settings)
    if manifest.vendor != vendor:
        words = _(
            "The backup is one of %(theirs)s, DATABASE_URL names %(ours)s: a backup is restored into its own kind."
        )
        raise Refused(words % {"theirs": _NAMES.get(manifest.vendor, manifest.vendor), "ours": _NAMES[vendor]})
    if unknown := sorted({*manifest.migrations} - known_migrations()):
        words = _(
            "The backup was made by a newer version of the site, which migrated by %(names)s: update the site first."
        )
        raise Refused(words % {"names": ", ".join(unknown[:3])})
    return manifest, _VENDORS[vendor](file, manifest, settings, replace, only_check)


def pending_migrations(manifest: Manifest) -> list[str]:
    """Migrations of this version of the site that the backup has not been through."""
    return sorted(known_migrations() - {*manifest.migrations})


def known_migrations() -> set[str]:
    """All that this version of the site has, as `app.name`."""
    return {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}


def _vendor(settings: Mapping[str, Any]) -> str:
    return str(settings["ENGINE"]).rpartition(".")[2].replace("sqlite3", sqlite.VENDOR)


def _into_sqlite(
    file: Path, manifest: Manifest, settings: Mapping[str, Any], replace: bool, only_check: bool
) -> str | None:
    target = Path(settings["NAME"])
    if not only_check:
        sqlite.require_free(target, replace)
    with archive.scratch(target.parent) as folder:
        restored = folder / "database"
        archive.unpack(file, restored)
        sqlite.verify(restored, manifest.tables)
        if only_check:
            return None
        kept = sqlite.put_in_place(restored, target, replace)
        return str(kept) if kept else None


def _into_postgresql(
    file: Path, manifest: Manifest, settings: Mapping[str, Any], replace: bool, only_check: bool
) -> str | None:
    where = postgresql.address(settings)
    try:
        with closing(Place(where)) as place:
            if not only_check:
                place.require_free(replace)
            with archive.scratch(file.parent) as folder, place.beside() as beside:
                archive.unpack(file, folder / "database")
                postgresql.load(beside, place.link.info.server_version, folder / "database")
                with postgresql.connect(beside, autocommit=True) as link:
                    link.execute("ANALYZE")
                    require_same(manifest.tables, postgresql.tables(link))
                return None if only_check else place.take(beside["dbname"])
    except psycopg.Error as error:
        words = _("The database cannot be used (%(why)s); it is as it was.")
        raise Refused(words % {"why": " ".join(str(error).split())}) from None


_NAMES = {sqlite.VENDOR: "SQLite", postgresql.VENDOR: "PostgreSQL"}
_VENDORS: dict[str, Callable[..., str | None]] = {
    sqlite.VENDOR: _into_sqlite,
    postgresql.VENDOR: _into_postgresql,
}
