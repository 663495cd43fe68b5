"""Every kind of page, looked at as one visitor sees it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.axe import COLOURS, RULES, violations
from tests.public_pages import addresses, make_public_scene

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Captions that are squeezed into a column: of a table that is shown as blocks they must be one, too.
SQUEEZED = """Array.from(document.querySelectorAll("caption:not(.visually-hidden)"))
    .filter(caption => caption.offsetWidth < caption.parentElement.offsetWidth / 2)
    .map(caption => caption.textContent)"""
# Without scripts, the page's own are kept away: axe is one itself, and waits for ever where none may run.
WITH_AND_WITHOUT_SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["javascript", "no-javascript"])
THEMES = ("light", "dark")
# Without scripts a page has the same colours, and the same elements in either language.
WITHOUT_SCRIPTS = {"vi": ("light",), "en": ()}


def faults(page: Page, language: str, scripts: bool) -> list[Any]:
    """By name what axe finds on each page in either theme, how much one is wider than a screen, squeezed captions."""
    if not scripts:
        page.route("**/*.js", lambda route: route.abort())
    found: list[Any] = []
    for name, address in addresses(make_public_scene(), language).items():
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(address)
        for theme in THEMES if scripts else WITHOUT_SCRIPTS[language]:
            # No colour is looked at while it changes.
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
            rules = RULES if theme == THEMES[0] else COLOURS
            found += [(name, theme, *violation) for violation in violations(page, rules=rules)]
        for width in (320, 768):
            page.set_viewport_size({"width": width, "height": 800})
            if (excess := page.evaluate(OVERFLOW)) > 0:
                found.append((name, width, excess))
            found += [(name, width, caption) for caption in page.evaluate(SQUEEZED)]
    return found
