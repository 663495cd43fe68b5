"""The settings as a whole: fit for production, and for a visitor on plain http on the same machine."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.test import Client, override_settings

from tests.staff import code_of, make_device, make_editor

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SECRET_KEY": "kq7Zr0-pVn3_xYw8tLh5sBd2fGj6mCe9aUi4oRk1vXbNzTqWyEuHPDSA",
    "ALLOWED_HOSTS": "viectinh.example",
    "HTTPS": "1",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if key in ("PATH", "HOME", "LANG")}
    command: list[str | Path] = [sys.executable, "-W", "error", ROOT / "manage.py", *arguments]
    return subprocess.run(command, env=clean | environment, capture_output=True, text=True, check=False)


def test_production_has_nothing_to_warn_of() -> None:
    done = manage("check", "--deploy", "--fail-level", "DEBUG", **PRODUCTION)
    assert (done.returncode, "no issues" in done.stdout) == (0, True), done.stderr


def test_a_bad_setting_is_one_sentence() -> None:
    done = manage("check", **PRODUCTION, DATABASE_URL="mysql://h/name")
    assert done.returncode == 1
    assert done.stderr.startswith("The settings are not right: DATABASE_URL should begin with")
    assert done.stderr.count("\n") == 1


@pytest.mark.django_db
def test_staff_can_log_in_over_plain_http_on_the_same_machine(client: Client, admin_user: object) -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get("/admin/login/")
    token = client.cookies["csrftoken"]
    assert not token["secure"]
    assert page.status_code == 200
    form = {"username": "admin", "password": "password", "csrfmiddlewaretoken": token.value}
    answer = client.post("/admin/login/", form)
    assert answer.headers["Location"].startswith("/admin/account/code/")
    assert client.get(answer.headers["Location"], follow=True).status_code == 200


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
}
OF_EVERY_KIND = [
    ("/", 200, "same-origin"),
    ("/en/", 200, "same-origin"),
    ("/cuoc-hop/", 200, "same-origin"),
    ("/admin/login/", 200, "same-origin"),
    ("/admin/", 302, "same-origin"),
    ("/no/such/page/", 404, "same-origin"),
    ("/cuoc-hop/?year=x", 200, "same-origin"),
    ("/api/v1/meetings", 200, "cross-origin"),
    ("/api/v1/meetings/0", 404, "cross-origin"),
    ("/cuoc-hop/danh-sach.csv", 200, "cross-origin"),
    ("/cuoc-hop/tin-moi.atom", 200, "cross-origin"),
    ("/robots.txt", 200, "same-origin"),
    ("/healthz", 200, "same-origin"),
    ("/favicon.ico", 302, "same-origin"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status", "embedded"), OF_EVERY_KIND)
def test_every_answer_carries_the_security_headers(path: str, status: int, embedded: str) -> None:
    with production():
        answer = Client(HTTP_X_FORWARDED_PROTO="https").get(path)
    answer.close()  # of files, few are made at once
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["Cross-Origin-Resource-Policy"] == embedded
    assert "camera=()" in answer.headers["Permissions-Policy"]
    policy = answer.headers["Content-Security-Policy"]
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= {*policy.split("; ")}
    assert "unsafe" not in policy
    assert bool(answer.headers.get("Access-Control-Allow-Origin")) is False  # nobody said from where he asks
    for cookie in answer.cookies.values():
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")


@contextmanager
def production() -> Iterator[None]:
    """What HTTPS=1 sets, for the requests within."""
    changed = dict.fromkeys(("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE"), True)
    with override_settings(
        **changed,
        SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
        SECURE_HSTS_SECONDS=365 * 24 * 3600,
        SECURE_HSTS_INCLUDE_SUBDOMAINS=True,
    ):
        yield


def test_what_https_sets() -> None:
    code = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.LANGUAGE_COOKIE_SECURE, s.SECURE_SSL_REDIRECT,"
        " s.SECURE_HSTS_SECONDS, s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_PROXY_SSL_HEADER[0])"
    )
    done = manage("shell", "--no-imports", "-c", code, **PRODUCTION)
    assert done.stdout.split() == [*["True"] * 4, "31536000", "True", "HTTP_X_FORWARDED_PROTO"], done.stderr


@pytest.mark.parametrize(
    ("without", "said"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "guessed"),
        ({"DEBUG": "1"}, "DEBUG is 1"),
        ({"ALLOWED_HOSTS": "", "HTTPS": "1"}, "ALLOWED_HOSTS is not set"),
        ({"ALLOWED_HOSTS": "viectinh.example,*"}, "ALLOWED_HOSTS is *"),
    ],
)
def test_a_public_site_does_not_start_without_what_it_needs(without: dict[str, str], said: str) -> None:
    for public in ({"HTTPS": "1"}, {"HTTPS": "0"}):
        done = manage("check", **{**PRODUCTION, **public, **without})
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert said in done.stderr


@pytest.mark.django_db
@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "evil.example:80", "a b", "testserver@evil"]
)
def test_another_host_is_refused(client: Client, host: str) -> None:
    for path in ("/", "/admin/login/", "/api/v1/meetings", "/robots.txt"):
        answer = client.get(path, headers={"Host": host})
        assert (answer.status_code, "evil" in answer.content.decode()) == (400, False)
    answer = client.get("/robots.txt", headers={"X-Forwarded-Host": "evil.example"})
    assert "Sitemap: http://testserver/sitemap.xml" in answer.content.decode()


ELSEWHERE = ["https://evil.example/", "//evil.example/", "/\\evil.example", "https:evil.example", "javascript:alert(1)"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_led_elsewhere(client: Client, admin_user: object, address: str) -> None:
    form = {"username": "admin", "password": "password", "next": address}
    for place in (
        client.post("/admin/login/", form).headers["Location"],
        client.get("/admin/account/code/", {"next": address}).headers.get("Location", ""),
        client.get(f"/{address}").headers.get("Location", ""),
    ):
        assert not place.startswith(("//", "/\\"))
        assert urlsplit(place).scheme == urlsplit(place).netloc == ""


@pytest.mark.django_db
@pytest.mark.parametrize("address", ELSEWHERE)
def test_nor_is_whoever_gives_the_code_or_is_in(client: Client, address: str) -> None:
    user = make_editor()
    device = make_device(user)
    client.force_login(user)
    asked = urlencode({"next": address})
    led = [client.post(f"/admin/account/code/?{asked}", {"code": code_of(device.key), "next": address})]
    led += [client.get(f"/admin/{page}/?{asked}") for page in ("login", "account/code", "account/resume")]
    assert [answer.status_code for answer in led] == [302] * 4
    for answer in led:
        assert answer.headers["Location"].startswith("/admin/")
        assert "evil" not in answer.headers["Location"]


def test_the_desk_may_have_an_address_of_its_own() -> None:
    code = (
        "from django.urls import reverse; from django.test import Client;"
        "c = Client(SERVER_NAME='localhost'); n = [reverse('admin:login'), reverse('accounts:account')];"
        "print(*n, 'ban-lam-viec' in c.get('/robots.txt').content.decode(), c.get('/admin/').status_code)"
    )
    done = manage("shell", "--no-imports", "-c", code, ADMIN_PATH="ban-lam-viec", SECRET_KEY="x", DEBUG="1")
    assert done.stdout.split() == ["/ban-lam-viec/login/", "/ban-lam-viec/account/", "False", "404"], done.stderr
    assert "ADMIN_PATH is 'api'" in manage("check", ADMIN_PATH="api").stderr


@pytest.mark.django_db
def test_pages_lead_to_the_desk_only_at_its_usual_address(client: Client) -> None:
    assert 'href="/admin/"' in client.get("/").content.decode()
    with override_settings(ADMIN_PATH="ban-lam-viec/"):
        assert 'href="/admin/"' not in client.get("/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [("/admin/login/", "en", "vi"), ("/en/admin/login/", "vi", "en"), ("/admin/login/", "fr", "vi")],
)
def test_the_address_decides_the_language(client: Client, path: str, accepted: str, language: str) -> None:
    assert client.get(path, headers={"Accept-Language": accepted}).headers["Content-Language"] == language


def test_sqlite_waits_and_writes_beside_readers(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new.sqlite3"
    code = (
        "from django.db import connection; c = connection.cursor();"
        "print(*(c.execute(f'PRAGMA {n}').fetchone()[0] for n in ('journal_mode', 'busy_timeout', 'foreign_keys')))"
    )
    done = manage("shell", "--no-imports", "-c", code, **PRODUCTION, DATABASE_URL=url)
    assert done.stdout.split() == ["wal", "20000", "1"], done.stderr


def test_the_time_is_that_of_vietnam() -> None:
    assert settings.TIME_ZONE == "Asia/Ho_Chi_Minh"
    assert [code for code, _ in settings.LANGUAGES] == ["vi", "en"]
