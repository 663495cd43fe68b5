"""The page for a database that is away."""

from collections.abc import Iterator
from unittest.mock import patch

import psycopg
import pytest
from django.conf import settings
from django.db import OperationalError, ProgrammingError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from psycopg_pool import PoolTimeout

from config import unavailable
from config.environment import POOL_SECONDS
from config.unavailable import DOOR, Door, UnavailableMiddleware, drop_broken_connections, is_away


@pytest.fixture(autouse=True)
def _open_again() -> Iterator[None]:
    DOOR._answered = 0.0  # long ago
    yield
    DOOR.open()


def caused_by(cause: Exception) -> OperationalError:
    error = OperationalError(str(cause))
    error.__cause__ = cause
    return error


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


@pytest.mark.parametrize(
    ("cause", "away"),
    [
        (PoolTimeout("couldn't get a connection after 5.00 sec"), True),
        (psycopg.OperationalError("connection refused"), True),
        (psycopg.errors.AdminShutdown("terminating connection"), True),
        (psycopg.errors.LockNotAvailable("canceling statement due to lock timeout"), False),
        (psycopg.errors.DeadlockDetected("deadlock detected"), False),
        (psycopg.errors.DiskFull("could not extend file"), False),
        (ValueError("database is locked"), False),
    ],
)
def test_only_a_server_that_does_not_answer_is_away(cause: Exception, away: bool) -> None:
    assert is_away(caused_by(cause)) is away


def test_while_it_is_away_one_tries_and_the_others_are_told_at_once(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def view(request: HttpRequest) -> HttpResponse:
        tried.append(request)
        return middleware.process_exception(request, caused_by(PoolTimeout("away"))) or HttpResponse()

    middleware = UnavailableMiddleware(view)
    assert [middleware(rf.get("/")).status_code for _ in range(5)] == [503] * 5
    assert len(tried) == 1
    later = unavailable.time.monotonic() + unavailable.TRIED_AGAIN_AFTER
    monkeypatch.setattr(unavailable.time, "monotonic", lambda: later)
    assert [middleware(rf.get("/")).status_code for _ in range(5)] == [503] * 5
    assert len(tried) == 2


def test_where_all_connections_are_in_use_the_others_go_on(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    DOOR.open()  # the database has just answered
    for cause, closed in ((PoolTimeout("couldn't get a connection"), False), (psycopg.OperationalError("gone"), True)):
        assert unavailable.told(rf.get("/"), caused_by(cause)).status_code == 503
        assert DOOR.lets_in() is not closed
    DOOR.open()
    later = unavailable.time.monotonic() + POOL_SECONDS
    monkeypatch.setattr(unavailable.time, "monotonic", lambda: later)
    unavailable.told(rf.get("/"), caused_by(PoolTimeout("couldn't get a connection")))
    assert not DOOR.lets_in()


def test_the_first_that_is_answered_lets_all_in_again() -> None:
    door = Door()
    door.close()
    assert not door.lets_in()
    door.open()
    assert [door.lets_in(), door.lets_in()] == [True, True]


@pytest.mark.django_db
def test_an_answer_that_asked_no_database_says_nothing_of_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unavailable, "TRIED_AGAIN_AFTER", 0.0)
    DOOR.close()
    with patch("config.unavailable.connection.connection", None):
        assert client.get("/robots.txt").status_code == 200
    assert DOOR._closed_until
    assert client.get(reverse("meetings:home")).status_code == 200
    assert not DOOR._closed_until


@pytest.mark.django_db
def test_a_session_that_cannot_be_read_is_no_error_of_the_site(client: Client) -> None:
    """The session of an editor is read before there is a view."""
    client.raise_request_exception, home = False, reverse("meetings:home")
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    with patch("django.contrib.sessions.backends.db.SessionStore.load", side_effect=OperationalError("refused")):
        answer = client.get(home)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    with patch("django.contrib.sessions.backends.db.SessionStore.load", side_effect=ValueError):
        assert client.get(home).status_code == 500


@pytest.mark.django_db(transaction=True)
def test_connections_that_a_restart_of_the_server_broke_fail_nobody() -> None:
    if connection.vendor != "postgresql":
        drop_broken_connections()  # SQLite has none
        return
    pool = connection.pool  # type: ignore[attr-defined]
    some = [pool.getconn() for _ in range(3)]
    pids = [one.info.backend_pid for one in some]
    for one in some:
        pool.putconn(one)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM unnest(%s) AS pid WHERE pid <> pg_backend_pid()", [pids]
        )
    drop_broken_connections()
    again = [pool.getconn() for _ in range(3)]
    try:
        assert [one.execute("SELECT 1").fetchone() for one in again] == [(1,)] * 3
    finally:
        for one in again:
            pool.putconn(one)
