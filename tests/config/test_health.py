"""Machines are told whether the site lives, and whether it can answer."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from config.health import MIGRATIONS


@pytest.fixture(autouse=True)
def _nothing_known() -> Iterator[None]:
    MIGRATIONS.are_applied = False
    yield
    MIGRATIONS.are_applied = False


def test_alive_without_any_database(client: Client) -> None:
    answer = client.get("/healthz", headers={"Host": "10.0.0.7:8000"})  # as monitors ask
    assert (answer.status_code, answer.json()) == (200, {"site": "ok"})
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
def test_ready_and_cheaply(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"database": "ok", "migrations": "applied"})
    with django_assert_num_queries(1):
        assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_migrations_that_are_not_applied(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    MigrationRecorder.Migration.objects.filter(app="people", name="0001_initial").delete()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "migrations": "1 to apply"})
    assert "people.0001_initial" in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("known", [True, False])
def test_without_its_database(client: Client, caplog: pytest.LogCaptureFixture, known: bool) -> None:
    MIGRATIONS.are_applied = known
    with patch.object(connection, "cursor", side_effect=OperationalError("host db.example refused")):
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"database": "unavailable"})
    assert "db.example" in caplog.text
