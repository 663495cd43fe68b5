"""What agencies became: the mergers of 2025, which name counts on which day."""

from __future__ import annotations

import datetime

import pytest

from meetings.extraction.agency_table import canonical_agency
from meetings.extraction.lexicon import table
from meetings.extraction.successions import Life, life_of, lives

BEFORE, AFTER = datetime.date(2024, 5, 16), datetime.date(2025, 11, 4)


@pytest.mark.parametrize(
    ("name", "valid_from", "valid_to", "successor"),
    [
        ("Sở Kế hoạch và Đầu tư", None, (2025, 2, 28), "Sở Tài chính"),
        ("Sở Nông nghiệp và Phát triển nông thôn", None, (2025, 2, 28), "Sở Nông nghiệp và Môi trường"),
        ("Sở Nông nghiệp và Môi trường", (2025, 3, 1), None, None),
        ("Chi cục Thuế khu vực", (2025, 3, 1), (2025, 6, 30), "Thuế tỉnh"),
        ("Ban Dân vận Tỉnh ủy", None, None, "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
        ("Bộ Giao thông vận tải", None, (2025, 2, 28), "Bộ Xây dựng"),
        ("Sở Nội vụ", None, None, None),
        ("Sở Y tế", None, None, None),
    ],
)
def test_life(
    name: str, valid_from: tuple[int, int, int] | None, valid_to: tuple[int, int, int] | None, successor: str | None
) -> None:
    life = life_of(name)
    assert life.valid_from == (datetime.date(*valid_from) if valid_from else None)
    assert life.valid_to == (datetime.date(*valid_to) if valid_to else None)
    assert life.successor == successor


def test_a_split_department_has_heirs_beside_its_successor() -> None:
    life = life_of("Sở Lao động - Thương binh và Xã hội")
    assert life.successor == "Sở Nội vụ"
    assert {"Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh"} <= set(life.heirs)
    assert life.source


def test_an_unknown_name_has_no_known_life() -> None:
    assert life_of("Ban Quản lý chợ") == Life()


def test_no_agency_ends_before_it_begins_and_none_comes_to_itself() -> None:
    for name, life in lives().items():
        assert not (life.valid_from and life.valid_to) or life.valid_from < life.valid_to, name
        seen = {name}
        after: str | None = life.successor
        while after:
            assert after not in seen, name
            seen.add(after)
            after = life_of(after).successor


def test_names_are_those_of_the_table_of_agencies() -> None:
    names = {row["name"] for row in table("agencies")}
    for row in table("agency_successions"):
        assert {row["former"], row["successor"]} - {""} <= names, row


@pytest.mark.parametrize(
    ("printed", "day", "name"),
    [
        ("Kho bạc Nhà nước", BEFORE, "Kho bạc Nhà nước tỉnh"),
        ("Kho bạc Nhà nước", AFTER, "Kho bạc Nhà nước khu vực"),
        ("Kho bạc Nhà nước", None, "Kho bạc Nhà nước tỉnh"),
        ("Ngân hàng Nhà nước", BEFORE, "Ngân hàng Nhà nước chi nhánh tỉnh"),
        ("Ngân hàng Nhà nước", AFTER, "Ngân hàng Nhà nước khu vực"),
        ("Sở KH&ĐT", AFTER, "Sở Kế hoạch và Đầu tư"),
    ],
)
def test_a_name_of_two_agencies_is_that_of_the_one_that_exists(
    printed: str, day: datetime.date | None, name: str
) -> None:
    assert canonical_agency(printed, day).canonical == name
