"""Publishing: the records that readers may see become a release, whole or not at all."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

import pyarrow
from django.conf import settings
from django.db import DatabaseError
from django.utils import translation
from django.utils.translation import gettext as _

from opendata.releases.checksums import write_checksums
from opendata.releases.fingerprint import code_version, fingerprint
from opendata.releases.papers import write_papers
from opendata.releases.popolo import write_popolo
from opendata.releases.refusals import Refused, told_plainly
from opendata.releases.tables import Table
from opendata.releases.workplace import Workplace, refuse_to_overwrite, workplace
from opendata.releases.writers.sqlite_file import FORMAT, SqliteFile, is_sound
from opendata.releases.written import DATABASE, write_tables
from people.freshness.snapshot import snapshot

# Called with what is at work, how many rows are done since the last call, and how many there are in all.
Progress = Callable[[str, int, int], None]
Contents = Callable[[], Sequence[Table]]


def publish(folder: Path, day: datetime.date, contents: Contents, progress: Progress) -> Path:
    """Writes the release of `day` into `folder` and returns where it stands.

    Raises `Refused` where there is one of that day, or where the disk does not take it: then nothing is left behind.
    A run that was killed is gone on with, as far as the data are still the same.
    """
    folder = folder.absolute()
    target = folder / day.isoformat()
    was_there = folder.exists()
    try:
        with told_plainly(folder):
            refuse_to_overwrite(target)
            with workplace(folder) as place:
                _build(place, target, day, contents, progress)
    except (Refused, DatabaseError):
        if not was_there:
            with suppress(OSError):
                folder.rmdir()  # where nothing is in it
        raise
    return target


def _build(place: Workplace, target: Path, day: datetime.date, contents: Contents, progress: Progress) -> None:
    try:
        tables = _write_tables(place, contents, progress)
        progress("papers", 0, 0)
        write_papers(place, tables, day)
        progress("checksums", 0, 0)
        write_checksums(place)
        place.hand_over(target)
    except (OSError, sqlite3.Error, Refused):
        place.give_up()
        raise
    except DatabaseError:
        if not place.rows:
            place.give_up()
        raise


def _write_tables(place: Workplace, contents: Contents, progress: Progress) -> Sequence[Table]:
    """Writes what is read from the database, in one snapshot of it."""
    with translation.override(settings.LANGUAGE_CODE):  # labels stand in Parquet files
        with snapshot():
            tables = contents()
            progress("data", 0, 0)
            same = fingerprint(_how(tables))
            if not place.go_on(same) or not is_sound(place.database, place.rows):
                place.begin(same)
            total = sum(table.count() for table in tables)
            with closing(SqliteFile(place.database)) as database:
                write_tables(place, database, tables, lambda table, rows: progress(table.name, rows, total))
            progress("popolo", 0, total)
            write_popolo(place)
        progress("index", 0, total)
        with closing(SqliteFile(place.database)) as database:
            try:
                database.finish(tables, place.place(DATABASE))
            except ValueError as error:
                words = _("The records do not hold together (%(why)s); nothing was published.")
                raise Refused(words % {"why": error}) from error
    return tables


def _how(tables: Sequence[Table]) -> str:
    """In what form the data are told: what is finished in another form is of no use."""
    columns = {table.name: [(c.name, c.type, c.references, str(c.label)) for c in table.columns] for table in tables}
    looked_up = [(table.facets, table.searched, table.newest_by) for table in tables]
    written_by = code_version(), pyarrow.__version__, sqlite3.sqlite_version
    return repr((FORMAT, settings.SITE_URL, columns, looked_up, written_by))
