"""The page for a database that is away."""

from unittest.mock import patch

import pytest
from django.db import OperationalError, ProgrammingError
from django.test import Client
from django.urls import reverse


def test_a_database_that_is_away_is_said_in_the_sites_dress(client: Client) -> None:
    home = reverse("meetings:home")  # the addresses are read before the database goes away
    with patch("meetings.views.home.Meeting.objects.published", side_effect=OperationalError("connection refused")):
        answer = client.get(home)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    page = answer.content.decode()
    assert "Việc Tỉnh" in page
    assert "connection refused" not in page


def test_another_error_of_the_database_is_an_error(client: Client) -> None:
    client.raise_request_exception, home = True, reverse("meetings:home")
    failing = patch("meetings.views.home.Meeting.objects.published", side_effect=ProgrammingError("no such column"))
    with failing, pytest.raises(ProgrammingError):
        client.get(home)
