"""Many texts at once: files whole or not at all, progress on terminals only."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from meetings.extraction import batch
from meetings.extraction.batch import Progress, write_facts, write_one


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_renews_one_line_on_a_terminal() -> None:
    stream = Terminal()
    progress = Progress(2, stream)
    progress.advance()
    progress.advance()
    progress.close(failed=1)
    assert "\r" in stream.getvalue()
    assert "2/2 texts" in stream.getvalue()
    assert stream.getvalue().endswith("s\n")
    assert "1 texts read, 1 not" in stream.getvalue()


def test_elsewhere_only_the_outcome_is_told() -> None:
    stream = io.StringIO()
    progress = Progress(1, stream)
    progress.advance()
    progress.close(failed=0)
    assert stream.getvalue().startswith("1 texts read, 0 not, ")
    assert stream.getvalue().count("\n") == 1


def test_a_broken_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source, out = tmp_path / "a.txt", tmp_path / "out"
    out.mkdir()
    source.write_text("Một bài viết ngắn.", encoding="utf-8")
    (out / "a.json").write_text("old", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(batch.os, "fdopen", fail)
    reason = write_one((source, out / "a.json"))
    assert reason is not None
    assert "No space left" in reason
    assert [path.name for path in out.iterdir()] == ["a.json"]
    assert (out / "a.json").read_text(encoding="utf-8") == "old"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    told: list[str] = []
    failed = write_facts([tmp_path / "a.txt"], tmp_path / "file" / "out", 1, lambda _, reason: told.append(reason))
    assert failed == 1
    assert told[0].startswith("cannot be written to")
