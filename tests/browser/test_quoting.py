"""A quotation is copied with its source by one button, and stands there to be chosen where no script runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import BOTH
from tests.meetings.views.pages import TASK, make_scene

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_quotation_is_copied_with_source_and_address(page: Page, context: BrowserContext, base_url: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    directive = make_scene().directive
    page.goto(directive.get_absolute_url())
    page.get_by_text("Trích dẫn", exact=True).press("Enter")
    page.get_by_role("button", name="Chép kèm nguồn").press("Enter")
    expect(page.get_by_role("status").get_by_text("Đã chép")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert TASK in copied
    assert "Báo Nghệ An, 14/11/2024" in copied
    assert f"{base_url}{directive.get_absolute_url()}" in copied


@BOTH
def test_the_words_searched_for_stay_to_the_text(page: Page, javascript: bool) -> None:
    make_scene()
    page.goto("/tim-kiem/?q=so+y+te")
    page.locator("#directives a").first.click()
    expect(page.locator("h1 .found")).to_have_text("Sở Y tế")
    page.get_by_text("Trích dẫn", exact=True).click()
    expect(page.locator(".evidence .cite-text")).to_contain_text("Báo Nghệ An")
    assert page.get_by_role("button", name="Chép kèm nguồn").count() == int(javascript)
    page.get_by_role("link", name="Xem trong nguyên văn").click()
    expect(page.locator("#text .found").first).to_have_text("Sở Y tế")
    expect(page.locator("#text .words:target")).to_be_in_viewport()


@BOTH
@pytest.mark.parametrize(
    ("typed", "group", "marked"),
    [("thu ngan sach", "targets", "thu ngân sách"), ("Nghị quyết 57", "documents", "57")],
    ids=["figure without accents", "document with accents"],
)
def test_the_words_stay_from_a_figure_and_a_document_to_the_text(
    page: Page, javascript: bool, typed: str, group: str, marked: str
) -> None:
    make_scene()
    page.goto("/")
    page.fill("#home-q", typed)
    page.press("#home-q", "Enter")
    page.locator(f"#{group} h3 a").first.click()
    expect(page.locator("h1 .found").first).to_contain_text(marked, ignore_case=True)
    page.get_by_role("link", name="Xem trong nguyên văn").first.click()
    expect(page.locator("#text .found", has_text=marked).first).to_be_visible()
    expect(page.locator("#text .words:target").first).to_be_in_viewport()
