"""After a lost phone: another one can be enrolled, and whoever found the first is out."""

from __future__ import annotations

import pytest
from axes.models import AccessAttempt
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.resetting import reset
from accounts.second_factor import has_phone, recovery_codes, renew_recovery_codes
from tests.staff import login, make_editor

pytestmark = pytest.mark.django_db


def test_phone_codes_sessions_and_failures_are_gone(client: Client) -> None:
    user, other = make_editor(), make_editor()
    login(client, user)
    renew_recovery_codes(user)
    stays = login(Client(), other)
    for who in (user, other):
        AccessAttempt.objects.create(username=who.username, ip_address="203.0.113.9", failures_since_start=5)
    assert reset(user) is True
    assert not has_phone(user)
    assert recovery_codes(user) == []
    assert client.get("/admin/").status_code == 302
    assert [row.username for row in AccessAttempt.objects.all()] == [other.username]
    assert stays.get("/admin/").status_code == 200
    assert reset(user) is False


def test_the_last_administrator_is_helped_from_the_machine(capsys: pytest.CaptureFixture[str]) -> None:
    user = make_editor(username="lan")
    login(Client(), user)
    call_command("reset_totp", "lan")
    assert capsys.readouterr().out.startswith("lan: phone and recovery codes are gone.")
    assert not has_phone(user)
    call_command("reset_totp", "lan")
    assert capsys.readouterr().out.startswith("lan: had no phone.")
    with pytest.raises(CommandError, match="There is no user 'mai'"):
        call_command("reset_totp", "mai")
