"""Whoever changes a record, and however: it is known when, and what was taken away is known to be gone."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from meetings.models import Appearance, Assignment, Citation, Decision, Directive, Meeting, Report, Target
from opendata.models import Tombstone
from opendata.resources import RESOURCES
from opendata.tracking import TrackChanges, keep_tracking, stop_tracking
from opendata.tracking.statements import TRACKED
from people.corrections import State
from people.models import Alias, Handover, Official, Organization
from people.search.index import keep_triggers
from tests.factories import make_alias, make_official, make_organization
from tests.meetings.views.pages import make_scene

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def let_all_be_old() -> None:
    for resource in RESOURCES.values():
        if resource.model._meta.db_table in TRACKED:
            resource.model._default_manager.exclude(updated_at=LONG_AGO).update(updated_at=LONG_AGO)


def changed() -> set[str]:
    """The kinds of which some record has changed since all were old."""
    since = timezone.now() - datetime.timedelta(minutes=5)
    return {
        resource.kind
        for resource in RESOURCES.values()
        if resource.model._meta.db_table in TRACKED
        and resource.model._default_manager.filter(updated_at__gt=since).exists()
    }


def test_every_resource_is_tracked_but_provinces() -> None:
    tables = {resource.model._meta.db_table: resource.kind for resource in RESOURCES.values()}
    assert {table: kind for table, kind in tables.items() if kind != "province"} == TRACKED


def _bulk(model: Any, **values: Any) -> None:
    rows = list(model.objects.all())
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
    model.objects.bulk_update(rows, list(values))


def _sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


WRITERS: dict[str, tuple[Callable[[], Any], set[str]]] = {
    "save": (lambda: Meeting.objects.get().save(), {"meeting"}),
    "update": (lambda: Target.objects.update(unit="ha"), {"target"}),
    "bulk update": (lambda: _bulk(Decision, body="HĐND"), {"decision"}),
    "raw SQL": (lambda: _sql("UPDATE meetings_citation SET quote = 'x'"), {"citation"}),
    "another name": (lambda: make_alias("Lê Vinh", official=Official.objects.get()), {"official"}),
    "another name is corrected": (lambda: Alias.objects.update(name="Sở TC"), {"organization"}),
    "a name is taken away": (lambda: Alias.objects.all().delete(), {"organization"}),
    "a report is written": (lambda: Report.objects.update(reading={}), {"meeting"}),
    "a part of the work goes over": (
        lambda: Handover.objects.create(
            former=Organization.objects.earliest("pk"), heir=Organization.objects.latest("pk")
        ),
        {"organization"},
    ),
    "nothing": (lambda: Official.objects.filter(name="Nobody").update(name="x"), set()),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_whoever_writes(writer: str) -> None:
    make_scene()
    make_alias("Sở TCKH", organization=Organization.objects.get(name="Sở Tài chính"))
    let_all_be_old()
    write, kinds = WRITERS[writer]
    write()
    assert changed() == kinds


@pytest.mark.parametrize(
    ("model", "kinds"),
    [
        (Meeting, {"meeting", "directive", "target", "decision", "appearance", "citation", "assignment"}),
        (Directive, {"directive", "assignment"}),
        (Official, {"official", "role", "appearance"}),
        (Assignment, {"assignment"}),
    ],
)
def test_what_hangs_on_a_record_changes_with_whether_that_is_shown(model: Any, kinds: set[str]) -> None:
    make_scene()
    for state in (State.REJECTED, State.READ):
        let_all_be_old()
        model.objects.update(state=state)
        assert changed() == kinds
    let_all_be_old()
    model.objects.update(state=State.CONFIRMED)  # as much to be seen as before
    assert changed() == {model._meta.model_name}


def test_a_time_that_is_given_is_kept() -> None:
    official = make_official("Lê Văn An")
    Official.objects.update(name="Lê Văn Ân", updated_at=LONG_AGO)
    official.refresh_from_db()
    assert official.updated_at == LONG_AGO


def test_what_is_taken_away_leaves_a_stone() -> None:
    make_scene()
    Appearance.objects.all().delete()
    Citation.objects.all().delete()
    gone = {(stone.kind, stone.object_id) for stone in Tombstone.objects.all()}
    assert {kind for kind, _key in gone} == {"appearance", "citation"}
    assert all(timezone.now() - stone.at < datetime.timedelta(minutes=5) for stone in Tombstone.objects.all())
    again = make_organization("Sở Xây dựng")
    key = again.pk
    again.delete()
    assert Tombstone.objects.get(kind="organization").object_id == key


@pytest.fixture
def _without_tracking() -> Iterator[None]:
    with connection.schema_editor() as editor:
        TrackChanges().database_backwards("opendata", editor, None, None)
    yield
    with connection.schema_editor() as editor:
        TrackChanges().database_forwards("opendata", editor, None, None)
    keep_tracking(None)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_without_tracking")
def test_a_migration_makes_and_unmakes_it() -> None:
    make_official("Lê Văn An")
    Official.objects.update(updated_at=LONG_AGO)
    Official.objects.update(name="Lê Văn Ân")
    assert Official.objects.get().updated_at == LONG_AGO
    with connection.schema_editor() as editor:
        TrackChanges().database_forwards("opendata", editor, None, None)
    keep_tracking(None)
    Official.objects.update(name="Lê Văn An")
    assert Official.objects.get().updated_at > LONG_AGO


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite loses triggers when a table is changed")
def test_goes_on_when_a_migration_copies_a_table() -> None:
    make_official("Lê Hồng Vinh")
    narrow = Official._meta.get_field("homonym")
    wide = models.IntegerField(default=0)
    wide.set_attributes_from_name("homonym")
    wide.model = Official
    for before, after in ((narrow, wide), (wide, narrow)):
        stop_tracking(None, plan=["a migration"])
        with connection.schema_editor() as editor:
            editor.alter_field(Official, before, after)
        keep_triggers(apps.get_app_config("people"))
        keep_tracking(None)
        Official.objects.update(updated_at=LONG_AGO)
        Official.objects.update(name="Lê Hồng Vĩnh")
        assert Official.objects.get().updated_at > LONG_AGO
        Official.objects.update(name="Lê Hồng Vinh")
