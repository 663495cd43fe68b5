"""One's own account: what one may do, new recovery codes, and an end to the other sessions."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from accounts.second_factor import recovery_codes, renew_recovery_codes
from tests.staff import login, make_device, make_reviewer, make_staff

pytestmark = pytest.mark.django_db
ACCOUNT = "/admin/account/"


@pytest.fixture
def user() -> User:
    return make_reviewer(username="lan")


def test_the_page_says_what_one_may_do(client: Client, user: User) -> None:
    login(client, user)
    renew_recovery_codes(user)
    text = client.get(ACCOUNT).content.decode()
    assert "Người thẩm định" in text
    assert "bác bỏ, khôi phục bản ghi" in text
    assert "Còn 10 trong 10 mã." in text
    assert f'href="{ACCOUNT}"' in client.get("/admin/").content.decode()


def test_who_has_no_role_is_told_whom_to_ask(client: Client) -> None:
    login(client, make_staff())
    assert "Hãy đề nghị quản trị viên" in client.get(ACCOUNT).content.decode()


def test_new_recovery_codes_are_shown_once(client: Client, user: User) -> None:
    login(client, user)
    old = renew_recovery_codes(user)
    assert client.get(f"{ACCOUNT}recovery/new/").status_code == 405
    page = client.post(f"{ACCOUNT}recovery/new/", {"next": ACCOUNT}, follow=True)
    assert [code.replace(" ", "") for code in page.context["codes"]] == recovery_codes(user) != old


def test_other_sessions_are_ended_and_this_one_goes_on(client: Client, user: User) -> None:
    login(client, user)
    elsewhere = login(Client(), user)
    page = client.post(f"{ACCOUNT}everywhere/", follow=True)
    assert "Đã kết thúc 1 phiên đăng nhập khác." in page.content.decode()
    assert elsewhere.get("/admin/").status_code == 302
    assert "Không có phiên đăng nhập nào khác." in client.post(f"{ACCOUNT}everywhere/", follow=True).content.decode()


@pytest.mark.parametrize("path", ["", "recovery/", "recovery/new/", "everywhere/"])
def test_a_password_alone_gets_no_further(client: Client, user: User, path: str) -> None:
    make_device(user)
    client.force_login(user)
    for method in (client.get, client.post):
        assert method(ACCOUNT + path).headers["Location"].startswith(f"{ACCOUNT}code/")
    assert recovery_codes(user) == []
