"""Indicators, documents and outcomes in English."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from people.english import english

LEXICON = Path(__file__).resolve().parents[3] / "meetings/extraction/lexicon"


def cells(table: str, *columns: str) -> list[str]:
    with (LEXICON / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return [row[name] for row in csv.DictReader(lines) for name in columns if row[name]]


@pytest.mark.parametrize(
    ("vietnamese", "expected"),
    [
        ("thu ngân sách", "Budget revenue"),
        ("Thu ngân sách (tăng)", "Budget revenue (increase)"),
        ("thu ngân sách so với dự toán (tăng)", "Budget revenue, against the estimate (increase)"),
        ("thu hoạch muối", None),
        ("thu ngân sách so với ước mơ", None),
        ("Nghị quyết 57-NQ/TW", "Resolution 57-NQ/TW"),
        ("Nghị định số 43/2014/NĐ-CP", "Decree 43/2014/ND-CP"),
        ("Chỉ thị", "Directive"),
        ("Giấy khen 12", None),
        ("thông qua", "Adopted"),
        ("xem xét, cho ý kiến", "Considered and gave opinions"),
    ],
)
def test_english(vietnamese: str, expected: str | None) -> None:
    assert english(vietnamese) == expected


@pytest.mark.parametrize(
    ("table", "columns"),
    [("metrics", ("metric", "growth", "rate")), ("legal_kinds", ("kind",)), ("outcomes", ("outcome",))],
)
def test_what_the_reading_knows_has_english(table: str, columns: tuple[str, ...]) -> None:
    assert [words for words in cells(table, *columns) if english(words) is None] == []
