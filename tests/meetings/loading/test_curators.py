"""What a curator's list says, and what is wrong with it, cell by cell."""

import datetime
from pathlib import Path

import pytest
from django.utils import translation

from meetings.loading.curators import CuratorList, read_list
from people.register import ProvinceRegister
from tests.meetings.loading.conftest import HEAD, Write

pytestmark = pytest.mark.django_db


def listed(write: Write, content: str | bytes) -> CuratorList:
    folder = write("articles.csv", content).parent
    with translation.override("en"):
        return read_list(folder, ProvinceRegister())


def complaints(found: CuratorList) -> list[str]:
    failures = [*found.failures, *(failure for wrong in found.wrong.values() for failure in wrong)]
    return [f"{failure.line}: {failure.message}" for failure in failures]


ROW = "a.txt,https://baonghean.vn/1,Báo Nghệ An,2024-06-13,Nghệ An,Phiên họp\n"


def test_a_folder_without_a_list_says_nothing(tmp_path: Path) -> None:
    found = read_list(tmp_path, ProvinceRegister())
    assert (found.usable, found.known, found.failures) == (True, {}, [])


def test_a_row_is_what_is_known_of_a_text(write: Write) -> None:
    known = listed(write, HEAD + ROW).known["a.txt"]
    assert (known.line, known.title, known.publisher, known.url) == (
        2,
        "Phiên họp",
        "Báo Nghệ An",
        "https://baonghean.vn/1",
    )
    assert known.reported_on == datetime.date(2024, 6, 13)
    assert known.province is not None
    assert (known.province.name, known.province.is_former) == ("Nghệ An", True)


def test_cells_may_be_empty(write: Write) -> None:
    found = listed(write, HEAD + "a.txt,,,,,\n\n,,,,,\n")
    assert (found.known["a.txt"].province, found.known["a.txt"].reported_on, complaints(found)) == (None, None, [])


@pytest.mark.parametrize(
    "content",
    [
        HEAD + ROW,
        (HEAD + ROW).replace(",", ";"),
        (HEAD + ROW).replace(",", "\t"),
        "\ufeff" + (HEAD + ROW).replace(",", ";").replace("\n", "\r\n"),
        (HEAD + ROW).encode("utf-16"),
        "title,Province,FILE,note,url,publisher,reported_on\n"
        "Phiên họp,Nghệ An,a.txt,!,https://baonghean.vn/1,Báo Nghệ An,2024-06-13\n",
        HEAD + ROW.replace("2024-06-13", "13/6/2024"),
        HEAD + ROW.replace("2024-06-13", "13-06-2024"),
        HEAD + ROW.replace("Nghệ An,Phiên", "tỉnh NGHỆ AN,Phiên"),
    ],
)
def test_a_list_may_be_written_as_spreadsheets_write_it(write: Write, content: str | bytes) -> None:
    found = listed(write, content)
    assert complaints(found) == []
    known = found.known["a.txt"]
    assert (known.title, str(known.province), known.reported_on) == ("Phiên họp", "Nghệ An", datetime.date(2024, 6, 13))


def test_a_quoted_cell_may_hold_commas_and_lines(write: Write) -> None:
    found = listed(write, HEAD + 'a.txt,,,,,"Họp, rồi\nkết luận"\nb.txt,,,x,,\n')
    assert found.known["a.txt"].title == "Họp, rồi\nkết luận"
    assert complaints(found) == ["4: “x” is no date: write it as 2025-11-04"]


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("a.txt,,,,Nghệ Tĩnh,", "“Nghệ Tĩnh” is no province of Vietnam, of before or after July 2025"),
        ("a.txt,,,2024-13-01,,", "“2024-13-01” is no date: write it as 2025-11-04"),
        ("a.txt,,,30/2/2024,,", "“30/2/2024” is no date: write it as 2025-11-04"),
        ("a.txt,,,hôm qua,,", "“hôm qua” is no date: write it as 2025-11-04"),
        ("a.txt,baonghean.vn,,,,", "“baonghean.vn” is no web address: it begins with https:// or http://"),
        ("a.txt,ftp://a.vn/x,,,,", "“ftp://a.vn/x” is no web address: it begins with https:// or http://"),
        ("x/a.txt,,,,,", "“x/a.txt” is in another folder: list it in an articles.csv of that folder"),
        (",,,,Nghệ An,", "no file is named: fill in the column “file”"),
        (
            "a.txt,,,,,Họp, rồi nghỉ",
            "“rồi nghỉ” stands behind the last column: put text with commas in quotation marks",
        ),
        (f"a.txt,,{'x' * 201},,,", "the column “publisher” has 201 characters, at most 200 are kept"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_line(write: Write, row: str, complaint: str) -> None:
    found = listed(write, f"{HEAD}good.txt,,,,,\n{row}\nlast.txt,,,,,\n")
    assert complaints(found) == [f"3: {complaint}"]
    assert set(found.known) == {"good.txt", "last.txt"}


def test_all_that_is_wrong_with_a_row_is_said(write: Write) -> None:
    assert len(complaints(listed(write, HEAD + "a.txt,x,,y,z,\n"))) == 3


def test_a_file_listed_twice_is_left_to_the_curator(write: Write) -> None:
    found = listed(write, HEAD + "a.txt,,,,Nghệ An,\nb.txt,,,,,\na.txt,,,,Sơn La,\na.txt,,,,,\n")
    assert complaints(found) == [
        "4: “a.txt” is listed twice, first on line 2",
        "5: “a.txt” is listed twice, first on line 2",
    ]
    assert "a.txt" in found.wrong


def test_names_are_the_same_in_every_form_of_unicode(write: Write) -> None:
    found = listed(write, HEAD + "ho\u0323p.txt,,,,,\n")
    assert set(found.known) == {"họp.txt"}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (
            "file,url,publisher,title\na.txt,,,\n",
            "1: columns are missing: reported_on, province; the first line must name "
            "file,url,publisher,reported_on,province,title",
        ),
        (
            "a.txt,,,,,\n",
            "1: columns are missing: file, url, publisher, reported_on, province, title; the first line must name "
            "file,url,publisher,reported_on,province,title",
        ),
        ("", "None: empty: there is no text in it"),
        (
            HEAD.encode() + b"\na.txt,,B\xb8o,,,\n",
            "3: not UTF-8 at byte 55 (it looks like TCVN3 (ABC)): convert it to UTF-8 first",
        ),
        (
            HEAD + 'a.txt,,,,,"Họp\nb.txt,,,,,\n',
            "4: the list breaks off or has a stray quotation mark (unexpected end of data)",
        ),
    ],
)
def test_a_list_that_cannot_be_understood_is_not_used_at_all(
    write: Write, content: str | bytes, complaint: str
) -> None:
    found = listed(write, content)
    assert complaints(found) == [complaint]
    assert not found.usable
