"""A reviewer at one article: by keys alone, by mouse, by touch, and without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from meetings.loading.runs import load
from meetings.models import Article, Directive
from people.corrections import State
from tests.browser.axe import violations
from tests.browser.conftest import BOTH
from tests.factories import make_article, make_directive, make_meeting, make_organization
from tests.staff import make_reviewer

pytestmark = pytest.mark.django_db(transaction=True)
SAMPLE = sorted((Path(__file__).parents[2] / "fixtures/articles").glob("*.txt"))[0]
TEXT = (
    "UBND tỉnh họp phiên tháng 3.\nSở Y tế rà soát thuốc trước ngày 15/4. Sở Tài chính trình phương án.\n"
    "Sở Nội vụ kiểm tra kỷ luật công vụ. Thu ngân sách đạt 12.500 tỷ đồng."
)


@pytest.fixture
def article() -> Article:
    article = make_article(TEXT)
    meeting = make_meeting(articles=[article])
    told = [make_organization("Sở Y tế")]
    make_directive(meeting, "Rà soát thuốc.", article=article, quote="rà soát thuốc", order=0, assignees=told)
    make_directive(meeting, "Trình phương án.", article=article, quote="trình phương án", order=1)
    return article


@pytest.fixture
def review(page: Page, sign_in: Callable[[User], None]) -> Callable[[Article], Page]:
    """Opens an article's page as a reviewer."""
    sign_in(make_reviewer())

    def open_page(article: Article) -> Page:
        page.goto(f"/admin/review/article/{article.pk}/")
        return page

    return open_page


def current(page: Page) -> str:
    return str(page.locator(".card[aria-current]").get_attribute("data-card"))


def said(page: Page, words: str) -> None:
    expect(page.locator("#said")).to_contain_text(words)


def seen(page: Page, number: int, of: int) -> None:
    expect(page.locator(".sheet-progress label")).to_have_text(f"Đã xem {number} trên {of} mục")


def test_a_whole_article_is_reviewed_by_keys_alone(review: Callable[[Article], Page]) -> None:
    assert load([SAMPLE]).failures == []
    article = Article.objects.get()
    page = review(article)
    keys = page.keyboard
    total = page.locator(".sheet-cards > section:not(.sheet-group-rejected) .card").count()
    seen(page, 0, total)

    keys.press("?")
    expect(page.get_by_text("sửa", exact=True)).to_be_visible()
    keys.press("Escape")

    keys.press("a")
    seen(page, 1, total)
    expect(page.locator(".card[aria-current]")).to_be_focused()

    # One is corrected in its place.
    keys.press("e")
    expect(page.locator("#form-head")).to_be_focused()
    keys.press("Tab")
    keys.press("Control+A")
    keys.type("Họp Thường trực Tỉnh ủy về cơ chế, chính sách")
    keys.press("Enter")
    said(page, "Đã sửa")
    assert article.meetings.get().title == "Họp Thường trực Tỉnh ủy về cơ chế, chính sách"

    # One is rejected, and that is taken back.
    page.locator(".card[aria-current]").focus()
    while not current(page).startswith("decision"):
        before = current(page)
        keys.press("j")
        expect(page.locator(f'.card[data-card="{before}"][aria-current]')).to_have_count(0)
    decision = current(page)
    keys.press("r")
    keys.type("Câu của phóng viên")
    keys.press("Enter")
    said(page, "Đã bác bỏ")
    expect(page.locator(".sheet-group-rejected .card")).to_have_count(1)
    keys.press("u")
    said(page, "Đã hoàn tác")
    expect(page.locator(".sheet-group-rejected .card")).to_have_count(0)
    assert current(page) == decision

    # What was missed is added from words of the text.
    keys.press("t")
    expect(page.locator("#add-words")).to_be_focused()
    keys.type("chính sách khuyến khích phong trào")
    words = page.locator("#add-words").input_value()
    text = " ".join(article.text.split())
    start = text.index("chính sách khuyến khích")
    page.locator("#add-words").fill(text[start : start + 60].rsplit(" ", 1)[0])
    assert words
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    expect(page.locator("#form-head")).to_be_focused()
    page.locator("#record-form [name=text]").focus()
    keys.press("Tab")
    for _ in range(20):
        if page.evaluate("document.activeElement.matches('.form-acts button')"):
            break
        keys.press("Tab")
    keys.press("Enter")
    said(page, "Đã thêm")
    assert Directive.objects.filter(extracted={}).get().state == State.CONFIRMED

    # The rest is right.
    page.locator(".card[aria-current]").focus()
    for _ in range(2 * total):
        left = page.locator(".sheet-cards .card [data-key=a]").count()
        if not left:
            break
        if page.locator(".card[aria-current] [data-key=a]").count():
            keys.press("a")
            expect(page.locator(".sheet-cards .card [data-key=a]")).to_have_count(left - 1)
        else:
            keys.press("j" if current(page) != page.locator(".card").last.get_attribute("data-card") else "k")
    seen(page, total + 1, total + 1)
    keys.press("n")
    expect(page.locator("#queue-number")).to_be_visible()
    assert not article.directives.filter(state=State.READ).exists()


