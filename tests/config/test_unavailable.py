"""The page for a database that is away."""

from unittest.mock import patch

import pytest
from django.db import OperationalError, ProgrammingError
from django.test import Client


def test_a_database_that_is_away_is_said_in_the_sites_dress(client: Client) -> None:
    with patch("meetings.views.home.Meeting.objects.published", side_effect=OperationalError("connection refused")):
        answer = client.get("/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    page = answer.content.decode()
    assert "Việc Tỉnh" in page
    assert "connection refused" not in page


def test_another_error_of_the_database_is_an_error(client: Client) -> None:
    client.raise_request_exception = True
    failing = patch("meetings.views.home.Meeting.objects.published", side_effect=ProgrammingError("no such column"))
    with failing, pytest.raises(ProgrammingError):
        client.get("/")
