"""The database is told of tables that grow quickly."""

import pytest
from django.db import connection, transaction

from meetings.statistics import look_at_copied_tables, look_at_grown_tables
from people.models import Official

pytestmark = pytest.mark.django_db(transaction=True)


def known_rows() -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute("SELECT reltuples FROM pg_class WHERE relname = 'people_official'")
        (rows,) = cursor.fetchone()
    return float(rows)


def test_a_table_that_has_outgrown_what_is_known_of_it_is_looked_at() -> None:
    if connection.vendor != "postgresql":
        look_at_grown_tables()  # SQLite has nothing of the kind
        return
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE people_official (id)")
    before = known_rows()
    Official.objects.bulk_create(Official(name=f"Trần Bảo {n}", name_key=f"trần bảo {n}") for n in range(150))
    assert known_rows() == before
    with transaction.atomic():
        look_at_grown_tables()
        assert known_rows() == before
    look_at_grown_tables()
    assert known_rows() >= 150


def known_tables() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl FROM sqlite_stat1")
        return {name for (name,) in cursor.fetchall()}


def test_a_table_that_a_migration_copied_is_looked_at_again() -> None:
    if connection.vendor != "sqlite":
        look_at_copied_tables(None, plan=["something"])  # PostgreSQL forgets nothing
        return
    Official.objects.create(name="Trần Bảo", name_key="trần bảo")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        assert "people_official" in known_tables()
        cursor.execute("DELETE FROM sqlite_stat1 WHERE tbl = 'people_official'")  # as dropping the table does
    look_at_copied_tables(None)
    assert "people_official" not in known_tables()
    look_at_copied_tables(None, plan=["something"])
    assert "people_official" in known_tables()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE sqlite_stat1")
    look_at_copied_tables(None, plan=["something"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'")
        assert cursor.fetchone() == (0,)
