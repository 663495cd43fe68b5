"""The ledger on A4, lying: head and source on each sheet, no row cut in two, each state in all its words."""

from __future__ import annotations

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from tests.factories import make_directive
from tests.meetings.views.pages import make_scene

pytestmark = pytest.mark.django_db(transaction=True)
DISPLAYED = "node => getComputedStyle(node).display"


def test_the_ledger_on_paper(page: Page) -> None:
    scene = make_scene()
    for number in range(30):
        make_directive(scene.meeting, f"Việc số {number}. " * 12, deadline_to=datetime.date(2024, 12, 1), order=number)
    page.goto("/nhiem-vu/ban-in/")
    expect(page.locator(".ledger .state-short").first).to_be_visible()
    expect(page.locator(".ledger .state-full").first).to_be_hidden()
    expect(page.locator(".ledger-key")).to_contain_text("chưa thấy tin về kết quả (tính đến 14/11/2024)")
    expect(page.locator(".ledger-imprint")).to_be_hidden()

    page.emulate_media(media="print")
    expect(page.locator(".ledger .state-short").first).to_be_hidden()
    expect(page.locator(".ledger .state-full").first).to_be_visible()
    expect(page.locator(".ledger-key")).to_be_hidden()
    expect(page.locator(".site-head")).to_be_hidden()
    # What browsers repeat on each sheet.
    assert page.locator(".ledger thead").evaluate(DISPLAYED) == "table-header-group"
    assert page.locator(".ledger .ledger-imprint").evaluate(DISPLAYED) == "table-footer-group"
    expect(page.locator(".ledger-imprint")).to_contain_text(
        re.compile(r"Nguồn: Việc Tỉnh.*In ngày \d\d/\d\d/\d{4}.*http")
    )
    rows = page.locator(".ledger-row")
    cut = rows.evaluate_all("rows => rows.filter(row => getComputedStyle(row).breakInside !== 'avoid').length")
    assert (rows.count(), cut) == (31, 0)

    sheets = page.pdf(prefer_css_page_size=True)
    sizes = {tuple(map(round, map(float, box))) for box in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheets)}
    assert sizes == {(842, 595)}  # points: A4, lying
    assert len(re.findall(rb"/Type /Page\b", sheets)) > 2
