"""Numbers of documents brought to one form."""

from __future__ import annotations

import pytest

from meetings.extraction.legal_numbers import Number, kind_of_symbol, read_number, settled


@pytest.mark.parametrize(
    ("kind", "number", "issuer", "term", "form"),
    [
        ("Nghị quyết", "57-NQ/TW", None, None, "57-NQ/TW"),
        ("Nghị quyết", "57 - NQ / TW", None, None, "57-NQ/TW"),
        ("Nghị quyết", "13", "Ban Chấp hành Trung ương", "IX", "13-NQ/TW khóa IX"),
        ("Nghị quyết", "5", "Bộ Chính trị", None, "05-NQ/TW"),
        ("Nghị quyết", "68.2/2025/NQ-CP", None, None, "68.2/2025/NQ-CP"),
        ("Nghị quyết", "30a", "Chính phủ", None, "30a/NQ-CP"),
        ("Nghị quyết", "111", "Quốc hội", None, "Nghị quyết 111 của Quốc hội"),
        ("Nghị quyết", "12/NQ-HĐND", "HĐND tỉnh", "XVIII", "12/NQ-HĐND"),
        ("Quyết định", "15/2024/QĐ-UBND", None, None, "15/2024/QĐ-UBND"),
        ("Chương trình", "135", None, None, "Chương trình 135"),
    ],
)
def test_canonical_number(kind: str, number: str, issuer: str | None, term: str | None, form: str) -> None:
    assert read_number(kind, number, issuer, term).canonical == form


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("45/2025/NĐ-CP", "Nghị định"),
        ("338/QĐ-TTg", "Quyết định"),
        ("96-QĐ/TW", "Quy định"),
        ("15-KH/TU", "Kế hoạch"),
        ("111/2024/QH15", None),
        ("17", None),
    ],
)
def test_kind_of_symbol(number: str, kind: str | None) -> None:
    assert kind_of_symbol(number) == kind


@pytest.mark.parametrize(
    ("kind", "number", "issuer", "year", "form"),
    [
        ("Nghị định", "45", "Chính phủ", "2025", "45/2025/NĐ-CP"),
        ("Nghị quyết", "128", "Chính phủ", "2021", "128/NQ-CP"),
        ("Nghị định", "45/2025/NĐCP", None, None, "45/2025/NĐ-CP"),
        ("Nghị quyết", "57-NQTW", None, None, "57-NQ/TW"),
        ("Quyết định", "15/QĐUBND", None, None, "15/QĐ-UBND"),
        ("Chỉ thị", "16/CT-TTG", None, None, "16/CT-TTg"),
        ("Công văn", "6212/UBND-TH", None, None, "6212/UBND-TH"),
        ("Đề án", "6", "Chính phủ", None, "Đề án 06"),
    ],
)
def test_what_is_beside_a_number(kind: str, number: str, issuer: str | None, year: str | None, form: str) -> None:
    assert read_number(kind, number, issuer, None, year).canonical == form


def test_what_says_less_fits_what_says_more() -> None:
    less, more = read_number("Nghị quyết", "43", "Quốc hội"), read_number("Nghị quyết", "43/2022/QH15")
    assert less.fits(more)
    assert not more.fits(less)
    assert not read_number("Nghị quyết", "43", "Chính phủ").fits(more)


def test_a_number_of_two_documents_stays_apart() -> None:
    bare = Number("Nghị quyết", "12")
    party, state = read_number("Nghị quyết", "12-NQ/TW"), read_number("Nghị quyết", "12/NQ-CP")
    assert settled([bare, party])[bare] == "12-NQ/TW"
    assert settled([bare, party, state])[bare] == "Nghị quyết 12"


def test_very_many_numbers_are_not_compared() -> None:
    numbers = [Number("Nghị quyết", "12", str(year), "NQ-CP", "CP") for year in range(1900, 2000)]
    bare = Number("Nghị quyết", "12")
    assert settled([bare, *numbers])[bare] == "Nghị quyết 12"
