"""Codes count once, wrong ones slow down, and a phone comes and goes with its recovery codes."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.keys import grouped, new_key
from accounts.second_factor import RECOVERY_CODES, check, enrol, forget, has_phone, recovery_codes, renew_recovery_codes
from tests.staff import code_of, make_device, make_editor

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return make_editor()


def test_the_code_of_the_phone_counts_once(user: User) -> None:
    device = make_device(user)
    code = code_of(device.key)
    assert check(user, f" {code[:3]} {code[3:]} ").device == device
    assert check(user, code).device is None


def test_the_clock_of_the_phone_may_be_half_a_minute_off_but_no_more(user: User) -> None:
    device = make_device(user)
    assert check(user, code_of(device.key, later=3)).device is None
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert check(user, code_of(device.key, later=1)).device == device


def test_after_a_wrong_code_the_next_has_to_wait(user: User) -> None:
    device = make_device(user)
    wrong = check(user, "abcdef")
    assert (wrong.device, wrong.wait_until) == (None, None)
    assert check(user, "1" * 6 if code_of(device.key) != "1" * 6 else "2" * 6).wait_until is None
    waiting = check(user, code_of(device.key))
    assert waiting.device is None
    assert waiting.wait_until is not None


def test_a_recovery_code_counts_once(user: User) -> None:
    codes = renew_recovery_codes(user)
    assert len(set(codes)) == RECOVERY_CODES
    checked = check(user, grouped(codes[4]).upper())
    assert checked.device is not None
    assert checked.device.user_id == user.pk
    assert check(user, codes[4]).device is None
    assert recovery_codes(user) == codes[:4] + codes[5:]


def test_nobody_gets_in_with_the_codes_of_another(user: User) -> None:
    other = make_editor()
    codes = renew_recovery_codes(other)
    assert check(user, codes[0]).device is None
    assert check(user, code_of(make_device(other).key)).device is None


def test_new_recovery_codes_end_the_old_ones(user: User) -> None:
    old = renew_recovery_codes(user)
    new = renew_recovery_codes(user)
    assert not set(old) & set(new)
    assert recovery_codes(user) == new


@pytest.mark.parametrize("text", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
def test_what_is_no_code_enrols_nothing(user: User, text: str) -> None:
    assert enrol(user, new_key(), text, replace=False) is None
    assert not has_phone(user)


def test_a_phone_is_enrolled_with_its_code_which_is_used_by_that(user: User) -> None:
    key = new_key()
    device = enrol(user, key, code_of(key), replace=False)
    assert device is not None
    assert has_phone(user)
    assert len(recovery_codes(user)) == RECOVERY_CODES
    assert check(user, code_of(key)).device is None


def test_another_phone_takes_the_place_of_the_first_only_if_it_is_meant_to(user: User) -> None:
    first, key = make_device(user), new_key()
    assert enrol(user, key, code_of(key), replace=False) is None
    second = enrol(user, key, code_of(key), replace=True)
    assert second is not None
    assert list(TOTPDevice.objects.filter(user=user)) == [second]
    assert first != second


def test_everything_can_be_taken_away(user: User) -> None:
    assert forget(user) is False
    make_device(user)
    renew_recovery_codes(user)
    assert forget(user) is True
    assert not has_phone(user)
    assert recovery_codes(user) == []
