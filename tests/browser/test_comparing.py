"""Two are chosen by name with and without a script, and stand side by side on every screen."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import BOTH
from tests.factories import make_appearance, make_directive, make_meeting, make_official, make_organization, make_role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def addresses() -> list[str]:
    """The pages with nobody, one, and two chosen, and with a name that many bear."""
    officials = [make_official(name) for name in ("Lê Hồng Vinh", "Trịnh Thanh Hải")]
    agencies = [make_organization(name) for name in ("Sở Tài chính", "Sở Nghiêngngảnghiêngngảnghiêngngả và Đầu tư")]
    meeting = make_meeting(date=datetime.date(2025, 11, 4))
    for official in officials:
        make_appearance(meeting, official, act="chairs")
        make_role(official, "Chủ tịch UBND tỉnh")
        make_directive(meeting, f"Việc của {official}.", assigner=official, assignees=agencies)
    two = f"?a={officials[0].pk}&b={officials[1].pk}"
    return [
        "/so-sanh/can-bo/",
        f"/so-sanh/can-bo/?a={officials[0].pk}&b=xyzzy",
        f"/so-sanh/can-bo/{two}",
        f"/en/compare/officials/{two}",
        "/so-sanh/co-quan/?a=so",
        f"/so-sanh/co-quan/?a={agencies[0].pk}&b={agencies[1].pk}",
    ]


@BOTH
def test_two_are_chosen_by_name(page: Page, addresses: list[str], javascript: bool) -> None:
    page.goto("/so-sanh/can-bo/")
    first = page.locator("#side-a")
    first.press_sequentially("hong vinh")
    if javascript:
        expect(page.get_by_role("option", name="Lê Hồng Vinh")).to_be_visible()
        first.press("ArrowDown")
    first.press("Enter")
    expect(page).to_have_url(re.compile(r"\?a=\d+$"))
    expect(page.locator(".side-a")).to_contain_text("Lê Hồng Vinh")
    second = page.locator("#side-b")
    second.fill("Trịnh Thanh Hải")
    second.press("Enter")
    expect(page).to_have_url(re.compile(r"\?a=\d+&b=\d+$"))
    expect(page.get_by_role("columnheader", name="Trịnh Thanh Hải").first).to_be_visible()
    page.get_by_role("link", name="Đổi bên").click()
    expect(page.locator(".side-a")).to_contain_text("Trịnh Thanh Hải")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_too_wide_and_axe_finds_nothing(page: Page, addresses: list[str], theme: Any) -> None:
    page.emulate_media(color_scheme=theme)
    found: list[Any] = []
    for address in addresses:
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(address)
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > 320:
            found.append((address, needed))
        found += [(address, *violation) for violation in violations(page)]
    assert found == []
