"""The database is told of tables that grow quickly."""

import pytest
from django.db import connection, transaction

from meetings.loading.statistics import look_at_grown_tables
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
