"""What stands beside the tables says of them what is so, in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from meetings.extraction.version import extractor_version
from opendata.releases.contents import contents
from tests.opendata.releases.scene import release_of_everything


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Path:
    with django_db_blocker.unblock(), release_of_everything(tmp_path_factory.mktemp("release")) as release:
        return release


def test_the_data_package_names_every_file_column_and_key(made: Path) -> None:
    package = json.loads((made / "datapackage.json").read_bytes())
    assert (package["version"], package["extractor_version"]) == ("2026-03-05", extractor_version())
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    for table, told in zip(contents(), package["resources"][:-1], strict=True):
        head, *_rows = (made / told["path"]).read_bytes().split(b"\r\n")
        assert [field["name"] for field in told["schema"]["fields"]] == head.decode().split(",")
        assert told["bytes"] == (made / told["path"]).stat().st_size
        keys = {key["fields"][0]: key["reference"]["resource"] for key in told["schema"].get("foreignKeys", [])}
        assert keys == {column.name: column.references for column in table.refers()}
    directives = next(told for told in package["resources"] if told["name"] == "directives")
    assert directives["rows"] == 1
    assert {"order", "request", "note", "need"} == set(
        next(f for f in directives["schema"]["fields"] if f["name"] == "strength")["constraints"]["enum"]
    )


@pytest.mark.parametrize(("name", "word"), [("DICTIONARY.md", "Nhiệm vụ"), ("DICTIONARY.en.md", "Tasks")])
def test_the_dictionary_explains_every_column(made: Path, name: str, word: str) -> None:
    page = (made / name).read_text(encoding="utf-8")
    assert f"## directives: {word}" in page
    for table in contents():
        part = page.split(f"\n## {table.name}: ")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \|", part, re.M) == [column.name for column in table.columns]
        assert not re.search(r"^\|(?:[^|\n]*\|){0,2}\s*\|", part, re.M), "a cell is empty"


@pytest.mark.parametrize(("name", "words"), [("README.md", "Giấy phép"), ("README.en.md", "Licence")])
def test_the_first_page_counts_rows_and_names_files_that_are_there(made: Path, name: str, words: str) -> None:
    page = (made / name).read_text(encoding="utf-8")
    assert words in page
    assert "| `directives` | 1 |" in page
    assert extractor_version() in page
    files = re.findall(r"`([\w.]+\.(?:md|json|csv|db)|LICENSE|SHA256SUMS)`", page)
    assert len(files) > 8
    assert [file for file in files if not (made / file).is_file()] == []


def test_accuracy_is_as_measured(made: Path) -> None:
    told = json.loads((made / "accuracy.json").read_bytes())
    kinds = {score["kind"]: score for score in told["records"]}
    assert 50 < kinds["Tasks"]["right"] <= 100
    assert 50 < kinds["Tasks"]["found"] <= 100
    assert told["first_sight"]


def test_the_licence_is_whole_and_says_what_it_does_not_cover(made: Path) -> None:
    licence = (made / "LICENSE").read_text(encoding="utf-8")
    assert "Section 8 -- Interpretation." in licence
    assert "belong to their publishers" in licence
    assert "thuộc về" in licence


def test_popolo_has_the_people_of_the_tables(made: Path) -> None:
    told = json.loads((made / "popolo.json").read_bytes())
    package = json.loads((made / "datapackage.json").read_bytes())
    rows = {table["name"]: table.get("rows") for table in package["resources"]}
    assert len(told["persons"]) == rows["officials"] > 0
    assert len(told["organizations"]) == rows["organizations"] > 0
    assert len(told["memberships"]) == rows["roles"] > 0
    assert len(told["areas"]) == rows["provinces"] > 0
    assert package["resources"][-1]["bytes"] == (made / "popolo.json").stat().st_size
