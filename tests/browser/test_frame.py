"""The frame the walks stand on: a live page opens, its style sheets load, and the browser reports what is amiss."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import BOTH

pytestmark = pytest.mark.django_db(transaction=True)


@BOTH
def test_the_admin_opens_under_the_content_security_policy(page: Page, javascript: bool) -> None:
    answer = page.goto("/admin/")
    assert answer is not None
    assert answer.ok
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    expect(page.locator("input[name=username]")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "vi")


def test_an_inline_script_is_stopped_and_told_of(page: Page, complaints: list[str]) -> None:
    page.goto("/admin/")
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "inline"';
        document.body.append(script);
    }""")
    assert page.title() != "inline"
    assert ["Content Security Policy" in complaint for complaint in complaints] == [True]
    complaints.clear()
