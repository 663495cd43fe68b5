"""Numbers of documents brought to one form."""

from __future__ import annotations

import pytest

from meetings.extraction.legal_numbers import canonical_number, kind_of_symbol


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
    assert canonical_number(kind, number, issuer, term) == form


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
