"""A visitor reports a mistake, with JavaScript and without; an editor settles it; a reader sees what was set right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from meetings.models import Directive
from people.mistakes.forms import LEAST_SECONDS
from people.models import MistakeReport
from tests.browser.axe import violations
from tests.browser.conftest import BOTH
from tests.desk import admin_url
from tests.factories import make_mistake
from tests.meetings.views.pages import make_scene
from tests.staff import make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)
WRONG = "Đúng ra là Sở Y tế chủ trì."


@pytest.fixture
def directive() -> Directive:
    return make_scene().directive


@pytest.fixture
def corrected(directive: Directive) -> Directive:
    directive.strength = "note"
    directive.save()
    return directive


def send(page: Page) -> None:
    page.wait_for_timeout(1000 * LEAST_SECONDS + 1100)  # ms; stamps count whole seconds
    page.get_by_role("button", name="Gửi ban biên tập").click()


@BOTH
def test_a_visitor_reports_a_mistake_in_a_task(page: Page, directive: Directive, javascript: bool) -> None:
    page.goto(directive.meeting.get_absolute_url())
    page.locator(f"#directive-{directive.pk}").get_by_role("link", name=re.compile("^Báo sai")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Báo sai")
    expect(page.get_by_label("Những từ bạn muốn nói tới")).to_have_value(directive.quote)
    page.get_by_label("Những từ bạn muốn nói tới").fill("Sở Tài chính chủ trì")
    page.get_by_label("Có thể tra ở đâu").fill("57-NQ/TW")
    send(page)
    expect(page.get_by_label("Sai ở đâu")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Những từ bạn muốn nói tới")).to_have_value("Sở Tài chính chủ trì")
    page.get_by_role("link", name="Sai ở đâu").click()
    page.get_by_label("Sai ở đâu").fill(WRONG)
    page.get_by_role("button", name="Gửi ban biên tập").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cảm ơn bạn đã báo sai")
    report = MistakeReport.objects.get()
    assert (report.record, report.words, report.what_is_wrong) == (directive, "Sở Tài chính chủ trì", WRONG)
    page.get_by_role("link", name="Trở lại bản ghi").click()
    expect(page).to_have_url(re.compile(directive.get_absolute_url()))


def test_a_keyboard_meets_no_trap(page: Page, directive: Directive) -> None:
    page.goto(f"/bao-sai/directive/{directive.pk}/")
    page.get_by_label("Có thể tra ở đâu").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Gửi ban biên tập")).to_be_focused()
    expect(page.locator("[name=homepage]")).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(page: Page, corrected: Directive, theme: Any) -> None:
    page.emulate_media(color_scheme=theme)
    form = f"/bao-sai/directive/{corrected.pk}/"
    found = []
    for address in (form, f"{form}cam-on/", corrected.get_absolute_url(), corrected.meeting.get_absolute_url()):
        page.goto(address)
        if address == form:
            page.get_by_label("Những từ bạn muốn nói tới").fill("")
            page.get_by_role("button", name="Gửi ban biên tập").click()
            expect(page.get_by_role("alert")).to_be_visible()
        for line in page.locator("details.revision summary").all():
            line.click()
        found += [(address, *violation) for violation in violations(page)]
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        page.set_viewport_size({"width": 1280, "height": 800})
    assert found == []


@BOTH
def test_a_reader_opens_what_the_machine_had_read(page: Page, corrected: Directive, javascript: bool) -> None:
    page.goto(corrected.meeting.get_absolute_url())
    task = page.locator(f"#directive-{corrected.pk}")
    reading = task.locator("dd", has_text="Yêu cầu")
    expect(reading).to_be_hidden()
    task.locator(".evidence").get_by_text("đã hiệu đính ngày").click()
    expect(reading).to_be_visible()


def test_a_reviewer_settles_a_report_and_takes_a_change_back(
    page: Page, sign_in: Callable[[User], None], directive: Directive
) -> None:
    report = make_mistake(directive, WRONG)
    sign_in(make_reviewer())
    page.goto("/admin/")
    page.get_by_role("link", name="Báo sai của người đọc").first.click()
    page.locator("#result_list").get_by_role("link", name=WRONG).click()
    page.get_by_role("link", name="Sửa bản ghi").click()
    page.get_by_label("Cách giao").select_option("note")
    page.get_by_label("Lý do").fill("Người đọc báo")
    page.get_by_role("button", name="Lưu và tiếp tục chỉnh sửa").click()
    latest = page.locator(".latest-versions tbody tr").first
    expect(latest).to_contain_text("Người đọc báo")

    page.goto(admin_url(report, "change"))
    page.get_by_role("button", name="Đã sửa theo").click()
    expect(page.locator(".success")).to_be_visible()
    report.refresh_from_db()
    assert report.state == "accepted"

    page.goto(admin_url(directive, "change"))
    page.get_by_role("button", name=re.compile("^Lấy lại phiên bản này")).first.click()
    expect(page.locator(".success")).to_be_visible()
    directive.refresh_from_db()
    assert directive.strength == "order"


@pytest.mark.parametrize("width", [375, 1280])
def test_the_desk_s_pages_fit_the_screen(
    page: Page, sign_in: Callable[[User], None], corrected: Directive, width: int
) -> None:
    report = make_mistake(corrected, WRONG, source="https://example.vn/" + "dài" * 60)
    sign_in(make_reviewer())
    page.set_viewport_size({"width": width, "height": 800})
    for address in (
        admin_url(report, "change"),
        admin_url(MistakeReport, "changelist"),
        admin_url(corrected, "change"),
    ):
        page.goto(address)
        beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(beyond) <= 0, address
