"""`manage.py import_corrections`: a preview, then the writing, by somebody who may and with a reason."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from tests.meetings.views.pages import Scene, make_scene
from tests.opendata.corrections.edited import edited
from tests.staff import make_editor, make_staff

pytestmark = pytest.mark.django_db


def run(path: Path, **options: Any) -> str:
    out = io.StringIO()
    call_command("import_corrections", str(path), stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def scene() -> Scene:
    return make_scene()


@pytest.fixture
def file(client: Client, tmp_path: Path, scene: Scene) -> Path:
    return edited(client, tmp_path, "directives", lambda rows: rows[0].update({"Cách giao": "Đề nghị"}))


def test_a_preview_tells_and_writes_nothing(file: Path, scene: Scene) -> None:
    told = run(file)
    assert f"Dòng 2, /id/directive/{scene.directive.pk}\n  Cách giao: Yêu cầu → Đề nghị\n" in told
    assert "Chưa ghi gì" in told
    scene.directive.refresh_from_db()
    assert scene.directive.strength == "order"
    assert "Line 2" in run(file, language="en")


def test_it_is_written_by_somebody_with_a_reason(file: Path, scene: Scene) -> None:
    told = run(file, apply=True, user=make_editor().username, reason="đối chiếu biên bản")
    assert "đã sửa" in told
    scene.directive.refresh_from_db()
    assert scene.directive.strength == "request"
    assert scene.directive.history.latest().history_change_reason == "đối chiếu biên bản"


@pytest.mark.parametrize(
    "options",
    [{}, {"user": "editor"}, {"reason": "x"}, {"user": "nobody", "reason": "x"}, {"user": "reader", "reason": "x"}],
)
def test_who_may_not_or_says_not_why_writes_nothing(file: Path, scene: Scene, options: dict[str, str]) -> None:
    make_editor(username="editor")
    make_editor(username="nobody", is_active=False)
    make_staff(username="reader")
    with pytest.raises(CommandError) as error:
        run(file, apply=True, **options)
    assert error.value.returncode == 2
    scene.directive.refresh_from_db()
    assert scene.directive.strength == "order"


def test_a_long_reason_is_refused_before_anything_is_written(file: Path) -> None:
    with pytest.raises(CommandError, match="100"):
        run(file, apply=True, user=make_editor().username, reason="x" * 101)


def test_what_was_not_taken_is_told_by_the_exit_code(client: Client, tmp_path: Path, scene: Scene) -> None:
    path = edited(client, tmp_path, "directives", lambda rows: rows[0].update({"Cách giao": "Ra lệnh"}))
    out = io.StringIO()
    with pytest.raises(CommandError) as error:
        call_command("import_corrections", str(path), stdout=out)
    assert error.value.returncode == 1
    assert "từ chối: Cách giao: “Ra lệnh” không thuộc: Yêu cầu, Đề nghị, Lưu ý, Cần làm" in out.getvalue()


def test_a_file_that_is_none_is_told_by_another_exit_code(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none\.csv") as error:
        run(tmp_path / "none.csv")
    assert error.value.returncode == 2
