"""Files as spreadsheets save them, whichever separator and encoding they chose."""

from __future__ import annotations

from pathlib import Path

import pytest

from opendata.corrections.sheet import Unusable, open_sheet


def known(heading: str) -> bool:
    return heading in ("Mã số", "Nội dung", "Thời hạn")


TEXT = 'Mã số{s}Nội dung{s}Thời hạn\r\n1{s}"Rà soát, trình;\tbáo cáo\r\n""ngay"""{s}sớm\r\n\r\n2{s}x{s}\r\n'


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be+bom"])
@pytest.mark.parametrize("told", ["", "sep={s}\r\n"])
def test_every_way_to_save_a_table(tmp_path: Path, separator: str, encoding: str, told: str) -> None:
    text = (told + TEXT).replace("{s}", separator)
    data = b"\xfe\xff" + text.encode("utf-16-be") if encoding.endswith("+bom") else text.encode(encoding)
    (tmp_path / "a.csv").write_bytes(data)
    sheet = open_sheet(tmp_path / "a.csv", known)
    assert sheet.head == ["Mã số", "Nội dung", "Thời hạn"]
    lines = list(sheet.lines())
    assert [line.cells for line in lines] == [["1", 'Rà soát, trình;\tbáo cáo\r\n"ngay"', "sớm"], ["2", "x", ""]]
    first = 3 if told else 2
    assert [line.number for line in lines] == [first, first + 3]
    assert list(sheet.lines()) == lines


def test_a_file_in_an_old_encoding_is_told_to_be_saved_otherwise(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Mã số,Nội dung\r\n".encode("latin-1", "replace"))
    with pytest.raises(Unusable, match="UTF-8"):
        open_sheet(tmp_path / "a.csv", known)


def test_an_encoding_that_breaks_later_names_the_line(tmp_path: Path) -> None:
    rows = "".join(f"{number},x\r\n" for number in range(60_000)).encode()
    (tmp_path / "a.csv").write_bytes("Mã số,Nội dung\r\n".encode() + rows + b"\xe1\r\n")
    sheet = open_sheet(tmp_path / "a.csv", known)
    with pytest.raises(Unusable, match=r"a\.csv"):
        list(sheet.lines())


def test_a_file_that_is_not_there_or_empty(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"none\.csv"):
        open_sheet(tmp_path / "none.csv", known)
    with pytest.raises(Unusable):
        open_sheet(tmp_path, known)
    (tmp_path / "empty.csv").write_bytes(b"")
    assert open_sheet(tmp_path / "empty.csv", known).head == []
