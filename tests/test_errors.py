"""Error pages: in the site's dress, and those for a broken site without asking anything that may be broken."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest
from django.template.loader import get_template
from django.test import Client, RequestFactory, override_settings
from django.utils import translation
from django.views import defaults
from django.views.csrf import csrf_failure

from tests.languages import unmarked_english, unmarked_vietnamese


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/khong-co/")


def test_404_offers_a_search_and_asks_no_database(client: Client) -> None:
    answer = client.get("/khong-co-trang-nay/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "Không có trang này" in page
    assert 'type="search"' in page
    assert '<nav class="site-nav"' in page


def test_404_in_english(client: Client) -> None:
    page = client.get("/en/no-such-page/").content.decode()
    assert "There is no such page" in page
    assert '<html lang="en">' in page


@pytest.mark.parametrize(
    ("answer", "status", "said"),
    [
        (lambda r: defaults.permission_denied(r, PermissionDenied()), 403, "Bạn không có quyền xem trang này"),
        (lambda r: csrf_failure(r, "no cookie"), 403, "Biểu mẫu không được chấp nhận"),
        (lambda r: defaults.bad_request(r, SuspiciousOperation()), 400, "Yêu cầu không hợp lệ"),
        (lambda r: defaults.server_error(r), 500, "Trang gặp sự cố"),
    ],
)
def test_errors_are_in_the_site_s_dress(request_: HttpRequest, answer: Any, status: int, said: str) -> None:
    response = answer(request_)
    assert response.status_code == status
    page = response.content.decode()
    assert said in page
    assert "Việc Tỉnh" in page
    assert "site-head" in page


@pytest.mark.parametrize("name", ["400.html", "500.html", "503.html"])
def test_a_broken_site_can_still_say_so(name: str) -> None:
    """Without a request, a database (which this test may not touch) or the list of collected files."""
    manifest = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}
    with override_settings(STORAGES=manifest):
        page = get_template(name).render()
    assert 'href="/static/css/page.css"' in page
    assert "<script" not in page


@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html"])
@pytest.mark.parametrize(("language", "home"), [("vi", "/"), ("en", "/en/")])
def test_errors_are_in_the_reader_s_language_and_lead_on_in_it(
    request_: HttpRequest, name: str, language: str, home: str
) -> None:
    with translation.override(language):
        page = get_template(name).render({}, request_)
    assert f'<html lang="{language}">' in page
    assert page.count(f'href="{home}"') == (1 if name == "503.html" else 2), "the name of the site, and the way out"
    assert (unmarked_vietnamese if language == "en" else unmarked_english)(page) == []
