"""Every kind of answer, whatever gives it, tells browsers the same strict things; no page needs what they forbid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.test import Client, override_settings
from django.urls import reverse

from config.unavailable import DOOR
from people.freshness.pages import PAGES as REMEMBERED
from tests.config.test_settings import HEADERS, production
from tests.public_pages import LANGUAGES, addresses, make_public_scene
from tests.staff import login, make_administrator

pytestmark = pytest.mark.django_db
POLICY = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "connect-src 'self'",
    "manifest-src 'self'", "img-src 'self' data:", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
}  # fmt: skip
INLINE = (
    r"<style\b|\sstyle=|\son[a-z]+=|[\"']javascript:|<script(?![^>]*\b(?:src=|type=\"application/(?:ld\+)?json))[ >]"
)
FAILING = "meetings.views.home.Meeting.objects.published"


@pytest.fixture
def client() -> Iterator[Client]:
    """As somebody asks through the proxy of a site that speaks https."""
    with production():
        yield Client(HTTP_X_FORWARDED_PROTO="https", raise_request_exception=False)
    DOOR.open()


def missing(answer: Any) -> list[str]:
    """What an answer lacks."""
    found = {name: answer.headers.get(name) for name in HEADERS}
    policy = {*answer.headers.get("Content-Security-Policy", "").split("; ")}
    lacks = [name for name in HEADERS if found[name] != HEADERS[name]]
    lacks += ["Content-Security-Policy"] if policy != POLICY else []
    others = "Permissions-Policy", "Cross-Origin-Resource-Policy", "X-Request-ID"
    return lacks + [name for name in others if name not in answer]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_page(client: Client, language: str) -> None:
    for name, address in addresses(make_public_scene(), language).items():
        answer = client.get(address)
        assert missing(answer) == [], name
        assert re.findall(INLINE, answer.content.decode()) == [], name


def test_every_kind_of_page_of_the_desk(client: Client) -> None:
    make_public_scene()
    login(client, make_administrator(is_superuser=True))
    of_meetings = "admin:meetings_meeting_changelist", "admin:meetings_meeting_add"
    names = "admin:index", *of_meetings, "review:queue", "accounts:account"
    for address in (*map(reverse, names), *(f"/admin/{path}/" for path in ("login", "password_change", "no/such"))):
        answer = client.get(address)
        assert missing(answer) == [], address
        assert re.findall(INLINE, answer.content.decode()) == [], address
        for cookie in answer.cookies.values():
            assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax"), address


def test_the_cookie_of_a_session(client: Client) -> None:
    make_administrator(username="lan")
    client.post("/admin/login/", {"username": "lan", "password": "một mật khẩu dài"})
    cookie = client.cookies["sessionid"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")


def test_a_remembered_page_and_one_that_is_known(client: Client) -> None:
    with override_settings(PAGE_MEMORY=1_000_000), patch.object(REMEMBERED, "keep", wraps=REMEMBERED.keep) as keep:
        first = client.get("/cuoc-hop/")
        again = client.get("/cuoc-hop/")
        known = client.get("/cuoc-hop/", headers={"If-None-Match": first.headers["ETag"]})
    assert keep.call_count == 1
    assert [answer.status_code for answer in (first, again, known)] == [200, 200, 304]
    assert [missing(answer) for answer in (first, again, known)] == [[], [], []]
    assert first.headers["X-Request-ID"] != again.headers["X-Request-ID"]


@pytest.mark.parametrize(("error", "status"), [(ValueError("broken"), 500), (OperationalError("away"), 503)])
def test_errors(client: Client, error: Exception, status: int) -> None:
    with patch(FAILING, side_effect=error):
        answer = client.get("/")
    assert (answer.status_code, missing(answer)) == (status, [])


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("post", "/admin/login/", 403),  # by whom no form was given
        ("put", "/cuoc-hop/", 403),
        ("get", "/cuoc-hop/danh-sach.xlsx", 200),
        ("get", "/cuoc-hop/danh-sach.json", 200),
        ("get", "/sitemap.xml", 200),
        ("options", "/api/v1/meetings", 200),
        ("get", "/readyz", 200),
    ],
)
def test_whatever_is_asked(method: str, address: str, status: int) -> None:
    with production():
        client = Client(HTTP_X_FORWARDED_PROTO="https", enforce_csrf_checks=True)
        answer = getattr(client, method)(address)
    answer.close()  # of files, few are made at once
    assert (answer.status_code, missing(answer)) == (status, [])


def test_another_host_and_plain_http(client: Client) -> None:
    assert missing(client.get("/", headers={"Host": "evil.example"})) == []
    with override_settings(SECURE_SSL_REDIRECT=True):
        answer = Client().get("/cuoc-hop/?a=1")
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/cuoc-hop/?a=1")


def test_a_static_file(client: Client, tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a {}")
    with override_settings(STATIC_ROOT=tmp_path, WHITENOISE_AUTOREFRESH=True):
        client = Client(HTTP_X_FORWARDED_PROTO="https")
        answer = client.get("/static/a.css")
    assert (answer.status_code, missing(answer)) == (200, [])
    assert b"".join(answer) == b"a {}"
