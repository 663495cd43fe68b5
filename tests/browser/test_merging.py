"""A reviewer merges two officials by keyboard and undoes it by mouse; the pages fit small screens in both themes."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from people.models import Merge, Official
from tests.browser.conftest import BOTH
from tests.desk import admin_url
from tests.factories import make_appearance, make_article, make_meeting, make_mention, make_official, make_province
from tests.staff import login, make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def two() -> tuple[Official, Official]:
    province = make_province()
    people = [make_official(name, province=province) for name in ("Lê Văn Tám", "Lê Văn Tam")]
    for official in people:
        article = make_article(f"Ông {official.name}, Chủ tịch UBND tỉnh, chủ trì cuộc họp.")
        make_mention(official, article)
        make_appearance(make_meeting(articles=[article]), official, article=article, quote=official.name)
    return people[0], people[1]


@pytest.fixture
def desk(page: Page, base_url: str) -> Page:
    """A page of a reviewer who is in."""
    client = login(Client(), make_reviewer())
    page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": base_url}])
    return page


@BOTH
def test_two_are_merged_by_keyboard_and_parted_by_mouse(desk: Page, two: tuple[Official, Official]) -> None:
    keep, drop = two
    desk.goto(admin_url(Official, "duplicates"))
    desk.get_by_role("link", name="So sánh Lê Văn Tám, Lê Văn Tam").focus()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Có phải là một?")).to_be_visible()
    expect(desk.locator(".thing-quote mark")).to_have_text(["Lê Văn Tám", "Lê Văn Tam"])
    desk.get_by_label("Lý do").focus()
    desk.keyboard.type("thiếu dấu trong một bài")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("button", name="Là một: gộp vào số")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator(".success")).to_contain_text("Đã gộp “Lê Văn Tam”")
    assert Merge.objects.get().reason == "thiếu dấu trong một bài"

    desk.goto(drop.get_absolute_url())
    assert desk.url.endswith(keep.get_absolute_url())

    desk.goto(admin_url(keep, "change"))
    desk.get_by_role("link", name="Hủy lần gộp").click()
    desk.get_by_label("Lý do").fill("hai người khác nhau")
    desk.get_by_role("button", name="Hủy lần gộp").click()
    expect(desk.locator(".success")).to_contain_text("lại là hai bản ghi")
    assert [o.appearances.count() for o in Official.objects.published().order_by("pk")] == [1, 1]
    desk.goto(drop.get_absolute_url())
    expect(desk.get_by_role("heading", name="Lê Văn Tam", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_fit_the_screen(desk: Page, two: tuple[Official, Official], width: int, scheme: str) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    desk.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in (
        admin_url(Official, "duplicates"),
        admin_url(Official, "compare", two[0].pk, two[1].pk),
        admin_url(two[0], "resembling"),
        f"/admin/meetings/appearance/move/{two[0].pk}/",
    ):
        desk.goto(address)
        beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert desk.evaluate(beyond) <= 0, address
