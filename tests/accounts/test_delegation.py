"""Nobody raises himself or another above himself."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User

from accounts.delegation import may_look_after, roles_to_give
from accounts.roles import NAMES
from tests.staff import make_administrator, make_editor, make_reviewer, make_staff

pytestmark = pytest.mark.django_db


def superuser() -> User:
    return User.objects.create_superuser("root")


@pytest.mark.parametrize(
    ("actor", "user", "may"),
    [
        (make_administrator, make_editor, True),
        (make_administrator, make_reviewer, True),
        (make_administrator, make_administrator, True),
        (make_administrator, make_staff, True),
        (make_administrator, superuser, False),
        (superuser, superuser, True),
        (make_reviewer, make_administrator, False),
    ],
)
def test_only_who_holds_no_more_rights_is_looked_after(actor: Any, user: Any, may: bool) -> None:
    looks = actor()
    if actor is user is superuser:
        assert may_look_after(looks, looks) is may
    else:
        assert may_look_after(looks, user()) is may


def test_rights_of_an_account_that_is_switched_off_count() -> None:
    user = make_staff("delete_official", is_active=False)
    assert not may_look_after(make_administrator(), user)


def test_only_roles_without_more_rights_are_given() -> None:
    above = Group.objects.create(name="Xóa được")
    above.permissions.add(Permission.objects.get(codename="delete_official"))
    empty = Group.objects.create(name="Chưa có gì")
    given = set(roles_to_give(make_administrator()).values_list("name", flat=True))
    assert given == {*NAMES.values(), empty.name}
    assert above in roles_to_give(superuser())
    assert set(roles_to_give(make_editor()).values_list("name", flat=True)) == {NAMES["editor"], empty.name}
