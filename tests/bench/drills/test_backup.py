"""What a killed backup leaves is counted: whole ones, none, and half ones, which fail the drill."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.drills.backup import Places, killed


class _Places(Places):
    """Commands that are killed, unless nobody says when."""

    def run(self, name: str, *command: str, killed_after: float | None = None) -> int:
        return 0 if killed_after is None else -9


@pytest.mark.parametrize(
    ("left", "wrong"),
    [("none", 0), ("whole", 0), ("half a file", 3)],
)
def test_half_ones_are_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str], left: str, wrong: int) -> None:
    seen = iter(["whole", left, left, left, "whole"])
    assert killed(_Places(tmp_path, None), 3, lambda: next(seen), "site", "backup") == wrong
    assert f"{left} (killed)': 3" in capsys.readouterr().out


def test_databases_of_sqlite_are_files(tmp_path: Path) -> None:
    places = _Places(tmp_path, None)
    (tmp_path / "restored.sqlite3").touch()
    (tmp_path / ".backup-1").mkdir()
    assert places.names() == {"restored"}
    places.drop("restored")
    assert places.names() == set()
