"""Five failures shut out a user at an address, for half an hour, with a page that says so."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from accounts.lockout import forgive, is_locked_anywhere, locked_until
from tests.staff import PASSWORD, make_editor

pytestmark = pytest.mark.django_db
HERE, THERE = "203.0.113.9", "203.0.113.10"


@pytest.fixture
def user() -> User:
    return make_editor(username="lan")


def give(password: str, address: str = HERE, username: str = "lan", agent: str = "Firefox") -> Any:
    client = Client(REMOTE_ADDR=address, headers={"User-Agent": agent})
    return client.post("/admin/login/", {"username": username, "password": password})


def test_the_fifth_failure_shuts_out_even_with_the_right_password(user: User) -> None:
    assert [give("sai").status_code for _ in range(5)] == [200] * 4 + [429]
    answer = give(PASSWORD)
    assert answer.status_code == 429
    assert "sessionid" not in answer.cookies
    assert "Nhập sai quá nhiều lần" in answer.content.decode()
    assert "Còn 30 phút nữa." in answer.content.decode()
    assert 1790 <= int(answer.headers["Retry-After"]) <= 1800


def test_other_users_and_other_addresses_go_on(user: User) -> None:
    make_editor(username="mai")
    for _ in range(5):
        give("sai")
    assert give(PASSWORD, THERE).status_code == 302
    assert give(PASSWORD, username="mai").status_code == 302


def test_another_browser_does_not_help(user: User) -> None:
    for number in range(5):
        give("sai", agent=f"Browser {number}")
    assert give(PASSWORD, agent="one more").status_code == 429


def test_a_name_that_nobody_has_is_answered_alike(user: User) -> None:
    assert [give("sai", username="nobody").status_code for _ in range(5)] == [200] * 4 + [429]


def test_trying_on_does_not_make_it_longer_and_after_half_an_hour_it_is_over(user: User) -> None:
    for _ in range(5):
        give("sai")
    until = locked_until("lan", HERE)
    for _ in range(3):
        give("sai")
    assert locked_until("lan", HERE) == until
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=30, seconds=1))
    assert give(PASSWORD).status_code == 302


def test_the_time_is_when_enough_failures_are_old_enough(user: User) -> None:
    now = timezone.now()
    for minutes, failures in ((25, 2), (20, 3), (10, 4)):
        row = AccessAttempt.objects.create(
            username="lan", ip_address=HERE, user_agent=str(minutes), failures_since_start=failures
        )
        AccessAttempt.objects.filter(pk=row.pk).update(attempt_time=now - timedelta(minutes=minutes))
    assert locked_until("lan", HERE) == now + timedelta(minutes=10)
    assert locked_until("lan", THERE) <= timezone.now()


def test_a_password_alone_does_not_forgive_what_was_counted(user: User) -> None:
    for _ in range(4):
        give("sai")
    assert give(PASSWORD).status_code == 302
    assert give("sai").status_code == 429


def test_forgiving(user: User) -> None:
    for address in (HERE, THERE):
        for _ in range(5):
            give("sai", address)
    assert is_locked_anywhere(user)
    forgive(user)
    assert not is_locked_anywhere(user)
    assert give(PASSWORD).status_code == give(PASSWORD, THERE).status_code == 302


def test_what_was_typed_is_not_kept(user: User) -> None:
    give("một mật khẩu sai")
    row = AccessAttempt.objects.get()
    assert "mật khẩu" not in row.post_data
    assert row.username == "lan"
