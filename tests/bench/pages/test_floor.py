"""The SQL of the pages, on a tiny archive: the numbers that the lists of the site show, and that Datasette has."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from bench.archive.__main__ import fill
from bench.pages.asked import Page, choose, pages
from bench.pages.asking import COUNTS, number_in
from bench.pages.flat import options

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked() -> list[Page]:
    """The pages of a run."""
    fill(40, seed=11)
    return pages(choose())


def test_the_statements_give_what_the_pages_show(asked: list[Page], client: Client) -> None:
    counted = 0
    for page in asked:
        shown = client.get(page.ours)
        assert shown.status_code == 200, page.name
        if not page.floor:
            continue
        with connection.cursor() as cursor:
            numbers = []
            for statement in page.floor[connection.vendor]:
                cursor.execute(statement.replace("%", "%%"), [])
                numbers.append(cursor.fetchall())
        if page.counts:
            assert number_in(shown.content.decode(), COUNTS["ours"]) == numbers[0][0][0] > 0, page.name
            counted += 1
    assert counted == 8


@pytest.mark.skipif(connection.vendor != "sqlite", reason="Datasette reads SQLite")
def test_datasette_gets_the_same_rows(asked: list[Page], tmp_path: Path) -> None:
    archive = tmp_path / "archive.sqlite3"
    with closing(sqlite3.connect(archive)) as copied, connection.cursor() as cursor:
        # Row by row: SQLite copies no database that is in the middle of a transaction, as that of a test is.
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("people_", "meetings_")) and "_fts" not in table:
                cursor.execute(f'SELECT * FROM "{table}"')
                names = [column[0] for column in cursor.description]
                copied.execute(f'CREATE TABLE "{table}" ({", ".join(f"[{name}]" for name in names)})')
                copied.executemany(f'INSERT INTO "{table}" VALUES ({", ".join("?" for _ in names)})', cursor.fetchall())
        copied.commit()
    assert "-i" in options(archive, tmp_path / "flat")
    with closing(sqlite3.connect(tmp_path / "flat/flat.db")) as flat, connection.cursor() as cursor:
        cursor.execute(asked[0].floor["sqlite"][0])
        assert flat.execute("SELECT count(*) FROM meetings").fetchone() == cursor.fetchone()
        found = flat.execute("SELECT count(*) FROM meetings_fts WHERE meetings_fts MATCH '\"to chuc\" *'").fetchone()
        assert found[0] > 0
        assert flat.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index'").fetchone()[0] > 15
