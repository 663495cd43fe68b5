"""Indexes are made and unmade by migrations, and stay in step when a migration copies their table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations.state import ProjectState

from opendata.tracking import keep_tracking, stop_tracking
from people.models import Official
from people.search import search
from people.search.index import AddSearchIndex, DivideAtBlanks, keep_triggers
from tests.factories import make_official

STATE = ProjectState.from_apps(apps)
pytestmark = pytest.mark.django_db(transaction=True)


def has_index() -> bool:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'people_official_fts%'")
        else:
            cursor.execute("SELECT count(*) FROM pg_indexes WHERE indexname = 'people_official_fts'")
        return bool(cursor.fetchone()[0])


@pytest.fixture
def _without_index() -> Iterator[None]:
    operation = AddSearchIndex("Official")
    with connection.schema_editor() as editor:
        operation.database_backwards("people", editor, STATE, STATE)
    assert not has_index()
    yield
    if not has_index():
        with connection.schema_editor() as editor:
            operation.database_forwards("people", editor, STATE, STATE)


@pytest.mark.usefixtures("_without_index")
def test_reads_what_is_there_when_it_is_made() -> None:
    make_official("Lê Hồng Vinh")
    with connection.schema_editor() as editor:
        AddSearchIndex("Official").database_forwards("people", editor, STATE, STATE)
    assert has_index()
    assert search(Official.objects.all(), "vinh").count() == 1


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite always divided at blanks")
def test_texts_are_divided_by_the_parser_again_on_the_way_back() -> None:
    make_official("Lô 0e0a")
    operation, found = DivideAtBlanks("Official"), search(Official.objects.all(), "a")
    assert not found.exists()
    try:
        with connection.schema_editor(atomic=False) as editor:
            operation.database_backwards("people", editor, STATE, STATE)
        assert has_index()
        assert found.all().exists()
    finally:
        with connection.schema_editor(atomic=False) as editor:
            operation.database_forwards("people", editor, STATE, STATE)
    assert has_index()
    assert not found.all().exists()


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite always divided at blanks")
def test_an_index_that_was_left_half_way_is_made_anew() -> None:
    make_official("Lô 0e0a")
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX people_official_fts_beside ON people_official (name)")
        cursor.execute("DROP INDEX people_official_fts")
    with connection.schema_editor(atomic=False) as editor:
        DivideAtBlanks("Official").database_forwards("people", editor, STATE, STATE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE 'people_official_fts%'")
        [(name, definition)] = cursor.fetchall()
    assert name == "people_official_fts"
    assert "USING gin (viectinh_words(search_text))" in definition


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite loses triggers when a table is changed")
def test_stays_in_step_when_a_migration_copies_the_table() -> None:
    make_official("Lê Hồng Vinh")
    narrow = Official._meta.get_field("homonym")
    wide = models.IntegerField(default=0)
    wide.set_attributes_from_name("homonym")
    wide.model = Official
    stop_tracking(None, plan=["this migration"])
    with connection.schema_editor() as editor:
        editor.alter_field(Official, narrow, wide)
    make_official("Hoàng Hà")  # written while the triggers are gone
    try:
        assert not search(Official.objects.all(), "ha").exists()
        keep_triggers(apps.get_app_config("people"))
        assert search(Official.objects.all(), "ha").count() == 1
        Official.objects.filter(name="Lê Hồng Vinh").update(search_text="khac")
        assert search(Official.objects.all(), "khac").count() == 1
    finally:
        with connection.schema_editor() as editor:
            editor.alter_field(Official, wide, narrow)
        keep_triggers(apps.get_app_config("people"))
        keep_tracking(None)
