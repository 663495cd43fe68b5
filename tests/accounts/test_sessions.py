"""Sessions end when nobody comes, when they have lasted too long and when somebody ends them; visitors have none."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts.sessions import BEGAN, SEEN, end_sessions
from tests.factories import make_directive, make_meeting
from tests.staff import login, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_editor()


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def age(client: Client, **seconds: int) -> None:
    session = client.session
    for name, value in seconds.items():
        session[name] = int(time.time()) - value
    session.save()


def test_a_session_that_is_used_is_renewed_but_not_with_every_click(client: Client, user: User) -> None:
    login(client, user)
    age(client, **{SEEN: 30 * 60})
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=30))
    assert is_in(client)
    renewed = Session.objects.get().expire_date
    assert renewed > timezone.now() + timedelta(minutes=59)
    assert is_in(client)
    assert Session.objects.get().expire_date == renewed


def test_a_session_that_is_not_used_for_an_hour_is_over(client: Client, user: User) -> None:
    login(client, user)
    left = Session.objects.get().expire_date - timezone.now()
    assert timedelta(minutes=59) < left <= timedelta(hours=1)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not is_in(client)


def test_after_twelve_hours_a_session_is_over_however_busy(client: Client, user: User) -> None:
    login(client, user)
    age(client, **{BEGAN: 12 * 3600 - 60})
    assert is_in(client)
    age(client, **{BEGAN: 12 * 3600 + 1})
    assert not is_in(client)
    assert not Session.objects.exists()


def test_a_session_from_before_there_was_a_limit_is_over(client: Client, user: User) -> None:
    login(client, user)
    session = client.session
    del session[BEGAN]
    session.save()
    assert not is_in(client)


def test_the_sessions_of_one_user_are_ended(user: User) -> None:
    here, elsewhere, other = (login(Client(), who) for who in (user, user, make_editor()))
    assert end_sessions(user, but=here.session.session_key) == 1
    assert (is_in(here), is_in(elsewhere), is_in(other)) == (True, False, True)
    assert end_sessions(user) == 1
    assert not is_in(here)


def test_a_login_sweeps_out_what_has_expired(user: User) -> None:
    login(Client(), make_editor())
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    login(Client(), user)
    assert Session.objects.count() == 1


def test_the_cookie_is_for_the_browser_alone(client: Client, user: User) -> None:
    login(client, user)
    client.get("/admin/")
    age(client, **{SEEN: 3600})
    cookie = client.get("/admin/").cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert 0 < cookie["max-age"] <= 3600


@pytest.mark.parametrize("path", ["/", "/cuoc-hop/", "/nhiem-vu/", "/can-bo/", "directive", "/no/such/page/"])
def test_a_visitor_has_no_session_and_no_cookie(client: Client, path: str, django_assert_max_num_queries: Any) -> None:
    path = make_directive(make_meeting()).get_absolute_url() if path == "directive" else path
    with django_assert_max_num_queries(60) as asked:
        answer = client.get(path)
    assert not answer.cookies
    tables = ("django_session", "auth_", "otp_", "axes_")
    assert [query["sql"] for query in asked.captured_queries if any(table in query["sql"] for table in tables)] == []
