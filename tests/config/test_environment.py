"""What the environment says becomes settings; what makes no sense becomes one sentence without secrets."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.environment import choice, database, flag, folder_of_addresses, listed, number


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


@pytest.mark.parametrize("seconds", [0, 60])
def test_how_long_a_file_stays_open_behind_an_answer(tmp_path: Path, seconds: int) -> None:
    assert database("sqlite:///name", tmp_path, 8, open_seconds=seconds)["CONN_MAX_AGE"] == seconds
    assert "CONN_MAX_AGE" not in database("postgresql://h/name", tmp_path, 8, open_seconds=seconds)


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


def test_a_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert choice("UNSET_CHOICE", ("line", "json")) == "line"
    monkeypatch.setenv("CHOICE", " JSON ")
    assert choice("CHOICE", ("line", "json")) == "json"
    monkeypatch.setenv("CHOICE", "xml")
    with pytest.raises(ImproperlyConfigured, match="CHOICE is 'xml', but should be line or json"):
        choice("CHOICE", ("line", "json"))


@pytest.mark.parametrize(
    ("text", "expected"), [("", "admin/"), ("ban-lam-viec", "ban-lam-viec/"), ("/a/b7/", "a/b7/"), ("api2", "api2/")]
)
def test_where_addresses_begin(monkeypatch: pytest.MonkeyPatch, text: str, expected: str) -> None:
    monkeypatch.setenv("FOLDER", text)
    assert folder_of_addresses("FOLDER", "admin", {"api"}) == expected


@pytest.mark.parametrize("text", ["api", "api/x", "Bàn", "a//b", "../a", "a b", "a?b", "<int:x>"])
def test_where_no_addresses_can_begin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("FOLDER", text)
    with pytest.raises(ImproperlyConfigured, match="FOLDER is "):
        folder_of_addresses("FOLDER", "admin", {"api"})


def test_nobody_waits_for_a_lock_without_end(tmp_path: Path) -> None:
    for address, expected in (
        ("postgresql://h/name", "-c lock_timeout=7s"),
        ("postgresql://h/name?options=-csearch_path%3Dx", "-csearch_path=x -c lock_timeout=7s"),
    ):
        assert database(address, tmp_path, 5, lock_seconds=7)["OPTIONS"]["options"] == expected
    assert "options" not in database("postgresql://h/name", tmp_path, 5)["OPTIONS"]