def test_keys_can_be_turned_off(review: Callable[[Article], Page], article: Article) -> None:
    page = review(article)
    page.keyboard.press("?")
    page.get_by_label("Dùng phím tắt một chữ cái").uncheck()
    page.locator(".card[aria-current]").focus()
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("a")
    seen(page, 0, 4)
    assert Article.objects.get().state == State.READ


def test_what_is_typed_is_never_taken_for_keys(review: Callable[[Article], Page], article: Article) -> None:
    page = review(article)
    page.keyboard.press("t")
    page.keyboard.type("anrejkut")
    expect(page.locator("#add-words")).to_have_value("anrejkut")
    seen(page, 0, 4)


def test_words_are_chosen_with_the_mouse_and_lead_to_their_record(
    review: Callable[[Article], Page], article: Article
) -> None:
    page = review(article)
    task = Directive.objects.get(order=1)
    page.locator(f"#w-directive-{task.pk} a").click()
    expect(page.locator(f"#card-directive-{task.pk}")).to_have_attribute("aria-current", "true")
    expect(page.locator(f"#w-directive-{task.pk}")).to_have_class("words words-directive is-strong")

    page.locator("#press-text p").last.click(click_count=3)
    expect(page.locator("#add-words")).to_have_value(TEXT.splitlines()[-1])
    page.locator("#add-words").fill("kiểm tra kỷ luật công vụ")
    page.get_by_role("button", name="Tiếp tục").click()
    page.locator("#record-form").get_by_role("button", name="Lưu").click()
    said(page, "Đã thêm")
    added = Directive.objects.get(extracted={})
    assert (added.quote, TEXT[added.start : added.end]) == ("kiểm tra kỷ luật công vụ", "kiểm tra kỷ luật công vụ")


@BOTH
def test_every_act_works_with_a_script_and_without(
    review: Callable[[Article], Page], article: Article, javascript: bool
) -> None:
    page = review(article)
    task = Directive.objects.get(order=0)
    card = page.locator(f"#card-directive-{task.pk}")
    card.get_by_role("button", name="Đúng cả").click()
    said(page, "Đã xác nhận")
    page.get_by_role("button", name="Hoàn tác").click()
    said(page, "Đã hoàn tác")
    card.get_by_role("link", name=re.compile("Sửa.*Nhiệm vụ")).click()
    form = page.locator("#record-form")
    form.locator("[name=text]").fill("Rà soát thuốc thiết yếu.")
    form.get_by_role("button", name="Lưu").click()
    said(page, "Đã sửa")
    part = card.locator(f'[data-part="directive-{task.pk}"]')
    part.locator("summary", has_text="Bác bỏ").click()
    part.get_by_label("Lý do").fill("nhầm")
    part.get_by_role("button", name="Bác bỏ", exact=True).click()
    said(page, "Đã bác bỏ")
    task.refresh_from_db()
    assert (task.text, task.state) == ("Rà soát thuốc thiết yếu.", State.REJECTED)
    page.locator("#add > summary").click()
    page.locator("#add-words").fill("Sở Nội vụ kiểm tra")
    page.get_by_role("button", name="Tiếp tục").click()
    page.locator("#record-form").get_by_role("button", name="Lưu").click()
    said(page, "Đã thêm")


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_and_breaks_no_rule_of_accessibility(
    review: Callable[[Article], Page], article: Article, width: int, scheme: str, complaints: list[str]
) -> None:
    page = review(article)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.keyboard.press("e")
    expect(page.locator("#form-head")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert violations(page, "#sheet") == []
    complaints.clear()  # what axe itself did with styles
    if width < 1024:
        small = "e => e.map(b => b.getBoundingClientRect().height).filter(h => h && h < 43.5)"
        assert page.locator("#sheet button:visible, #sheet .sheet-link:visible").evaluate_all(small) == []
