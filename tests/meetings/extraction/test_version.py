"""The version of the rules follows their files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from meetings.extraction.version import extractor_version

PACKAGE = Path(__file__).parents[3] / "meetings"


def version_of(root: Path) -> str:
    code = "from meetings.extraction.version import extractor_version; print(extractor_version())"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def test_is_the_same_for_the_same_files_and_changes_with_a_word(tmp_path: Path) -> None:
    for name in ("one", "two"):
        shutil.copytree(PACKAGE / "extraction", tmp_path / name / "meetings" / "extraction")
        (tmp_path / name / "meetings" / "__init__.py").write_text("")
    assert version_of(tmp_path / "one") == extractor_version()
    table = tmp_path / "two" / "meetings" / "extraction" / "lexicon" / "outcomes.csv"
    table.write_text(table.read_text(encoding="utf-8") + "tạm hoãn,,1,hội nghị tạm hoãn\n", encoding="utf-8")
    assert version_of(tmp_path / "two") != extractor_version()


def test_has_sixteen_hexadecimal_digits() -> None:
    assert len(extractor_version()) == 16
    int(extractor_version(), 16)
