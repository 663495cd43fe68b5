"""`backup` and `restore` as they are typed: what they say, and that a refusal is an error."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.backups.conftest import Kept
from tests.backups.targets import Target

pytestmark = pytest.mark.django_db


def run(command: str, file: Path, **options: Any) -> str:
    out = io.StringIO()
    call_command(command, str(file), stdout=out, **options)
    return out.getvalue()


def test_from_one_to_the_other(kept: Kept, target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DATABASES, "default", target.settings)
    assert "dùng được" in run("restore", kept.file, check=True)
    assert target.names() == []
    assert run("restore", kept.file, language="en").startswith("Restored: ")
    with pytest.raises(CommandError, match="--replace"):
        run("restore", kept.file)
    told = run("restore", kept.file, replace=True, language="en").splitlines()
    assert told[1].startswith("What was there before is kept: ")
    assert len(target.names()) == 2


def test_what_was_written_is_told(kept: Kept) -> None:
    assert kept.said.startswith(f"Backed up: {kept.file}, ")
    with pytest.raises(CommandError, match=f"{kept.file.name} exists"):
        run("backup", kept.file, language="en")
