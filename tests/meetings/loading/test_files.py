"""Which files are loaded, and what is said of paths that lead to none."""

from pathlib import Path

import pytest
from django.utils import translation

from meetings.loading.failures import Failure
from meetings.loading.files import Source, find_sources
from people.register import ProvinceRegister
from tests.meetings.loading.conftest import HEAD, Write

pytestmark = pytest.mark.django_db


def found(*paths: Path) -> tuple[list[Source], list[Failure]]:
    with translation.override("en"):
        found = list(find_sources(paths, ProvinceRegister()))
    return [one for one in found if isinstance(one, Source)], [one for one in found if isinstance(one, Failure)]


def test_a_folder_gives_its_texts_in_order_and_those_of_its_folders(write: Write, tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "deeper/c.txt", "notes.md", ".hidden.txt", ".git/d.txt"):
        write(name)
    sources, failures = found(tmp_path)
    assert [source.name for source in sources] == ["a.TXT", "b.txt", "c.txt"]
    assert failures == []


def test_a_file_named_is_loaded_whatever_its_ending(write: Write) -> None:
    assert [source.name for source in found(write("a.text"))[0]] == ["a.text"]


def test_each_folder_has_its_own_list(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("deeper/b.txt")
    write("articles.csv", HEAD + "a.txt,,,,,Một\n")
    write("deeper/articles.csv", HEAD + "b.txt,,,,,Hai\n")
    assert [source.known.title for source in found(tmp_path)[0] if source.known] == ["Một", "Hai"]


def test_one_file_of_a_folder_takes_its_row_and_no_complaints_about_others(write: Write) -> None:
    path = write("a.txt")
    write("articles.csv", HEAD + "a.txt,,,,,Một\nb.txt,,,,Đâu,\n")
    sources, failures = found(path)
    assert [source.known.title for source in sources if source.known] == ["Một"]
    assert failures == []


def test_a_text_that_is_not_listed_is_loaded_without_knowledge(write: Write) -> None:
    path = write("a.txt")
    write("articles.csv", HEAD + "a.txt,,,,,Một\n")
    sources, _ = found(path, write("b.txt"))
    assert [source.known.title for source in sources if source.known] == ["Một", ""]


def test_a_list_that_cannot_be_used_leaves_knowledge_as_it_was(write: Write) -> None:
    write("articles.csv", "file,title\n")
    sources, failures = found(write("a.txt"))
    assert [source.known for source in sources] == [None]
    assert [failure.line for failure in failures] == [1]


def test_what_leads_to_no_text_is_said(write: Write, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    listing = write("articles.csv", HEAD)
    sources, failures = found(tmp_path / "nowhere", empty, listing)
    assert sources == []
    assert [str(failure) for failure in failures] == [
        f"{tmp_path}/nowhere: there is no such file or folder",
        f"{empty}: there is no .txt file in this folder",
        f"{listing}: is a list of texts: name its folder instead",
    ]


def test_what_is_named_twice_is_loaded_once_and_said(write: Write, tmp_path: Path) -> None:
    path, other = write("a.txt"), write("deeper/a.txt")
    sources, failures = found(path, tmp_path / "deeper" / ".." / "a.txt", other)
    assert [source.path for source in sources] == [path]
    assert [failure.message for failure in failures] == [
        "is listed twice",
        f"has the name of {path}: rename one of the two",
    ]


def test_a_listed_file_that_is_missing_is_said_with_its_line(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("articles.csv", HEAD + "a.txt,,,,,\nb.txt,,,,,\n")
    _, failures = found(tmp_path)
    assert [str(f) for f in failures] == [
        f"{tmp_path}/articles.csv:3: “b.txt” is listed, but there is no such file in this folder"
    ]


def test_a_folder_with_a_list_alone_says_what_is_missing(write: Write, tmp_path: Path) -> None:
    write("articles.csv", HEAD + "b.txt,,,,,\n,,,,Nghệ An,\n")
    assert len(found(tmp_path)[1]) == 3


def test_what_is_wrong_with_a_row_stays_with_its_text(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("articles.csv", HEAD + "a.txt,,,,Đâu,\n")
    sources, failures = found(tmp_path)
    assert [failure.line for failure in sources[0].wrong] == [2]
    assert failures == []


def test_a_link_that_leads_nowhere_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert [source.name for source in found(tmp_path)[0]] == ["a.txt"]
