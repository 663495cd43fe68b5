"""Where a phrase stands: typed in other case, accents, dashes, quotes and spaces."""

from __future__ import annotations

import unicodedata

import pytest

from meetings.extraction.document import Document
from meetings.extraction.why.phrases import bare, find_phrase, small

TEXT = "Sở Y tế – Sở Nội vụ họp; Uỷ ban “Hoà Bình” nêu 57-NQ/TW.\nông Y tế,\u00a0Sở  Y\ntế Đường 19 và 190 xã"


def found(phrase: str) -> list[str]:
    document = Document("t.txt", TEXT)
    return [span.of(document.text) for span in find_phrase(document, phrase)]


@pytest.mark.parametrize(
    ("phrase", "places"),
    [
        ("Sở Nội vụ", ["Sở Nội vụ"]),
        ("SỞ NỘI VỤ", ["Sở Nội vụ"]),
        ("so noi vu", ["Sở Nội vụ"]),  # no accents typed
        ("Sở Y tế", ["Sở Y tế", "Sở  Y\ntế"]),  # over a line's end, spaces doubled
        ("sở y tế - sở nội vụ", ["Sở Y tế – Sở Nội vụ"]),
        ("Sở Y tế-Sở Nội vụ", ["Sở Y tế – Sở Nội vụ"]),
        ("Ủy ban", ["Uỷ ban"]),  # the tone mark on the other vowel
        ('ủy ban "hòa bình"', ["Uỷ ban “Hoà Bình”"]),
        ("'Hoà Bình'", ["“Hoà Bình”"]),
        ("duong", ["Đường"]),
        ("57–nq/tw", ["57-NQ/TW"]),
        ("  xã  ", ["xã"]),
        ("19", ["19"]),  # not in 190
        ("ô", []),  # not in "ông"
        ("xa", ["xã"]),
        ("Sở Tư pháp", []),
        ("", []),
        (" \n ", []),
    ],
)
def test_finds_the_phrase_however_it_is_typed(phrase: str, places: list[str]) -> None:
    assert found(phrase) == places
    assert found(unicodedata.normalize("NFD", phrase)) == places


def test_accents_count_where_the_phrase_stands_as_typed() -> None:
    document = Document("t.txt", "Lan đi làn đường.")
    assert [span.of(document.text) for span in find_phrase(document, "lan")] == ["Lan"]
    assert [span.of(document.text) for span in find_phrase(document, "làn")] == ["làn"]


def test_a_phrase_with_signs_of_patterns_is_taken_as_it_is() -> None:
    document = Document("t.txt", "tăng 5% (so với năm 2020) [sic]. Hết?")
    for phrase in ("5%", "(so với", "[sic]", "Hết?", "2020)"):
        assert len(find_phrase(document, phrase)) == 1


@pytest.mark.parametrize("text", ["ĐƯỜNG Hoà", "İstanbul ß ﬁ Σ", "é e\u0301 💧"])
def test_other_letters_take_the_same_room(text: str) -> None:
    assert len(small(text)) == len(bare(text)) == len(text)
