"""Accounts: made with a role, helped after a lost phone, switched off; nobody reaches above himself."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from accounts.roles import ADMINISTRATOR, EDITOR, REVIEWER
from accounts.second_factor import has_phone
from tests.desk import admin_url
from tests.staff import group, login, make_administrator, make_device, make_editor, make_reviewer, make_staff

pytestmark = pytest.mark.django_db
LONG = "một mật khẩu rất dài 17"


@pytest.fixture
def administrator() -> User:
    return make_administrator(username="quan-tri")


@pytest.fixture
def desk(client: Client, administrator: User) -> Client:
    return login(client, administrator)


def change(client: Client, user: User, **values: Any) -> Any:
    data = {"username": user.username, "is_active": "on", "groups": [g.pk for g in user.groups.all()], **values}
    return client.post(admin_url(user, "change"), {name: value for name, value in data.items() if value is not None})


def test_an_account_is_made_with_its_role(desk: Client) -> None:
    page = desk.get(admin_url(User, "add")).content.decode()
    assert "Sửa, xác nhận, bổ sung bản ghi" in page
    assert "is_superuser" not in page
    data = {"username": "lan", "last_name": "Lê Thị", "first_name": "Lan", "password1": LONG, "password2": LONG}
    answer = desk.post(admin_url(User, "add"), {**data, "groups": [group(EDITOR).pk], "is_superuser": "on"})
    assert answer.status_code == 302
    user = User.objects.get(username="lan")
    assert (user.is_staff, user.is_superuser, user.is_active) == (True, False, True)
    assert list(user.groups.all()) == [group(EDITOR)]
    assert user.check_password(LONG)
    assert "Lê Thị Lan" in desk.get(admin_url(User, "changelist")).content.decode()


def test_roles_are_given_and_taken_and_an_account_is_switched_off(desk: Client) -> None:
    user = make_editor()
    there = login(Client(), user)
    assert change(desk, user, groups=[group(REVIEWER).pk]).status_code == 302
    assert User.objects.get(pk=user.pk).has_perm("accounts.reject_records")
    assert change(desk, user, is_active=None).status_code == 302
    assert there.get("/admin/").status_code == 302


def test_nobody_raises_himself(desk: Client, administrator: User) -> None:
    page = desk.get(admin_url(administrator, "change")).content.decode()
    assert 'name="groups"' not in page
    assert 'name="is_active"' not in page
    permission = Permission.objects.get(codename="delete_official").pk
    change(desk, administrator, is_superuser="on", user_permissions=[permission], groups=[], first_name="An")
    administrator.refresh_from_db()
    assert (administrator.is_superuser, administrator.first_name) == (False, "An")
    assert not administrator.user_permissions.exists()
    assert list(administrator.groups.all()) == [group(ADMINISTRATOR)]


def test_nobody_raises_another_above_himself(desk: Client) -> None:
    user = make_editor()
    above = type(group(EDITOR)).objects.create(name="Xóa được")
    above.permissions.add(Permission.objects.get(codename="delete_official"))
    assert change(desk, user, groups=[above.pk]).status_code == 200  # refused by the form
    assert change(desk, user, is_superuser="on", is_staff="", user_permissions=[1]).status_code == 302
    user.refresh_from_db()
    assert (user.is_superuser, user.is_staff, list(user.groups.all())) == (False, True, [group(EDITOR)])
    assert not user.user_permissions.exists()


@pytest.mark.parametrize("active", [True, False])
def test_who_holds_more_rights_is_out_of_reach(desk: Client, active: bool) -> None:
    above = [
        User.objects.create_superuser("root", is_active=active),
        make_staff("delete_official", is_active=active),
    ]
    for user in above:
        make_device(user)
        page = desk.get(admin_url(user, "change"))
        assert page.status_code == 200
        assert "name=" + '"_save"' not in page.content.decode()
        assert "password/" not in page.content.decode().split("<main")[1]
        assert change(desk, user, username="mine").status_code == 403
        for name in ("auth_user_password_change", "auth_user_reset"):
            for method in (desk.get, desk.post):
                assert method(reverse(f"admin:{name}", args=[user.pk])).status_code == 403
        assert has_phone(user)


def test_a_superuser_makes_superusers_but_does_not_lock_himself_out(admin_client: Client, admin_user: User) -> None:
    user = make_administrator()
    assert change(admin_client, user, is_superuser="on", is_staff="on").status_code == 302
    assert User.objects.get(pk=user.pk).is_superuser
    change(admin_client, admin_user, is_active=None)
    admin_user.refresh_from_db()
    assert (admin_user.is_active, admin_user.is_superuser) == (True, True)


def test_a_lost_phone_is_forgotten_and_the_history_says_by_whom(desk: Client, administrator: User) -> None:
    user = make_editor(username="lan")
    there = login(Client(), user)
    where = reverse("admin:auth_user_reset", args=[user.pk])
    assert where in desk.get(admin_url(user, "change")).content.decode()
    assert "ai biết mật khẩu" in desk.get(where).content.decode()
    assert has_phone(user)
    page = desk.post(where, follow=True)
    assert "lan sẽ đăng ký điện thoại" in page.content.decode()
    assert not has_phone(user)
    assert there.get("/admin/").status_code == 302
    entry = LogEntry.objects.get(object_id=str(user.pk))
    assert (entry.user, entry.change_message) == (administrator, "Đã xóa điện thoại và mã dự phòng.")


def test_a_lockout_is_lifted_and_the_phone_stays(desk: Client) -> None:
    user = make_editor(username="lan")
    make_device(user)
    where = reverse("admin:auth_user_reset", args=[user.pk])
    assert "Gỡ tạm khóa" not in desk.get(where).content.decode()
    for _ in range(5):
        Client(REMOTE_ADDR="203.0.113.9").post("/admin/login/", {"username": "lan", "password": "sai"})
    assert "Gỡ tạm khóa" in desk.get(where).content.decode()
    page = desk.post(where, {"unlock": "1"}, follow=True)
    assert "Từ bây giờ lan có thể đăng nhập lại." in page.content.decode()
    assert "Gỡ tạm khóa" not in desk.get(where).content.decode()
    assert has_phone(user)
    assert LogEntry.objects.get(object_id=str(user.pk)).change_message == "Đã gỡ tạm khóa."


def test_ones_own_phone_and_password_are_changed_by_who_has_them(desk: Client, administrator: User) -> None:
    assert desk.post(reverse("admin:auth_user_reset", args=[administrator.pk])).status_code == 403
    answer = desk.get(reverse("admin:auth_user_password_change", args=[administrator.pk]))
    assert answer.headers["Location"] == reverse("admin:password_change")


def test_who_is_not_there(desk: Client) -> None:
    assert desk.post(reverse("admin:auth_user_reset", args=[987654])).status_code == 404


def test_accounts_are_never_deleted(admin_client: Client) -> None:
    user = make_editor()
    assert admin_client.post(admin_url(user, "delete"), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize("make", [make_staff, make_editor, make_reviewer])
def test_nobody_else_sees_accounts(client: Client, make: Any) -> None:
    user = make()
    login(client, user)
    assert admin_url(User, "changelist") not in client.get("/admin/").content.decode()
    for page in ("changelist", "add"):
        assert client.get(admin_url(User, page)).status_code == 403
    for page in ("change", "history"):
        assert client.get(admin_url(user, page)).status_code == 403


def test_the_list_asks_as_much_for_many_as_for_few(
    desk: Client, django_assert_max_num_queries: Any, django_assert_num_queries: Any
) -> None:
    desk.get(admin_url(User, "changelist"))
    with django_assert_max_num_queries(20) as asked:
        desk.get(admin_url(User, "changelist"))
    for _ in range(8):
        make_device(make_reviewer())
    with django_assert_num_queries(len(asked)):
        desk.get(admin_url(User, "changelist"))


def test_no_page_shows_a_key(admin_client: Client) -> None:
    user = make_editor()
    device = make_device(user)
    for page in (
        admin_url(user, "change"),
        admin_url(user, "history"),
        reverse("admin:auth_user_reset", args=[user.pk]),
    ):
        assert device.key not in admin_client.get(page).content.decode()
    assert admin_client.get("/admin/otp_totp/totpdevice/").status_code == 404
