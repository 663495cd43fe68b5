"""The settings as a whole: fit for production, and for a visitor on plain http on the same machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

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


@pytest.mark.django_db
def test_every_answer_carries_the_security_headers(client: Client) -> None:
    for path in ("/admin/login/", "/no/such/page/"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"


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
