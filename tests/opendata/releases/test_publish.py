"""The command: where the release is, one sentence where there is none, and what it says of bad arguments."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from opendata.releases import publishing
from tests.opendata.releases.scene import make_everything

ROOT = Path(__file__).resolve().parents[3]
_SITE = {"SITE_URL": "https://viectinh.example", "SECRET_KEY": "x" * 60}


@pytest.mark.django_db
def test_it_publishes_for_today_and_says_where(tmp_path: Path) -> None:
    make_everything()
    out, err = io.StringIO(), io.StringIO()
    call_command("publish", str(tmp_path), stdout=out, stderr=err, language="en")
    assert out.getvalue() == f"Published: {tmp_path / timezone.localdate().isoformat()}\n"
    assert err.getvalue().startswith(
        "SITE_URL is not set: the identifiers in this release will lead to http://localhost"
    )


@pytest.mark.parametrize("typed", ["5/3/2026", "2026-13-01", "2026-02-30", "soon", "", "9999-01-01"])
def test_a_day_that_is_none_is_refused_in_a_sentence(tmp_path: Path, typed: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("publish", str(tmp_path / "new"), date=typed, language="en")
    assert str(refused.value) in (
        f"“{typed}” is no day; write it as 2026-11-26.",
        f"{typed} is yet to come.",
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", ["", " "])
def test_an_empty_folder_is_not_the_present_one(folder: str) -> None:
    with pytest.raises(CommandError, match="Name the folder"):
        call_command("publish", folder, language="en")


@pytest.mark.django_db
def test_who_interrupts_it_is_told_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, "write_papers", interrupted)
    with pytest.raises(CommandError, match=r"goes on") as ended:
        call_command("publish", str(tmp_path), language="en")
    assert ended.value.returncode == 130


def test_a_database_without_tables_is_told_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "publish", str(tmp_path / "releases"), "--language", "en"],
        cwd=ROOT,
        env={**os.environ, **_SITE, "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("CommandError: The database cannot be read (no such table")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "releases").exists()
