"""A reviewer at the desk: chooses, picks a day, adds a row and saves; nothing breaks the site's CSP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from meetings.models import Directive
from tests.desk import admin_url
from tests.factories import make_article, make_directive, make_meeting, make_official, make_organization, make_province
from tests.staff import make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Chủ tịch UBND tỉnh yêu cầu Sở Tài chính trình phương án trước ngày 15/4."


@pytest.fixture
def directive() -> Directive:
    province = make_province("Nghệ An")
    make_official("Lê Hồng Vinh", province=province)
    make_organization("Sở Tài chính", province=province)
    meeting = make_meeting(province=province)
    evidence: dict[str, Any] = {"article": make_article(TEXT), "quote": "trình phương án"}
    return make_directive(meeting, "Sở Tài chính trình phương án", assigner=None, **evidence)


@pytest.fixture
def desk(page: Page, sign_in: Callable[[User], None]) -> Page:
    """A page of a reviewer who has logged in."""
    sign_in(make_reviewer(username="reviewer"))
    page.goto("/admin/")
    expect(page.get_by_role("heading", name="Việc cần xem", exact=True)).to_be_visible()
    return page


def test_a_directive_is_corrected_with_every_widget(desk: Page, directive: Directive) -> None:
    desk.goto(admin_url(directive, "change"))
    expect(desk.locator(".passage mark")).to_have_text("trình phương án")

    desk.locator(".fieldBox.field-assigner .select2-selection").first.click()
    desk.locator(".select2-search__field").fill("hong vinh")
    desk.get_by_role("option", name="Lê Hồng Vinh (Nghệ An)").click()

    desk.locator(".fieldBox.field-deadline_to .datetimeshortcuts a").last.click()
    desk.locator(".calendarbox:visible .calendar td a").first.click()

    desk.locator("#assignments-group .add-row a").click()
    row = desk.locator("#assignments-0")
    row.locator("[name$=words]").fill("Sở Tài chính")
    row.locator(".select2-selection").first.click()
    desk.locator(".select2-search__field").fill("so tai chinh")
    desk.get_by_role("option", name="Sở Tài chính (Nghệ An)").click()

    desk.get_by_role("button", name="Lưu và tiếp tục chỉnh sửa").click()
    expect(desk.locator(".success")).to_be_visible()
    expect(desk.locator(".field-assigner .reading-differs")).to_be_visible()
    directive.refresh_from_db()
    assert str(directive.assigner) == "Lê Hồng Vinh"
    assert directive.deadline_to is not None
    assert directive.deadline_to.day == 1
    assert str(directive.assignments.get().organization) == "Sở Tài chính"

    desk.locator(".field-assigner").get_by_label("Trả về cho máy đọc").check()
    with desk.expect_navigation():  # a click alone does not wait for what it sends
        desk.get_by_role("button", name="Lưu và xác nhận").click()
    directive.refresh_from_db()
    assert (directive.assigner, directive.state) == (None, "confirmed")


def test_records_are_rejected_from_the_list_and_restored_from_their_history(desk: Page, directive: Directive) -> None:
    desk.goto(admin_url(Directive, "changelist"))
    desk.locator("#result_list .action-select").first.check()
    desk.locator("select[name=action]").select_option("reject_selected")
    desk.get_by_role("button", name="Đi đến").click()
    desk.get_by_label("Lý do").fill("Câu của phóng viên")
    desk.get_by_role("button", name="Bác bỏ").click()
    expect(desk.locator("#result_list .mark-rejected")).to_be_visible()

    desk.goto(admin_url(directive, "history"))
    expect(desk.get_by_text("Câu của phóng viên")).to_be_visible()
    desk.locator("#change-history tbody a").last.click()
    with desk.expect_navigation():  # a click alone does not wait for what it sends
        desk.get_by_role("button", name="Lấy lại phiên bản này").click()
    directive.refresh_from_db()
    assert directive.state == "read"


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_the_screen_in_both_themes(desk: Page, directive: Directive, width: int, scheme: str) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    desk.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    directive.strength = "note"
    directive.save()
    for address in ("/admin/", admin_url(Directive, "changelist"), admin_url(directive, "change")):
        desk.goto(address)
        beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert desk.evaluate(beyond) <= 0, address
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    words, ground = desk.locator(".passage mark").evaluate(colours)
    assert contrast(words, ground) >= 4.5
    words, ground = desk.locator(".field-strength .reading-mark").evaluate(colours)
    assert contrast(words, ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two CSS colours `rgb(…)`, as WCAG measures it."""

    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)
