"""The pages on meetings in a browser: words and records lead to each other, nothing is too wide, axe finds nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import BOTH
from tests.factories import make_article, make_directive, make_meeting
from tests.meetings.views.pages import Scene, make_scene

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "Nghiêngngảnghiêngngả" * 12


@pytest.fixture
def scene() -> Scene:
    """A meeting with one record of each kind, and things with long names beside it."""
    made = make_scene()
    make_directive(made.meeting, f"Giao {LONG} thực hiện.", assignees=[LONG], deadline_text="sớm")
    make_meeting(f"Phiên họp {LONG}", body_name=LONG[:250])
    make_article(f"{LONG} không họp.", subject="other", detection_quote=LONG, detection_rule="no meeting told")
    return made


def addresses(scene: Scene) -> list[str]:
    """One page of each kind."""
    records = (scene.meeting, scene.directive, scene.target, scene.document, scene.article)
    lists = ("cuoc-hop", "nhiem-vu", "chi-tieu", "van-ban", "bai-viet")
    return [
        "/",
        *(f"/{name}/" for name in lists),
        "/cuoc-hop/?q=khongco&year=x",
        "/en/meetings/",
        "/khong-co-trang-nay/",
        *(record.get_absolute_url() for record in records),
    ]


@BOTH
def test_a_record_leads_to_its_words_and_the_words_to_the_record(page: Page, scene: Scene, javascript: bool) -> None:
    page.goto(scene.meeting.get_absolute_url())
    task = page.locator(f"#directive-{scene.directive.pk}")
    task.get_by_role("link", name="Xem trong nguyên văn").click()
    words = page.locator(f"#w-directive-{scene.directive.pk}")
    expect(words).to_be_in_viewport()
    expect(words).to_have_css("outline-style", "solid")
    words.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(f"#directive-{scene.directive.pk}$"))
    expect(task).to_be_in_viewport()
    expect(task).to_have_css("outline-style", "solid")


@BOTH
def test_on_a_small_screen_filters_wait_until_asked_for(page: Page, scene: Scene, javascript: bool) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto("/cuoc-hop/")
    filters = page.locator("#filters")
    expect(filters).to_be_hidden()
    page.locator(".show-filters").click()
    expect(filters).to_be_visible()
    filters.get_by_role("link", name="Nghệ An 1").click()
    expect(page.locator(".chip").first).to_contain_text("Nghệ An")
    expect(filters).to_be_hidden()
    expect(page.get_by_role("link", name=scene.meeting.title)).to_be_visible()


def test_the_theme_is_the_system_s_until_the_reader_chooses(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Nền sáng").click()
    light = page.evaluate(ground)
    assert light != dark
    page.goto("/cuoc-hop/")
    assert page.evaluate(ground) == light
    expect(page.get_by_role("button", name="Nền tối")).to_be_visible()


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_is_wider_than_the_screen(page: Page, scene: Scene, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for address in addresses(scene):
        page.goto(address)
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
            wide.append((address, needed))
    assert wide == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, scene: Scene, theme: Any) -> None:
    page.emulate_media(color_scheme=theme)
    found = []
    for address in addresses(scene):
        page.goto(address)
        found += [(address, *violation) for violation in violations(page)]
    assert found == []


def test_the_keyboard_reaches_the_content_at_once(page: Page, scene: Scene) -> None:
    page.goto(scene.meeting.get_absolute_url())
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
