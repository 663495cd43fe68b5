"""A made-up archive in a database: whole, as the models would have written it, and shown by every page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import ForeignKey
from django.test import Client

from bench.archive.__main__ import fill
from bench.archive.meetings import Archive
from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from people.corrections import Correctable
from people.freshness import state_of_data
from people.models import Official, Organization
from people.search import Searchable, search
from tests.meetings.views.pages import Scene
from tests.public_pages import PAGES

pytestmark = pytest.mark.django_db
_STRUCTURE = {
    "sqlite": "SELECT type, name FROM sqlite_master WHERE type IN ('index', 'trigger') "
    "AND tbl_name NOT LIKE 'sqlite_%'",
    "postgresql": "SELECT 'index', indexname FROM pg_indexes WHERE schemaname = 'public' "
    "UNION ALL SELECT 'trigger', tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def models() -> list[Any]:
    return [model for model in apps.get_models() if model._meta.app_label in {"people", "meetings"}]


def structure() -> list[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_STRUCTURE[connection.vendor])
        return sorted(cursor.fetchall())


def test_all_rows_are_there_and_what_they_name_is_there() -> None:
    before = structure()
    assert fill(25, seed=5) == 0
    archive = Archive(25, seed=5)
    for _ in archive.chunks():
        pass
    for model, number in archive.rows.last_keys.items():
        assert model._base_manager.count() == number, model
    named = 0
    for model in models():
        for key in (field for field in model._meta.concrete_fields if isinstance(field, ForeignKey)):
            naming = model._base_manager.filter(**{f"{key.name}__isnull": False})
            named += naming.count()
            assert not naming.exclude(**{f"{key.name}__in": key.related_model._base_manager.values("pk")}).exists()
    assert named > 2000
    assert structure() == before


def test_columns_that_follow_from_others_are_as_the_models_have_them() -> None:
    fill(15, seed=6)
    seen = 0
    for model in models():
        if not issubclass(model, Correctable | Searchable):
            continue
        for row in model._base_manager.all()[:150]:
            stored = {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
            if isinstance(row, Correctable):
                row.derive()
            if isinstance(row, Searchable):
                row.refresh_search_text()
            assert {name: getattr(row, name) for name in stored} == stored, model
            row.full_clean()
            seen += 1
    assert seen > 800


def test_every_kind_of_page_shows_it(client: Client) -> None:
    fill(25, seed=7)
    scene = cast(
        Scene,
        SimpleNamespace(
            meeting=Meeting.objects.published().first(),
            directive=Directive.objects.published().first(),
            target=Target.objects.published().first(),
            official=Official.objects.first(),
            finance=Organization.objects.first(),
            document=LegalDocument.objects.first(),
            article=Article.objects.first(),
        ),
    )
    for name, address in PAGES.items():
        assert client.get(address(scene)).status_code == 200, name
    assert [search(Meeting.objects.all(), words).count() for words in ("ket luan", "khongco")] == [25, 0]


def test_readers_learn_of_it_and_the_next_row_has_a_key_after_all() -> None:
    before = state_of_data()
    fill(3, seed=8)
    assert state_of_data() != before
    last = Organization.objects.order_by("-pk")[0].pk
    assert Organization.objects.create(name="Sở Của Phép Thử").pk > last


def test_a_database_with_records_is_left_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    Official.objects.create(name="Trần Thị Hoa")
    assert fill(3, seed=9) == 1
    assert "holds records already" in capsys.readouterr().err
    assert not Meeting.objects.exists()
