"""A form that is sent after the session ended: nothing of it is lost, and nothing of it is sent unseen."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory

from accounts.resuming import CARRIED, LONGEST, pack, unpack
from people.models import Official
from tests.desk import admin_url, form_data
from tests.factories import make_official
from tests.staff import PASSWORD, code_of, login, make_device, make_editor

pytestmark = pytest.mark.django_db
LOGIN, CODE, RESUME = "/admin/login/", "/admin/account/code/", "/admin/account/resume/"


@pytest.fixture
def user() -> User:
    return make_editor(username="lan")


def give_password(client: Client, page: Any, password: str = PASSWORD) -> Any:
    """Sends the login form as the page holds it."""
    carried = page.context.get(CARRIED) or page.wsgi_request.POST[CARRIED]
    data = {"username": "lan", "password": password, "next": RESUME, CARRIED: carried}
    return client.post(LOGIN, data)


def test_what_was_typed_is_carried_through_the_login_and_sent_again(client: Client, user: User) -> None:
    official = make_official("Lê Văn Ba")
    where = admin_url(official, "change")
    login(client, user)
    typed = {**form_data(client.get(where)), "name": "Lê Văn <Bá>\nhai dòng", "_save": "1"}  # type: ignore[arg-type]
    Session.objects.all().delete()

    ended = client.post(where, typed)
    assert ended.status_code == 401
    assert "Những gì bạn đã nhập được giữ lại" in ended.content.decode()
    again = give_password(client, ended, "sai")
    assert again.status_code == 200
    assert f'name="{CARRIED}"' in again.content.decode()

    answer = give_password(client, again)
    assert answer.headers["Location"] == f"{CODE}?next={RESUME}"
    answer = client.post(answer.headers["Location"], {"code": code_of(make_device(user).key)})
    page = client.get(answer.headers["Location"])
    assert page.context["address"] == where
    assert "Lê Văn &lt;Bá&gt;" in page.content.decode()
    assert Official.objects.get().name == "Lê Văn Ba"  # until its owner says so
    sent = {name: value.replace("\n", " ") for name, value in page.context["fields"]}
    assert client.post(where, sent).status_code == 302
    assert Official.objects.get().name == "Lê Văn <Bá> hai dòng"


def test_it_may_be_thrown_away(client: Client, user: User) -> None:
    login(client, user)
    assert client.get(RESUME).headers["Location"] == "/admin/"
    session = client.session
    session[CARRIED] = json.dumps({"address": "/admin/people/", "fields": [["name", "x"]]})
    session.save()
    assert client.get(RESUME).status_code == 200
    assert client.post(RESUME).headers["Location"] == "/admin/"
    assert client.get(RESUME).headers["Location"] == "/admin/"


def test_a_visitor_leaves_nothing_behind(client: Client) -> None:
    answer = client.post("/admin/people/official/add/", {"name": "x"})
    assert answer.status_code == 401
    assert "sessionid" not in answer.cookies
    assert not Session.objects.exists()
    assert client.post("/admin/people/official/add/", {}).status_code == 302


@pytest.mark.parametrize("fields", [{"new_password1": "x"}, {"password": "x", "name": "y"}, {}, {"a": "x" * LONGEST}])
def test_passwords_and_what_is_too_long_are_not_carried(fields: dict[str, str]) -> None:
    assert pack(RequestFactory().post("/admin/password_change/", fields)) is None


def test_fields_keep_their_order_and_their_number() -> None:
    request = RequestFactory().post("/admin/x/?y=1", {"a": ["1", "2"], "csrfmiddlewaretoken": "t", "b": " đ\n"})
    carried = pack(request)
    assert carried is not None
    assert unpack(carried) == {"address": "/admin/x/?y=1", "fields": [("a", "1"), ("a", "2"), ("b", " đ\n")]}


@pytest.mark.parametrize(
    "carried",
    [
        "",
        "[]",
        "{",
        '{"address": "/admin/"}',
        '{"address": "https://evil.example/admin/", "fields": []}',
        '{"address": "//evil.example/admin/", "fields": []}',
        '{"address": "/cuoc-hop/", "fields": []}',
        '{"address": "/admin/\\\\evil", "fields": []}',
        '{"address": "/admin/", "fields": [1]}',
    ],
)
def test_what_was_made_elsewhere_is_not_taken(carried: str) -> None:
    assert unpack(carried) is None
