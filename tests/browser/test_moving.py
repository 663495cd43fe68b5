"""An editor moves a task to another organization, chosen as he types or, without a script, by the button that finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from meetings.models import Assignment
from people.models import Organization
from tests.browser.axe import violations
from tests.browser.conftest import BOTH
from tests.desk import admin_url
from tests.factories import make_article, make_directive, make_meeting, make_organization, make_province
from tests.staff import make_editor

pytestmark = pytest.mark.django_db(transaction=True)

FINANCE = "Sở Tài chính"


@pytest.fixture
def two() -> tuple[Organization, Organization]:
    """Sở Tài chính of Nghệ An, told to act twice, and that of Sơn La."""
    here, there = (make_organization(FINANCE, province=make_province(name)) for name in ("Nghệ An", "Sơn La"))
    for task in ("trình phương án thu", "rà soát giá đất"):
        article = make_article(f"UBND tỉnh họp. Giao {FINANCE} {task}.")
        make_directive(make_meeting(articles=[article]), task, article=article, quote=task, assignees=[here])
    return here, there


@pytest.fixture
def desk(page: Page, sign_in: Callable[[User], None]) -> Page:
    """A page of an editor who is in."""
    sign_in(make_editor())
    return page


def choose(desk: Page, javascript: bool) -> None:
    if javascript:
        desk.get_by_role("combobox", name="Chọn").click()
        desk.locator(".select2-search__field").fill("so tai chinh")
        desk.get_by_role("option", name="Sở Tài chính (Sơn La)").click()
    else:
        desk.get_by_label("Tên hoặc số").fill("so tai chinh")
        desk.keyboard.press("Enter")
        desk.get_by_role("radio", name="Sơn La").check()


@BOTH
def test_a_task_moves_to_the_organization_found(
    desk: Page, two: tuple[Organization, Organization], javascript: bool
) -> None:
    here, there = two
    desk.goto(admin_url(here, "change"))
    desk.get_by_role("link", name="Chuyển nhiệm vụ, cuộc họp").click()
    desk.get_by_label("rà soát giá đất").check()
    desk.get_by_label("Lý do").fill("của tỉnh bạn")
    choose(desk, javascript)
    expect(desk.get_by_label("rà soát giá đất")).to_be_checked()
    expect(desk.get_by_label("Lý do")).to_have_value("của tỉnh bạn")
    desk.get_by_role("button", name="Xem những gì sẽ chuyển").click()
    expect(desk.locator(".moving li")).to_have_text(["1 nhiệm vụ được giao"])
    expect(desk.locator("#decide")).to_be_in_viewport()
    desk.get_by_role("button", name="Chuyển", exact=True).click()
    expect(desk.locator(".success")).to_contain_text(f"số {there.pk}")
    told: Any = Assignment.objects.order_by("pk").values_list("organization", flat=True)
    assert list(told) == [here.pk, there.pk]


@BOTH
def test_another_record_is_found_to_compare(
    desk: Page, two: tuple[Organization, Organization], javascript: bool
) -> None:
    desk.goto(admin_url(two[0], "resembling"))
    choose(desk, javascript)
    desk.get_by_role("button", name="So sánh").click()
    expect(desk.get_by_role("heading", name="Có phải là một?")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_the_screen_and_is_accessible(
    desk: Page, two: tuple[Organization, Organization], width: int, scheme: str, complaints: list[str]
) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    desk.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    # As it is where no script runs: axe is a script itself.
    desk.route("**/other*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    desk.goto(admin_url(Assignment, "move", two[0].pk))
    desk.get_by_label("Tên hoặc số").fill("sở")
    desk.get_by_role("button", name="Tìm", exact=True).click()
    expect(desk.locator(".other-found li")).to_have_count(2)
    beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert desk.evaluate(beyond) <= 0
    assert violations(desk, "#content-main") == []
    complaints.clear()  # what axe itself did with styles
