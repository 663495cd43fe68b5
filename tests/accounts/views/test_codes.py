"""After the password: the code, counted like a password when it is wrong, and nothing of the desk before it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.second_factor import renew_recovery_codes
from tests.staff import PASSWORD, code_of, login, make_device, make_editor

pytestmark = pytest.mark.django_db
CODE = "/admin/account/code/"


@pytest.fixture
def user() -> User:
    user = make_editor(username="lan")
    make_device(user)
    return user


@pytest.fixture
def half_in(client: Client, user: User) -> Client:
    """One who has given the password."""
    answer = client.post("/admin/login/?next=/admin/people/", {"username": "lan", "password": PASSWORD})
    assert answer.headers["Location"].startswith(CODE)
    return client


def no_waiting() -> None:
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)


def right(user: User) -> str:
    return code_of(TOTPDevice.objects.get(user=user).key)


def wrong(user: User) -> str:
    return f"{(int(right(user)) + 1234) % 10**6:06d}"


def test_the_desk_asks_for_the_code_and_then_leads_where_one_wanted_to_go(half_in: Client, user: User) -> None:
    answer = half_in.get("/admin/people/official/", follow=True)
    assert answer.redirect_chain[-1][0].startswith(CODE)
    assert "Mã sáu chữ số" in answer.content.decode()
    before = half_in.session.session_key
    done = half_in.post(f"{CODE}?next=/admin/people/official/", {"code": right(user)})
    assert done.headers["Location"] == "/admin/people/official/"
    assert half_in.session.session_key != before
    assert half_in.get("/admin/people/official/").status_code == 200
    assert half_in.get(f"{CODE}?next=/admin/people/").headers["Location"] == "/admin/people/"


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "\\\\evil"])
def test_nobody_is_sent_to_another_site(half_in: Client, user: User, address: str) -> None:
    page = half_in.get(CODE, {"next": address})
    assert "evil" not in page.content.decode()
    assert half_in.get("/admin/login/", {"next": address}, follow=True).status_code == 200
    done = half_in.post(CODE, {"code": right(user), "next": address})
    assert done.headers["Location"] == "/admin/"


def test_a_code_counts_once_in_all_browsers(half_in: Client, user: User) -> None:
    code = right(user)
    assert half_in.post(CODE, {"code": code}).status_code == 302
    second = Client()
    second.post("/admin/login/", {"username": "lan", "password": PASSWORD})
    assert second.post(CODE, {"code": code}).status_code == 200
    assert second.get("/admin/").status_code == 302


def test_wrong_codes_shut_out_like_wrong_passwords(half_in: Client, user: User) -> None:
    for number in range(4):
        assert half_in.post(CODE, {"code": wrong(user)}).status_code == 200, number
        no_waiting()
    answer = half_in.post(CODE, {"code": wrong(user)})
    assert answer.status_code == 429
    assert "Còn 30 phút nữa." in answer.content.decode()
    no_waiting()
    assert half_in.post(CODE, {"code": right(user)}).status_code == 429
    assert half_in.get(CODE).status_code == 429
    assert Client().post("/admin/login/", {"username": "lan", "password": PASSWORD}).status_code == 429


def test_a_login_forgives_what_was_counted_here(half_in: Client, user: User) -> None:
    half_in.post(CODE, {"code": wrong(user)})
    no_waiting()
    half_in.post(CODE, {"code": right(user)})
    assert not AccessAttempt.objects.exists()


def test_who_is_too_quick_waits_and_is_not_counted(half_in: Client, user: User) -> None:
    half_in.post(CODE, {"code": wrong(user)})
    answer = half_in.post(CODE, {"code": right(user)})
    assert "đợi vài giây" in answer.content.decode()
    assert AccessAttempt.objects.get().failures_since_start == 1
    TOTPDevice.objects.update(throttling_failure_count=12, throttling_failure_timestamp=timezone.now())
    answer = half_in.post(CODE, {"code": right(user)})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) <= timedelta(seconds=2**11).total_seconds()


def test_a_recovery_code_lets_in_and_says_how_many_are_left(half_in: Client, user: User) -> None:
    codes = renew_recovery_codes(user)
    page = half_in.post(f"{CODE}?recovery", {"code": codes[0]}, follow=True)
    assert "còn lại 9 mã" in page.content.decode()
    assert half_in.get("/admin/").status_code == 200


def test_the_code_is_kept_nowhere(half_in: Client, user: User) -> None:
    half_in.post(CODE, {"code": "abcd efgh"})
    assert "abcd" not in AccessAttempt.objects.get().post_data


def test_who_has_no_phone_enrols_first(client: Client) -> None:
    client.force_login(make_editor())
    assert client.get(f"{CODE}?next=/admin/people/").headers["Location"] == "/admin/account/enrol/?next=/admin/people/"


def test_others_are_asked_for_the_password(client: Client) -> None:
    assert client.get(CODE).headers["Location"] == "/admin/login/?next=/admin/"
    login(client, User.objects.create_user("reader"))
    assert client.get(CODE).headers["Location"] == "/admin/login/?next=/admin/"


def test_a_device_of_another_user_in_the_session_verifies_nobody(client: Client, user: User) -> None:
    login(client, user)
    session = client.session
    session["otp_device_id"] = make_device(make_editor()).persistent_id
    session.save()
    assert client.get("/admin/").status_code == 302


def test_who_is_half_in_can_leave(half_in: Client) -> None:
    assert half_in.get(reverse("accounts:leave")).status_code == 405
    assert half_in.post(reverse("accounts:leave")).headers["Location"] == "/admin/login/"
    assert half_in.get(CODE).headers["Location"] == "/admin/login/?next=/admin/"


def test_pages_are_in_english_below_en(half_in: Client, user: User) -> None:
    answer: Any = half_in.get("/en/admin/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/en/admin/account/code/")
    assert "Code of six digits" in answer.content.decode()
