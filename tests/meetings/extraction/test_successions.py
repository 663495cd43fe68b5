"""What agencies became: the mergers of 2025, which name counts on which day."""

from __future__ import annotations

import datetime

import pytest

from meetings.extraction import successions
from meetings.extraction.agency_table import canonical_agency
from meetings.extraction.lexicon import table, variants
from meetings.extraction.successions import Basis, Life, Part, life_of, lives

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
    assert {"Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh"} <= {part.heir for part in life.parts}
    assert all(part.duties for part in life.parts)
    assert life.basis.document


def test_what_goes_on_is_told_by_what_it_took_over() -> None:
    assert life_of("Sở Tài chính").basis == life_of("Sở Kế hoạch và Đầu tư").basis
    assert life_of("Sở Y tế").basis == Basis()


def test_what_is_from_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = {"duties": "", "founded": "", "pages": ""}
    rows = (
        {**empty, "former": "Ty Muối", "successor": "Sở Muối", "since": "1990", "source": "unchecked: Nghị định 1"},
        {**empty, "former": "Ty Gạo", "successor": "Sở Gạo", "since": "1990", "source": "Nghị định 2"},
        {**empty, "former": "Ty Gạo", "successor": "Sở Muối", "since": "1990", "source": "unchecked: Nghị định 1"}
        | {"duties": "kho"},
    )
    monkeypatch.setattr(successions, "table", lambda _: rows)
    found = successions.lives.__wrapped__()
    assert {name: life.checked for name, life in found.items()} == {
        "Ty Muối": False,
        "Ty Gạo": True,
        "Sở Muối": False,
        "Sở Gạo": True,
    }
    assert found["Ty Muối"].basis.document == "Nghị định 1"
    assert found["Ty Gạo"].parts == (Part("Sở Muối", "kho", False),)


def test_what_is_checked_has_a_page() -> None:
    for row in table("agency_successions"):
        pages = variants(row["pages"])
        assert bool(pages) != row["source"].startswith("unchecked:"), row
        assert all(page.startswith(("https://", "http://")) for page in pages), row


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
