"""The pages on meetings in a browser: words and records lead to each other, filters open, the theme is the reader's."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BOTH
from tests.meetings.views.pages import Scene, make_scene

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scene() -> Scene:
    """A meeting with one record of each kind."""
    return make_scene()


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


def test_the_keyboard_reaches_the_content_at_once(page: Page, scene: Scene) -> None:
    page.goto(scene.meeting.get_absolute_url())
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
