"""A time is chosen on a strip of bars: by dragging where scripts run, by links and fields where they do not."""

from __future__ import annotations

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import BOTH
from tests.factories import make_meeting, make_province
from tests.meetings.views.pages import make_scene

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _meetings() -> None:
    province = make_province("Nghệ An")
    for month in range(1, 7):
        make_meeting(f"Phiên họp tháng {month}", date=datetime.date(2025, month, 10), province=province)


def test_dragging_across_bars_chooses_their_days_and_keeps_the_filters(page: Page) -> None:
    page.goto("/cuoc-hop/?province=nghe-an")
    bars = page.locator("#held .bar")
    start, end = (bars.filter(has_text=re.compile(f"tháng.{month}/2025: 1")).bounding_box() for month in (2, 4))
    assert start is not None
    assert end is not None
    y = start["y"] + start["height"] / 2
    page.mouse.move(start["x"] + start["width"] / 2, y)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, y, steps=5)
    expect(page.locator("#held .bar-dragged")).to_have_count(3)
    expect(page.locator("#held .chart-chosen")).to_have_text(re.compile("^tháng.2/2025 – tháng.4/2025: 3$"))
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"since=2025-02-01&until=2025-04-30$"))
    expect(page).to_have_url(re.compile("province=nghe-an"))
    expect(page.locator(".records > .record")).to_have_count(3)
    expect(page.locator("#held .bar-in")).to_have_count(3)


def test_escape_leaves_the_list_as_it_is(page: Page) -> None:
    page.goto("/cuoc-hop/")
    box = page.locator("#held .chart-picture").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 60, steps=5)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator("#held .bar-dragged")).to_have_count(0)
    assert page.url.endswith("/cuoc-hop/")


@BOTH
def test_a_bar_and_a_row_of_the_table_lead_to_their_days(page: Page, javascript: bool) -> None:
    page.goto("/cuoc-hop/")
    page.locator("#held a.bar").nth(2).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("since=2025-03-01&until=2025-03-31$"))
    expect(page.locator(".records > .record")).to_have_count(1)
    page.locator("#held summary").click()
    page.locator("#held table").get_by_role("link", name=re.compile("tháng.5.2025")).click()
    expect(page).to_have_url(re.compile("since=2025-05-01&until=2025-05-31$"))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_too_wide(page: Page, theme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    scene = make_scene()
    for address in (
        "/cuoc-hop/?since=2025-02-01&until=2025-03-31",
        scene.finance.get_absolute_url(),
        "/van-ban/nam/2024/",
    ):
        page.goto(address)
        if tables := page.locator(".chart-table summary").all():
            tables[0].click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
