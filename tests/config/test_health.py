"""A monitor is told whether the site can answer."""

from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_well(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"database": "ok"})
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
def test_without_its_database(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with patch.object(connection, "cursor", side_effect=OperationalError("host db.example refused")):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"database": "unavailable"})
    assert "db.example" in caplog.text
