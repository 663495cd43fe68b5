"""The shape of persons' names."""

from __future__ import annotations

import pytest

from meetings.extraction.names import is_person, run_at, surname_weight
from meetings.extraction.namesakes import is_credit, is_namesake
from meetings.extraction.spans import matchable
from meetings.extraction.spellings import same_name


@pytest.mark.parametrize("text", ["Hồ Chí Minh", "Cao Bằng", "Hà Nội", "Lê", "Ban Thường", "Phan Thiết", "UBND Lê Văn",
                                  "M'Drắk", "UBND TỈNH", "CAO BẰNG", "TP HUẾ"])  # fmt: skip
def test_no_person(text: str) -> None:
    assert not is_person(run_at(text, 0))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lê Văn Đạt phát biểu", "Lê Văn Đạt"),
        ("Nguyễn Tự Công Hoàng dự", "Nguyễn Tự Công Hoàng"),
        ("Thái Bảo dự", "Thái Bảo"),
        ("Y Khắc Niê Kđăm dự", "Y Khắc Niê Kđăm"),
        ("H'Luăn Êban dự", "H'Luăn Êban"),
        ("Y Bang H’đơt dự", "Y Bang H'đơt"),
        ("Chá A Của dự", "Chá A Của"),
        ("Zơ-Râm Bạch dự", "Zơ-Râm Bạch"),
        ("Dương Mah Tiệp dự", "Dương Mah Tiệp"),
        ("Lê Văn Đạt-Bí thư", "Lê Văn Đạt"),
        ("K’Sung dự", "K'Sung"),
        ("LÊ VĂN ĐẠT, Bí thư", "LÊ VĂN ĐẠT"),
    ],
)
def test_person(text: str, name: str) -> None:
    run = run_at(matchable(text), 0)
    assert run.text == name
    assert is_person(run)


def test_how_sure_a_surname_is() -> None:
    weights = [surname_weight(run_at(text, 0)) for text in ("Nguyễn An", "Khổng An", "Đoàn An", "Xyz An")]
    assert weights == [3, 2, 1, 0]


@pytest.mark.parametrize(
    ("before", "namesake", "credit"),
    [("đường ", True, False), ("Trường THPT ", True, False), ("Ảnh: ", False, True), ("đồng chí ", False, False)],
)
def test_what_stands_before(before: str, namesake: bool, credit: bool) -> None:
    text = f"{before}Lê Văn Đạt"
    assert (is_namesake(text, len(before)), is_credit(text, len(before))) == (namesake, credit)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Cao Văng Trọng", "Cao Văn Trọng", True),
        ("Nguyễn Hương giang", "Nguyễn Hương Giang", True),
        ("Huỳnh Thị Thúy Vân", "Huỳnh Thúy Vân", True),
        ("Lê Văn Đạt", "Lê Văn Đạo", True),
        ("Lê Văn Đạt", "Lê Thị Đào", False),
        ("Lê Văn Đạt", "Trần Văn Đạt", False),
        ("Lê Đạt", "Lê Văn Anh Đạt", False),
    ],
)
def test_spellings_that_may_be_one(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
