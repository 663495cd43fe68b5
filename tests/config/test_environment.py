"""What the environment says becomes settings; what makes no sense becomes one sentence without secrets."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import database, flag, listed, number, secret_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1", True), ("true", True), (" Yes ", True), ("on", True), ("0", False), ("False", False), ("", False)],
)
def test_flag(monkeypatch: pytest.MonkeyPatch, text: str, expected: bool) -> None:
    monkeypatch.setenv("SWITCH", text)
    assert flag("SWITCH") is expected


def test_flag_that_is_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SWITCH", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="SWITCH is 'perhaps', but should be 1 or 0"):
        flag("SWITCH")


@pytest.mark.parametrize(("text", "expected"), [("", 8), ("3", 3), (" 12 ", 12)])
def test_number(monkeypatch: pytest.MonkeyPatch, text: str, expected: int) -> None:
    monkeypatch.setenv("NUMBER", text)
    assert number("NUMBER", 8) == expected


def test_a_number_may_begin_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUMBER", "0")
    assert number("NUMBER", 0, least=0) == 0
    monkeypatch.setenv("NUMBER", "-1")
    with pytest.raises(ImproperlyConfigured, match="NUMBER is '-1', but should be a whole number from 0 up"):
        number("NUMBER", 0, least=0)


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", "²"])
def test_number_that_is_none(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("NUMBER", text)
    with pytest.raises(ImproperlyConfigured, match="NUMBER is "):
        number("NUMBER", 8)


def test_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSTS", " a.example , ,b.example")
    assert listed("HOSTS") == ["a.example", "b.example"]
    assert listed("UNSET_HOSTS", "localhost") == ["localhost"]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///name.sqlite3", "name.sqlite3"),
        ("sqlite:///with%20space/name", "with space/name"),
        ("sqlite:////tmp/name.sqlite3", "/tmp/name.sqlite3"),
    ],
)
def test_sqlite(tmp_path: Path, url: str, path: str) -> None:
    (tmp_path / "with space").mkdir()
    settings = database(url, tmp_path, 8)
    assert settings["ENGINE"] == "django.db.backends.sqlite3"
    assert settings["NAME"] == tmp_path / path
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://user:p%40ss@db.example:5433/name",
            {"NAME": "name", "USER": "user", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433"},
        ),
        ("postgres:///name?host=/run/postgresql", {"NAME": "name", "USER": "", "HOST": "/run/postgresql", "PORT": ""}),
        ("postgresql://a,b:5433/name", {"HOST": "a,b", "PORT": ",5433"}),
    ],
)
def test_postgresql(tmp_path: Path, url: str, expected: dict[str, str]) -> None:
    settings = database(url, tmp_path, 5)
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert {key: settings[key] for key in expected} == expected
    assert settings["OPTIONS"]["pool"]["max_size"] == 5


def test_postgresql_passes_on_what_the_address_adds(tmp_path: Path) -> None:
    options = database("postgresql://h/name?sslmode=require&connect_timeout=3", tmp_path, 5)["OPTIONS"]
    assert (options["sslmode"], options["connect_timeout"]) == ("require", "3")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://user:secret@h/name",
        "secret",
        "sqlite://name",
        "sqlite:///",
        "sqlite:///folder/",
        "sqlite:///no/such/folder/name",
        "sqlite:///name?mode=ro",
        "postgresql://user:secret@h",
        "postgresql://user:sec%zzret@h/name",
        "postgresql://user:secret@h:port/name",
        "postgresql://user:secret@h/name?unknown=secret",
    ],
)
def test_a_bad_address_is_refused_in_one_sentence(tmp_path: Path, url: str) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        database(url, tmp_path, 8)
    message = str(caught.value)
    assert "DATABASE_URL" in message
    assert "secret" not in message
    assert "zzret" not in message
    assert "\n" not in message


def test_secret_key_from_the_environment_makes_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "given")
    assert secret_key(tmp_path / "key") == "given"
    assert list(tmp_path.iterdir()) == []


def test_secret_key_is_made_once_and_kept_private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    file = tmp_path / "var/key"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(secret_key, [file] * 8))
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_secret_key_that_cannot_be_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "file").touch()
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is not set"):
        secret_key(tmp_path / "file/key")
