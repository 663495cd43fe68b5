"""The way in on a fresh machine: superuser, first login, enrolment, desk; later by code or recovery code."""

from __future__ import annotations

import re
from base64 import b32decode

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import BOTH
from tests.desk import admin_url
from tests.staff import code_of, make_editor

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "mat khau kha dai 17"


@pytest.fixture(autouse=True)
def _superuser(monkeypatch: pytest.MonkeyPatch) -> None:
    """As `./run createsuperuser` makes the first one."""
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", interactive=False, username="lan", email="", verbosity=0)


def give_password(page: Page) -> None:
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()


def enrol(page: Page) -> list[str]:
    """The first login, up to the desk; the recovery codes."""
    give_password(page)
    expect(page.get_by_role("heading", name="Đăng ký điện thoại")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("^Mã QR"))).to_be_visible()
    spelled = page.locator(".spelled").inner_text()
    page.get_by_label("Mã sáu chữ số").fill(code_of(_hexadecimal(spelled)))
    page.get_by_role("button", name="Đăng ký điện thoại này").click()
    expect(page.get_by_role("heading", name="Mã dự phòng")).to_be_visible()
    codes = page.locator("#recovery-codes li").all_inner_texts()
    page.get_by_role("button", name="Tôi đã cất các mã này").click()
    return codes


def _hexadecimal(spelled: str) -> str:
    return b32decode("".join(spelled.split())).hex()


@BOTH
def test_the_first_login_leads_through_enrolment_to_the_page_that_was_asked_for(page: Page) -> None:
    page.goto("/admin/meetings/meeting/")
    codes = enrol(page)
    expect(page).to_have_url(re.compile("/admin/meetings/meeting/$"))
    assert len(codes) == len(set(codes)) == 10


@BOTH
def test_later_logins_ask_for_the_code_and_take_a_recovery_code_once(page: Page) -> None:
    page.goto("/admin/")
    codes = enrol(page)
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/admin/")
    give_password(page)
    expect(page.get_by_role("heading", name="Bước thứ hai")).to_be_visible()
    expect(page.get_by_label("Mã sáu chữ số")).to_be_focused()

    key = TOTPDevice.objects.get().key
    page.get_by_label("Mã sáu chữ số").fill(code_of(key))
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_text("Mã này không đúng hoặc đã dùng rồi")).to_be_visible()  # used for the enrolment
    page.wait_for_timeout(1100)  # ms; after a wrong code the next one is looked at a second later
    page.get_by_label("Mã sáu chữ số").fill(code_of(key, later=1))
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("heading", name="Việc cần xem", exact=True)).to_be_visible()

    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/admin/")
    give_password(page)
    page.get_by_role("link", name="dùng mã dự phòng").click()
    page.get_by_label("Mã dự phòng").fill(codes[3].upper())
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_text("còn lại 9 mã")).to_be_visible()


def test_five_wrong_passwords_end_on_a_page_that_says_until_when(page: Page) -> None:
    page.goto("/admin/")
    for _ in range(5):
        page.get_by_label("Tên đăng nhập").fill("lan")
        page.get_by_label("Mật khẩu").fill("sai")
        page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Nhập sai quá nhiều lần")).to_be_visible()
    expect(page.get_by_text("Còn 30 phút nữa.")).to_be_visible()
    page.get_by_role("link", name="Về trang đăng nhập").click()
    give_password(page)
    expect(page.get_by_role("heading", name="Nhập sai quá nhiều lần")).to_be_visible()


def test_what_was_typed_when_the_session_ended_is_sent_after_the_login(page: Page) -> None:
    page.goto("/admin/people/province/add/")
    enrol(page)
    page.get_by_label("tên", exact=False).first.fill("Tỉnh mới")
    Session.objects.all().delete()
    page.locator("[name=_save]").click()
    expect(page.get_by_text("Những gì bạn đã nhập được giữ lại")).to_be_visible()
    give_password(page)
    page.get_by_label("Mã sáu chữ số").fill(code_of(TOTPDevice.objects.get().key, later=1))
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("definition").filter(has_text="Tỉnh mới")).to_be_visible()
    page.get_by_role("button", name="Gửi lại").click()
    # As any form that lacks something: it comes back with what was typed.
    expect(page).to_have_url(re.compile("/admin/people/province/add/$"))
    expect(page.locator("#id_name")).to_have_value("Tỉnh mới")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_the_way_in_fit_the_screen_and_axe_finds_nothing(
    page: Page, complaints: list[str], width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found: list[tuple[str, object]] = []

    def look() -> None:
        if page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0:
            found.append((page.url, "too wide"))
        assert complaints == []
        found.extend((page.url, violation) for violation in violations(page, "#content"))
        complaints.clear()  # what axe itself did with styles

    page.goto("/admin/")
    look()
    give_password(page)
    look()
    page.get_by_label("Mã sáu chữ số").fill(code_of(_hexadecimal(page.locator(".spelled").inner_text())))
    page.get_by_role("button", name="Đăng ký điện thoại này").click()
    look()
    page.get_by_role("button", name="Tôi đã cất các mã này").click()
    page.goto("/admin/account/")
    look()
    other = make_editor()
    for address in ("/admin/auth/user/add/", admin_url(other, "change"), f"/admin/auth/user/{other.pk}/reset/"):
        page.goto(address)
        look()
    page.context.clear_cookies()
    page.goto("/admin/")
    give_password(page)
    look()
    assert found == []
