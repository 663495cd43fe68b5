"""Enrolment: a key that stays until it is used, codes that are shown once, and no second phone for a password alone."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.second_factor import recovery_codes
from accounts.views.enrolment import KEY, SHOWN_UNTIL
from tests.staff import code_of, login, make_device, make_editor

pytestmark = pytest.mark.django_db
ENROL, RECOVERY = "/admin/account/enrol/", "/admin/account/recovery/"


@pytest.fixture
def user() -> User:
    return make_editor()


def enrol(client: Client, **more: str) -> Any:
    client.get(ENROL)
    return client.post(ENROL, {"code": code_of(client.session[KEY]), **more})


def test_the_key_stays_through_a_mistake(client: Client, user: User) -> None:
    client.force_login(user)
    first = client.get(ENROL).context["spelled"]
    page = client.post(ENROL, {"code": "abcdef"})
    assert "đồng hồ của điện thoại phải đúng giờ" in page.content.decode()
    assert page.context["spelled"] == client.get(ENROL).context["spelled"] == first
    assert not TOTPDevice.objects.exists()


def test_enrolling_lets_in_and_shows_the_recovery_codes_until_they_are_kept(client: Client, user: User) -> None:
    client.force_login(user)
    before = client.session.session_key
    answer = enrol(client, next="/admin/people/official/")
    assert answer.headers["Location"] == f"{RECOVERY}?next=/admin/people/official/"
    assert client.session.session_key != before
    assert KEY not in client.session
    for _ in range(2):  # a page may be loaded twice
        shown = client.get(RECOVERY).context["codes"]
        assert [code.replace(" ", "") for code in shown] == recovery_codes(user)
    done = client.post(RECOVERY, {"next": "/admin/people/official/"})
    assert done.headers["Location"] == "/admin/people/official/"
    assert client.get(RECOVERY).headers["Location"] == "/admin/account/"
    assert client.get("/admin/people/official/").status_code == 200


def test_recovery_codes_are_not_shown_on_a_screen_that_was_left_alone(client: Client, user: User) -> None:
    client.force_login(user)
    enrol(client)
    session = client.session
    session[SHOWN_UNTIL] -= 11 * 60
    session.save()
    assert client.get(RECOVERY).status_code == 302


def test_a_password_alone_enrols_no_second_phone(client: Client, user: User) -> None:
    make_device(user)
    client.force_login(user)
    assert client.get(ENROL).headers["Location"] == "/admin/account/code/"
    session = client.session
    session[KEY] = "00" * 20
    session.save()
    assert client.post(ENROL, {"code": code_of("00" * 20)}).headers["Location"] == "/admin/account/code/"
    assert TOTPDevice.objects.count() == 1


def test_who_is_in_may_change_the_phone(client: Client, user: User) -> None:
    login(client, user)
    old = TOTPDevice.objects.get()
    assert enrol(client).status_code == 302
    assert TOTPDevice.objects.get() != old
    assert client.get("/admin/").status_code == 200


def test_others_are_asked_for_the_password(client: Client) -> None:
    for who in (None, User.objects.create_user("reader")):
        if who is not None:
            client.force_login(who)
        for path in (ENROL, RECOVERY):
            assert client.get(path).headers["Location"].startswith("/admin/")
            assert client.post(path, {"code": "123456"}).status_code == 302
    assert not TOTPDevice.objects.exists()
