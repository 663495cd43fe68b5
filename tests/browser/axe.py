"""axe-core on a page, with the rules that every page of the site keeps."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


# Those that ask for colours: all that can be otherwise in another theme.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def violations(page: Page, context: str | None = None, rules: dict[str, Any] = RULES) -> list[tuple[str, str]]:
    """Each rule that the page breaks, or the part of it that the selector `context` names, and an element that does."""
    report = Axe().run(page, context=context, options=rules).response
    return [(found["id"], found["nodes"][0]["html"][:200]) for found in report["violations"]]
