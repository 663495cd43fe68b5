"""What the tests of backups stand on."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import translation
from pytest_django import DjangoDbBlocker
from simple_history.utils import update_change_reason

from people.models import Official
from tests.backups.targets import Target, programs
from tests.factories import make_merge, make_official, make_role
from tests.meetings.views.pages import make_scene
from tests.staff import make_editor


@dataclass(frozen=True)
class Kept:
    """A backup, what was said of it, and the names of the officials in it."""

    file: Path
    said: str
    officials: list[str]


@pytest.fixture(autouse=True)
def _programs_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{programs()}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(scope="module")
def kept(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Kept]:
    """A backup of records with a correction, its history, and a merge; made once, because emptying tables is slow."""
    with pytest.MonkeyPatch.context() as patched, django_db_blocker.unblock(), translation.override("vi"):
        patched.setenv("PATH", f"{programs()}{os.pathsep}{os.environ['PATH']}")
        try:
            scene()
            names = list(Official._base_manager.order_by("pk").values_list("name", flat=True))
            folder, said = tmp_path_factory.mktemp("backups"), io.StringIO()
            call_command("backup", str(folder), stdout=said, language="en")
            (file,) = folder.iterdir()
            yield Kept(file, said.getvalue(), names)
        finally:
            call_command("flush", verbosity=0, interactive=False)


def scene() -> None:
    """What a backup must not lose."""
    made = make_scene()
    made.directive.strength = "request"
    made.directive.save()
    update_change_reason(made.directive, "đối chiếu biên bản")
    kept, gone = make_official("Đặng Thị Hoà"), make_official("Đặng Thị Hoa")
    make_role(gone, "Giám đốc Sở Y tế")
    make_merge(kept, gone, by=make_editor(), reason="một người")


@pytest.fixture
def backup(kept: Kept, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    (tmp_path / "backups").mkdir()
    return Path(shutil.copy(kept.file, tmp_path / "backups"))


@pytest.fixture
def target(kept: Kept, tmp_path: Path) -> Iterator[Target]:
    """Where nothing is yet."""
    made = Target(tmp_path)
    yield made
    made.drop()
