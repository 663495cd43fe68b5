"""A backup is one whole file under a name that was free, or none and a sentence."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from backups import sqlite
from backups.archive import read_manifest
from backups.making import back_up
from backups.manifest import Refused
from tests.backups.conftest import Kept

pytestmark = pytest.mark.django_db


def only_postgresql() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite needs no programs")


def test_a_folder_gives_it_a_name_of_its_own(kept: Kept) -> None:
    assert stat.S_IMODE(kept.file.stat().st_mode) == 0o600
    assert list(kept.file.parent.iterdir()) == [kept.file]
    manifest = read_manifest(kept.file)
    assert manifest.vendor == connection.vendor
    assert "people.0001_initial" in manifest.migrations


def test_a_database_that_somebody_has_for_himself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.0)
    with closing(sqlite3.connect(tmp_path / "a", isolation_level=None)) as other:
        other.execute("CREATE TABLE t (c)")
        other.execute("BEGIN EXCLUSIVE")
        with closing(sqlite3.connect(tmp_path / "a", timeout=0)) as link:
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                sqlite.copy(link, tmp_path / "copy")
            other.execute("COMMIT")
            sqlite.copy(link, tmp_path / "copy")


def test_a_file_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "kept.zip"
    file.write_text("của tôi")
    with pytest.raises(Refused, match=r"kept\.zip"):
        back_up(file)
    assert file.read_text() == "của tôi"


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no/such"):
        back_up(tmp_path / "no/such/file.zip")


def test_without_the_programs_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_postgresql()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match=r"Thiếu pg_dump.*apt-get install postgresql-client"):
        back_up(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_programs_older_than_the_server_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_postgresql()
    (tmp_path / "bin").mkdir()
    old = tmp_path / "bin/pg_dump"
    old.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.24'\n")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(old.parent))
    with pytest.raises(Refused, match=r"quá cũ \(pg_dump \(PostgreSQL\) 9\.6\.24\)"):
        back_up(tmp_path)
    assert list(tmp_path.iterdir()) == [old.parent]
