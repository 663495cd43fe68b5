"""A database comes back as it was, beside nothing or in the place of another one, or not at all."""

from __future__ import annotations

import json
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from backups import postgresql
from backups.manifest import Refused
from backups.replacing import Place
from backups.restoring import known_migrations, pending_migrations, restore
from tests.backups.conftest import Kept
from tests.backups.targets import Target

pytestmark = pytest.mark.django_db
ROW = "SELECT name FROM people_official ORDER BY id"


def rewritten(backup: Path, **changes: Any) -> Path:
    """The backup with another manifest."""
    other = backup.with_name("other.zip")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(other, "w") as new:
        told = json.loads(old.read("manifest.json"))
        new.writestr("manifest.json", json.dumps({**told, **changes}))
        new.writestr("database", old.read("database"))
    return other


def test_corrections_history_and_merges_come_back(kept: Kept, target: Target) -> None:
    manifest, former = restore(kept.file, target.settings)
    assert former is None
    assert manifest.tables["people_official"].rows == len(kept.officials) > 1
    assert [name for (name,) in target.ask(ROW)] == kept.officials
    assert target.ask("SELECT reason FROM people_merge") == [("một người",)]
    assert target.ask(
        "SELECT d.strength, h.history_change_reason FROM meetings_directive d"
        " JOIN meetings_historicaldirective h ON h.id = d.id ORDER BY h.history_id DESC"
    )[0] == ("request", "đối chiếu biên bản")
    assert pending_migrations(manifest) == []


def test_what_was_restored_goes_on_where_it_was(backup: Path, target: Target) -> None:
    """Numbers of new rows follow those that there are, and the index finds words."""
    restore(backup, target.settings)
    target.ask("INSERT INTO auth_group (name) VALUES ('Tổ mới')")
    assert target.ask("SELECT max(id), count(*) FROM auth_group")[0][0] > 1
    if target.vendor == "sqlite":
        assert target.ask("SELECT count(*) FROM people_official_fts WHERE people_official_fts MATCH 'dang'") != [(0,)]


def test_one_that_holds_something_stays_unless_it_is_said(backup: Path, target: Target) -> None:
    restore(backup, target.settings)
    target.ask("UPDATE people_official SET name = 'Sửa sau'")
    with pytest.raises(Refused, match="--replace"):
        restore(backup, target.settings)
    assert target.ask(ROW)[0] == ("Sửa sau",)
    assert len(target.names()) == 1
    kept = restore(backup, target.settings, replace=True)[1]
    assert kept is not None
    assert target.ask(ROW)[0] != ("Sửa sau",)
    target.settings["NAME"] = type(target.settings["NAME"])(kept)
    assert target.ask(ROW)[0] == ("Sửa sau",)


def test_what_differs_from_the_manifest_leaves_all_as_it_was(backup: Path, target: Target) -> None:
    restore(backup, target.settings)
    with zipfile.ZipFile(backup) as packed:
        tables = json.loads(packed.read("manifest.json"))["tables"]
    tables["people_official"]["rows"] += 1
    target.ask("UPDATE people_official SET name = 'Sửa sau'")
    with pytest.raises(Refused, match=r"\(people_official\)"):
        restore(rewritten(backup, tables=tables), target.settings, replace=True)
    assert target.ask(ROW)[0] == ("Sửa sau",)
    assert len(target.names()) == 1


def test_a_check_changes_nothing(backup: Path, target: Target) -> None:
    restore(backup, target.settings, only_check=True)
    assert target.names() == []


def test_while_somebody_is_connected_nothing_is_replaced(backup: Path, target: Target) -> None:
    restore(backup, target.settings)
    with target.open() as link:
        link.execute(ROW).fetchall()
        with pytest.raises(Refused, match="dừng trang"):
            restore(backup, target.settings, replace=True)
    assert len(target.names()) == 1


def test_a_damaged_file_is_refused(backup: Path, target: Target) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 0xFF
    backup.write_bytes(content)
    with pytest.raises(Refused, match="hỏng"):
        restore(backup, target.settings)
    backup.write_bytes(content[: len(content) // 2])
    with pytest.raises(Refused, match="hỏng"):
        restore(backup, target.settings)
    assert target.names() == []


def test_another_kind_of_database_is_refused(backup: Path, target: Target) -> None:
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    with pytest.raises(Refused, match=r"SQLite.*PostgreSQL|PostgreSQL.*SQLite"):
        restore(rewritten(backup, vendor=other), target.settings)


def test_a_newer_site_and_an_older_one(backup: Path, target: Target) -> None:
    known = sorted(known_migrations())
    with pytest.raises(Refused, match=r"people\.9999_later"):
        restore(rewritten(backup, migrations=[*known, "people.9999_later"]), target.settings)
    manifest, _kept = restore(rewritten(backup, migrations=known[1:]), target.settings)
    assert pending_migrations(manifest) == known[:1]


def test_who_may_make_no_databases_is_told_so(backup: Path, target: Target) -> None:
    if target.vendor != "postgresql":
        pytest.skip("files need no such right")
    target.on_the_server("CREATE ROLE viectinh_limited LOGIN")
    try:
        with pytest.raises(Refused, match="ALTER ROLE viectinh_limited CREATEDB"):
            restore(backup, {**target.settings, "USER": "viectinh_limited"})
    finally:
        target.on_the_server("DROP ROLE viectinh_limited")
    assert target.names() == []


def test_what_a_killed_restore_left_goes(backup: Path, target: Target) -> None:
    if target.vendor != "postgresql":
        pytest.skip("tests of the file say so")
    for left in ("restoring_20260101t000000z", "restoring_by_hand"):
        target.on_the_server(f'CREATE DATABASE "{target.settings["NAME"]}_{left}"')
    restore(backup, target.settings)
    name = target.settings["NAME"]
    assert target.names() == [name, f"{name}_restoring_by_hand"]


def test_two_restores_do_not_meet(backup: Path, target: Target) -> None:
    if target.vendor != "postgresql":
        pytest.skip("files take their place at once")
    with closing(Place(postgresql.address(target.settings))) as other, other.beside() as beside:
        with pytest.raises(Refused, match="khôi phục khác"):
            restore(backup, target.settings)
        assert target.names() == [beside["dbname"]]
    restore(backup, target.settings)


def test_what_sqlite_left_beside_a_file_that_is_gone_is_not_taken_in(backup: Path, target: Target) -> None:
    if target.vendor != "sqlite":
        pytest.skip("nothing lies beside a database of PostgreSQL")
    left = target.settings["NAME"].with_name(target.settings["NAME"].name + "-wal")
    left.write_bytes(b"of another database")
    with pytest.raises(Refused, match="-wal"):
        restore(backup, target.settings)
    assert target.names() == [left.name]
