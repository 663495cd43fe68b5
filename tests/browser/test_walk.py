"""The walk of a reader who has never been here: from home to an official, with JavaScript and without."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from meetings.models import Meeting
from tests.browser.conftest import BOTH

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _sample() -> None:
    """The sample texts, read by the real extractor."""
    call_command("load_articles", "--no-progress", stdout=StringIO())


@BOTH
def test_from_home_to_an_official(page: Page, javascript: bool) -> None:
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Cuộc họp").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cuộc họp")
    results = page.locator("#results")
    all_meetings = Meeting.objects.count()
    expect(results).to_contain_text(f"{all_meetings} cuộc họp")

    # The count beside a facet's value is the number of meetings that choosing it leaves.
    option = page.locator("#filters li", has=page.get_by_text("Nghệ An", exact=True)).first
    promised = int(option.locator(".count").inner_text())
    assert 0 < promised < all_meetings
    option.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"province=nghe-an"))
    expect(results).to_contain_text(f"{promised} cuộc họp")

    # A meeting, and in it a task beside its words: the link leads to the words, and the words lead back.
    title = page.locator(".record h2 a, .record h3 a").last
    name = title.inner_text()
    title.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    task = page.locator(".task").first
    task_id = task.get_attribute("id")
    task.get_by_role("link", name="Xem trong nguyên văn").click()
    expect(page).to_have_url(re.compile(rf"#w-{task_id}$"))
    words = page.locator(f"[id='w-{task_id}']")
    expect(words).to_be_in_viewport()
    assert words.inner_text().strip()[:20] in task.locator(".task-text").inner_text()
    page.locator(f"a[href$='#{task_id}']").first.click()
    expect(task).to_be_in_viewport()

    # Who gave it, and what else he did.
    giver = task.locator("a[href*='/can-bo/']").first
    giver_name = giver.inner_text()
    giver.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(giver_name)

    # The same official, typed without accents.
    search = page.get_by_role("search").first.locator("input[name=q]")
    search.fill("le hong vinh")
    search.press("Enter")
    expect(page).to_have_url(re.compile(r"/tim-kiem/\?.*q=le\+hong\+vinh"))
    page.get_by_role("link", name="Lê Hồng Vinh", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lê Hồng Vinh")
    expect(page.get_by_role("main")).to_contain_text("Chủ tịch UBND tỉnh")
    expect(page.get_by_role("main")).to_contain_text("Phó Chủ tịch Thường trực UBND tỉnh")


def test_the_same_page_in_english(page: Page) -> None:
    page.goto("/cuoc-hop/")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/meetings/$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Meetings")


def test_the_keyboard_reaches_the_content_first(page: Page) -> None:
    page.goto("/cuoc-hop/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#\w+"))
    target = page.url.split("#")[1]
    expect(page.locator(f"#{target}")).to_have_count(1)
    assert page.locator(f"#{target}").evaluate("node => node.matches('main')")
