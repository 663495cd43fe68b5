"""Where the public is served the key is given; elsewhere one is made, once, and kept private."""

import secrets
import stat
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.secret import is_public, refuse_debugging, secret_key


@pytest.mark.parametrize(
    ("https", "hosts", "expected"),
    [
        (False, ["localhost", "127.0.0.1", "[::1]"], False),
        (False, ["viectinh.localhost"], False),
        (False, [], False),
        (True, ["localhost"], True),
        (False, ["localhost", "viectinh.example"], True),
        (False, ["*"], True),
        (False, ["192.0.2.7"], True),
    ],
)
def test_who_can_ask(https: bool, hosts: list[str], expected: bool) -> None:
    assert is_public(https, hosts) is expected


@pytest.mark.parametrize(
    ("key", "said"),
    [("", "is not set"), ("short", "guessed"), ("ab" * 30, "guessed"), ("django-insecure-" + "q7" * 30, "guessed")],
)
def test_a_public_site_needs_a_key_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str, said: str
) -> None:
    monkeypatch.setenv("SECRET_KEY", key)
    with pytest.raises(ImproperlyConfigured, match=f"SECRET_KEY .*{said}.*public") as refused:
        secret_key(tmp_path / "key", public=True)
    assert key not in str(refused.value) or not key
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("SECRET_KEY", good := secrets.token_urlsafe(50))
    assert secret_key(tmp_path / "key", public=True) == good


def test_a_public_site_is_not_debugged() -> None:
    assert refuse_debugging(True, public=False)
    assert not refuse_debugging(False, public=True)
    with pytest.raises(ImproperlyConfigured, match="DEBUG is 1"):
        refuse_debugging(True, public=True)


def test_secret_key_from_the_environment_makes_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "given")
    assert secret_key(tmp_path / "key", public=False) == "given"
    assert list(tmp_path.iterdir()) == []


def test_secret_key_is_made_once_and_kept_private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    file = tmp_path / "var/key"
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(partial(secret_key, public=False), [file] * 8))
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_secret_key_that_cannot_be_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "file").touch()
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is not set"):
        secret_key(tmp_path / "file/key", public=False)
