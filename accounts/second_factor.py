"""The second factor of a member of staff: codes of a phone, ten recovery codes, and how both are taken away."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.keys import STEPS_OFF, plain

RECOVERY_CODES = 10
DIGITS = 6


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a code: the device that knows it, or when the next one may be tried, or neither: it is wrong."""

    device: Device | None = None
    wait_until: datetime.datetime | None = None


def has_phone(user: Any) -> bool:
    """Whether codes of a phone can be asked of this user."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def check(user: User, text: str) -> Checked:
    """Asks the phone about six digits, the recovery codes about anything else; a code that was right counts once."""
    code = plain(text)
    by_phone = code.isascii() and code.isdigit() and len(code) == DIGITS
    model = TOTPDevice if by_phone else StaticDevice
    with transaction.atomic():
        device = model.objects.select_for_update().filter(user=user, confirmed=True).first()
        if device is None:
            return Checked()
        allowed, why = device.verify_is_allowed()
        if not allowed:
            return Checked(wait_until=why["locked_until"])
        return Checked(device if device.verify_token(code) else None)


def enrol(user: User, key: str, text: str, replace: bool) -> TOTPDevice | None:
    """Makes the phone with this `key` (hexadecimal) the user's, if `text` is the code that it shows now; else None.

    Who has a phone already gets no other one, unless it is to `replace` the one that he proved to have.
    """
    code = plain(text)
    totp = TOTP(bytes.fromhex(key))
    if not (code.isascii() and code.isdigit() and len(code) == DIGITS and totp.verify(int(code), STEPS_OFF)):
        return None
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)  # of two who enrol at once, the first wins
        if has_phone(user) and not replace:
            return None
        TOTPDevice.objects.filter(user=user).delete()
        # The step that was just used counts no second time.
        device: TOTPDevice = TOTPDevice.objects.create(
            user=user, name="phone", key=key, drift=totp.drift, last_t=totp.t()
        )
        renew_recovery_codes(user)
    return device


def renew_recovery_codes(user: User) -> list[str]:
    """Ten new codes in the place of those there were."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="recovery")
        codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
        StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def recovery_codes(user: User) -> list[str]:
    """Those that are left, as they were made."""
    return list(StaticToken.objects.filter(device__user=user).order_by("pk").values_list("token", flat=True))


def forget(user: User) -> bool:
    """Takes phone and recovery codes away; whether there were any. The next login leads through enrolment."""
    with transaction.atomic():
        counts = [model.objects.filter(user=user).delete()[0] for model in (TOTPDevice, StaticDevice)]
    return any(counts)
