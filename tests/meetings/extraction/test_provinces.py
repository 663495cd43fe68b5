"""Provinces of both eras, and where a place's name ends before a person's."""

from __future__ import annotations

import pytest

from meetings.extraction.provinces import find_provinces, is_city, place_end, province_at, provinces_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Phú Yên", "Phú Yên"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Thanh Hoá", None),  # one placement of tone marks comes first, see spans.matchable
        ("Thanh Hóa", "Thanh Hóa"),
        ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("Bình Đại", None),
    ],
)
def test_names_and_aliases(text: str, name: str | None) -> None:
    found = province_at(text, 0)
    assert (found[1] if found else None) == name


def test_all_in_a_text() -> None:
    text = "Từ Thanh Hóa đến Quảng Trị, trừ Quảng Trịnh"
    assert [name for _, _, name in find_provinces(text, 0, len(text))] == ["Thanh Hóa", "Quảng Trị"]
    assert find_provinces(text, 0, len(text)) == provinces_in(text)
    assert [name for _, _, name in find_provinces(text, 0, 20)] == ["Thanh Hóa"]


@pytest.mark.parametrize(
    ("text", "provincial", "place"),
    [
        ("Phú Yên Lê Văn Đạt", True, "Phú Yên"),
        ("Lê Văn Đạt", True, ""),
        ("Thái Bình Hưng", True, ""),  # a man of that name, not the province
        ("Bình Đại Trần Văn Dũng", False, "Bình Đại"),
        ("Trần Văn Thời nêu", False, "Trần Văn Thời"),
        ("Trần Văn Dũng nêu", False, ""),
        ("Buôn Ma Thuột nêu", False, "Buôn Ma Thuột"),
        ("Vĩnh Hưng A nêu", False, "Vĩnh Hưng A"),
        ("5 nêu", False, "5"),
        ("Hà Giang 1 Lê Văn Đạt", False, "Hà Giang 1"),
        ("Hà Giang 12 tháng", False, "Hà Giang"),
        ("và các xã", False, ""),
        ("Lâm Đồng K'Tam", True, "Lâm Đồng"),
        ("H'Lan Niê dự", False, ""),
    ],
)
def test_where_a_place_ends(text: str, provincial: bool, place: str) -> None:
    assert text[: place_end(text, 0, provincial=provincial)] == place


def test_cities_under_central_rule() -> None:
    assert [is_city(name) for name in ("Cần Thơ", "Huế", "Hà Tĩnh")] == [True, True, False]
