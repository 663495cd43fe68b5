"""What docs/deploy.md tells to copy and set is there, and is what the site reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent
TOLD = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
UNITS = sorted((ROOT / "docs/deploy").glob("*.service"))


def test_every_file_is_told_of_and_there() -> None:
    linked = {*re.findall(r"\]\(deploy/([^)]+)\)", TOLD)}
    assert linked == {path.name for path in (ROOT / "docs/deploy").iterdir()}


def test_every_variable_is_read() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "config").glob("*.py"))
    told = re.findall(r"^    ([A-Z_]+)=", TOLD, flags=re.MULTILINE)
    assert "SECRET_KEY" in told
    assert [name for name in told if f'"{name}"' not in code] == []


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_what_a_unit_starts_is_there(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    started = re.findall(r"^Exec\w+=/srv/viectinh/\.venv/bin/python (\S+ \S+)", text, flags=re.MULTILINE)
    assert started
    for words in started:
        how, what = words.split()
        if how == "-m":
            assert what == "gunicorn" or (ROOT / f"{what.replace('.', '/')}.py").is_file()
        else:
            assert (how, what in get_commands()) == ("manage.py", True)
    assert "EnvironmentFile=/etc/viectinh.env" in text


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_no_proxy_shows_the_figures_or_keeps_connections(name: str) -> None:
    text = (ROOT / "docs/deploy" / name).read_text(encoding="utf-8")
    assert re.search(r"/metrics \{ return 404; \}|respond @figures 404", text)
    assert "X-Request-ID" in text
    assert ("keepalive off" in text) or ("keepalive" not in text and "Connection" not in text)
