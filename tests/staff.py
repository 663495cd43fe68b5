"""Members of staff in each role, and how a test gets in as one of them."""

from __future__ import annotations

import time
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import StaffRole
from accounts.roles import ADMINISTRATOR, EDITOR, REVIEWER

_numbers = count(1)
PASSWORD = "một mật khẩu dài"


def make_staff(*permissions: str, **values: Any) -> User:
    """A member of staff with these permissions (code names) and in no group."""
    values = {"username": f"staff-{next(_numbers)}", "is_staff": True, "password": PASSWORD, **values}
    user = User.objects.create_user(**values)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def make_editor(**values: Any) -> User:
    """One who corrects and confirms."""
    return _in_role(EDITOR, values)


def make_reviewer(**values: Any) -> User:
    """One who also merges, rejects and brings versions back."""
    return _in_role(REVIEWER, values)


def make_administrator(**values: Any) -> User:
    """One who also makes accounts; no superuser."""
    return _in_role(ADMINISTRATOR, values)


def group(role: str) -> Group:
    """The group of a role."""
    found = StaffRole.objects.get(key=role).group
    assert found is not None
    return found


def login(client: Client, user: User) -> Client:
    """Lets `user` in as if password and code had been given; the same client, for tests of one line."""
    client.force_login(user)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = make_device(user).persistent_id
    session.save()
    return client


def make_device(user: User) -> TOTPDevice:
    """The phone of a member of staff, made unless there is one."""
    device, _made = TOTPDevice.objects.get_or_create(user=user, confirmed=True, defaults={"name": "test"})
    return device


def code_of(key: str, later: int = 0) -> str:
    """What a phone with that key (hexadecimal) shows `later` half minutes from now."""
    totp = TOTP(bytes.fromhex(key))
    totp.time = time.time() + 30 * later
    return f"{totp.token():06d}"


def _in_role(role: str, values: dict[str, Any]) -> User:
    user = make_staff(**values)
    user.groups.add(group(role))
    return user
