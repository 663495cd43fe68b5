"""What visitors read comes from the replica, what editors read and anybody writes from the primary."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config import replica
from config.environment import database
from config.environment import replica as settings_of
from config.replica import AVAILABILITY, REPLICA, ReplicaMiddleware, ReplicaRouter
from people.models import Official

ROUTER = ReplicaRouter()


@pytest.fixture(autouse=True)
def _with_a_replica(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(settings.DATABASES, REPLICA, {})
    AVAILABILITY.forget()
    yield
    AVAILABILITY.forget()


def read_from(request: HttpRequest) -> str | None:
    """Where the view of a request reads."""
    found: list[str | None] = []

    def view(request: HttpRequest) -> HttpResponse:
        found.append(ROUTER.db_for_read(Official))
        return HttpResponse()

    ReplicaMiddleware(view)(request)
    return found[0]


def test_a_visitors_page_is_read_from_the_replica(rf: RequestFactory) -> None:
    assert read_from(rf.get("/")) == read_from(rf.head("/")) == REPLICA
    assert read_from(rf.post("/")) is None
    known = rf.get("/")
    known.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    assert read_from(known) is None
    assert ROUTER.db_for_read(Official) is None


def test_without_a_replica_nothing_is_another(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(settings.DATABASES, REPLICA)
    assert read_from(rf.get("/")) is None


@pytest.mark.django_db(transaction=True)
def test_what_a_transaction_wrote_is_read_where_it_was_written(rf: RequestFactory) -> None:
    found = []

    def view(request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            found.append(ROUTER.db_for_read(Official))
        found.append(ROUTER.db_for_read(Official))
        return HttpResponse()

    ReplicaMiddleware(view)(rf.get("/"))
    assert found == [None, REPLICA]


def test_nothing_is_migrated_or_written_there() -> None:
    assert ROUTER.allow_migrate(REPLICA, "people") is False
    assert ROUTER.allow_migrate("default", "people") is None
    assert not hasattr(ROUTER, "db_for_write")


def failing_first(times: int) -> Any:
    """A view whose database is away so many times, and what a request for it is answered with."""
    left = [times]

    def view(request: HttpRequest) -> HttpResponse:
        if left[0]:
            left[0] -= 1
            raise OperationalError("the connection is closed")
        return HttpResponse(str(ROUTER.db_for_read(Official)))

    return view


def answered(request: HttpRequest, view: Any) -> HttpResponse | None:
    request.resolver_match = SimpleNamespace(func=view, args=(), kwargs={})  # type: ignore[assignment]

    def get_response(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except OperationalError as error:
            return middleware.process_exception(request, error)  # type: ignore[return-value]

    middleware = ReplicaMiddleware(get_response)
    return middleware(request)  # type: ignore[return-value]


def test_where_the_replica_is_away_the_primary_answers_and_is_asked_for_some_seconds(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = answered(rf.get("/"), failing_first(1))
    assert answer is not None
    assert answer.content == b"None"
    assert read_from(rf.get("/")) is None
    later = replica.time.monotonic() + replica.AWAY + 1
    monkeypatch.setattr(replica.time, "monotonic", lambda: later)
    assert read_from(rf.get("/")) == REPLICA


def test_where_both_are_away_the_page_that_says_so_is_left_to_others(rf: RequestFactory) -> None:
    assert answered(rf.get("/"), failing_first(2)) is None


def test_an_error_of_the_primary_is_no_sign_that_the_replica_is_away(rf: RequestFactory) -> None:
    assert answered(rf.post("/"), failing_first(1)) is None
    assert AVAILABILITY.is_there


def test_its_address_is_that_of_a_server_like_the_primarys() -> None:
    primary = database("postgresql://a@b/c", settings.BASE_DIR, 8)
    told = settings_of("postgresql://reader:secret@other:5433/c?sslmode=require", primary, 5)
    assert (told["HOST"], told["PORT"], told["USER"]) == ("other", "5433", "reader")
    assert told["OPTIONS"]["pool"] == {"min_size": 1, "max_size": 5, "timeout": 2, "reconnect_timeout": 3}
    assert told["OPTIONS"]["sslmode"] == "require"
    for url, of in (
        ("sqlite:///x.sqlite3", primary),
        ("postgresql://a@b/c", database("sqlite:////tmp/x.sqlite3", settings.BASE_DIR, 8)),
        ("postgresql://a@b:port:c/d", primary),
        ("postgresql://", primary),
    ):
        with pytest.raises(ImproperlyConfigured) as error:
            settings_of(url, of, 5)
        assert "secret" not in str(error.value)
