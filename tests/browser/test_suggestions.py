"""Suggestions by keyboard: the combobox pattern, in a field that is a plain search without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import BOTH
from tests.meetings.views.pages import Scene, make_scene

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def scene() -> Scene:
    return make_scene()


@pytest.mark.parametrize("address", ["/", "/cuoc-hop/"])
def test_a_record_is_chosen_by_keyboard(page: Page, scene: Scene, address: str) -> None:
    page.goto(address)
    field = page.get_by_role("combobox")
    field.press_sequentially("hong vinh")
    option = page.get_by_role("option", name="Lê Hồng Vinh")
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "-")
    expect(field).to_be_focused()
    field.press("Enter")
    expect(page).to_have_url(re.compile(scene.official.get_absolute_url()))


def test_escape_closes_and_enter_without_a_choice_searches(page: Page, scene: Scene) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("hong")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("hong")
    field.press("ArrowUp")
    expect(page.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_count(0)
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=hong$"))


def test_leaving_the_field_closes_the_list_and_the_mouse_follows_a_link(page: Page, scene: Scene) -> None:
    page.goto("/cuoc-hop/")
    field = page.get_by_role("combobox")
    field.press_sequentially("hong vinh")
    expect(page.get_by_role("listbox")).to_be_visible()
    field.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.focus()
    page.get_by_role("option", name="Lê Hồng Vinh").click()
    expect(page).to_have_url(re.compile(scene.official.get_absolute_url()))


@BOTH
def test_the_field_searches_with_script_and_without(page: Page, scene: Scene, javascript: bool) -> None:
    page.goto("/")
    page.fill("#home-q", "hong vinh")
    page.press("#home-q", "Enter")
    expect(page.locator("h1")).to_contain_text("hong vinh")


def test_an_indicator_is_chosen_as_one_types_and_leads_to_its_comparison(page: Page, scene: Scene) -> None:
    page.goto("/so-sanh/chi-tieu/")
    field = page.get_by_role("main").get_by_role("combobox")
    field.press_sequentially("ngan sach")
    expect(page.get_by_role("option", name="thu ngân sách")).to_be_visible()
    assert violations(page) == []
    field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"\?indicator=thu"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Thu ngân sách")


@BOTH
def test_an_indicator_is_found_with_script_and_without(page: Page, scene: Scene, javascript: bool) -> None:
    page.goto("/so-sanh/chi-tieu/")
    page.fill("#id_q", "ngan sach")
    page.press("#id_q", "Enter")
    page.get_by_role("main").get_by_role("link", name="thu ngân sách").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thu ngân sách")
