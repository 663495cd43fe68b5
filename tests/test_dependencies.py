"""What is installed is what was locked, and every direct dependency is accounted for."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKED = {
    package["name"]: package.get("version") for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]
}
RUN: list[str] = PROJECT["project"]["dependencies"]
PUBLISH: list[str] = PROJECT["dependency-groups"]["publish"]
QUEUE: list[str] = PROJECT["dependency-groups"]["queue"]
DEV: list[str] = [entry for entry in PROJECT["dependency-groups"]["dev"] if isinstance(entry, str)] + PUBLISH + QUEUE


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", requirement)[0].lower() for requirement in requirements}


def exported(file: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+)", (ROOT / file).read_text(), re.MULTILINE))


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("requirements.txt", RUN),
        ("requirements-publish.txt", RUN + PUBLISH),
        ("requirements-queue.txt", RUN + QUEUE),
        ("requirements-dev.txt", RUN + DEV),
    ],
)
def test_the_exported_files_follow_the_lock(file: str, wanted: list[str]) -> None:
    pinned = exported(file)
    assert names(wanted) <= set(pinned)
    assert {name: LOCKED.get(name) for name in pinned} == pinned


@pytest.mark.parametrize("file", sorted(path.name for path in ROOT.glob("requirements*.txt")))
def test_every_package_has_its_hashes_and_no_file_names_an_index(file: str) -> None:
    text = (ROOT / file).read_text()
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==\S+", entry)
        assert "--hash=sha256:" in entry
    assert "://" not in text
    assert "index" not in text


@pytest.mark.parametrize("name", sorted(names(RUN + DEV)))
def test_a_direct_dependency_is_explained(name: str) -> None:
    assert name in (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").lower()
