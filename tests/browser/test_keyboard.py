"""The keyboard on every kind of page: it reaches everything, and shows where it is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.public_pages import addresses, make_public_scene

pytestmark = pytest.mark.django_db(transaction=True)

INNER_STOPS = 4  # of a field for a day: its parts, and the button of the calendar, of which the browser draws the ring
# Who can be reached by the keyboard, as the browser sees it; a group of radio buttons is one stop.
REACHABLE = """() => {
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]");
  const groups = new Set();
  return [...all].filter(e => {
    if (e.disabled || e.tabIndex < 0 || e.type === "hidden") return false;
    if (!e.checkVisibility({visibilityProperty: true})) return false;
    if (e.type !== "radio") return true;
    const first = !groups.has(e.name);
    groups.add(e.name);
    return first;
  }).length;
}"""
# What has the focus: a number of its own, and whether anybody can see that it has it.
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  window.seenStops ??= new Map();
  if (!window.seenStops.has(e)) window.seenStops.set(e, window.seenStops.size);
  const box = e.getBoundingClientRect();
  const parts = e instanceof SVGElement ? [e, ...e.querySelectorAll("*")] : [e];
  const ringed = parts.map(p => getComputedStyle(p)).some(look =>
    look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 || look.boxShadow !== "none"
    || e instanceof SVGElement && look.stroke !== "none" && parseFloat(look.strokeWidth) >= 2);
  return {stop: window.seenStops.get(e), shown: ringed && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
          html: e.outerHTML.slice(0, 160)};
}"""


@pytest.mark.parametrize("width", [375, 1280])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    found: list[Any] = []
    for name, address in addresses(make_public_scene()).items():
        page.goto(address)
        wanted = page.evaluate(REACHABLE)
        shown: dict[tuple[str, int], bool] = {}
        for _press in range(wanted + INNER_STOPS * page.locator("input[type=date]").count() + 1):
            page.keyboard.press("Tab")
            if (at := page.evaluate(FOCUSED)) is None:
                break
            shown[at["html"], at["stop"]] = shown.get((at["html"], at["stop"])) or at["shown"]
        found += [(name, html) for (html, _stop), is_shown in shown.items() if not is_shown]
        if len(shown) < wanted:
            found.append((name, f"{len(shown)} of {wanted} reached"))
    assert found == []
