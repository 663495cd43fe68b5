"""Words are ASCII, fold alike however they were typed, and keep their accents in a code that no reader can type."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.search.words import LONGEST_TEXT, MOST_WORDS, accented_words, folded_words, index_text, parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("...!?", []),
        ("Hoà Bình", ["hoa", "binh"]),
        ("HÒA BÌNH", ["hoa", "binh"]),
        ("Đường số 5", ["duong", "so", "5"]),
        ("57-NQ/TW", ["57", "nq", "tw"]),
        ("1.234,5 tỷ", ["1", "234", "5", "ty"]),
        ("H’đơt", ["h", "dot"]),
        ("sau_này", ["sau", "nay"]),
        ("Tỉnh 北京", ["tinh", "þ53174eac"]),
        ("a" * 100, ["a" * 60]),
    ],
)
def test_folded_words(text: str, words: list[str]) -> None:
    assert folded_words(text) == words
    assert folded_words(unicodedata.normalize("NFD", text)) == words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ho Chi Minh 2025", []),
        ("hòa hoà HÒA", ["þghoa"]),
        ("hoa hỏa hóa họa hõa", ["þhhoa", "þkhoa", "þnhoa", "þthoa"]),
        ("được", ["þndduzozc"]),
        ("cân căn can", ["þlcaxn", "þlcawn"]),
        ("Đ", ["þldd"]),
    ],
)
def test_accented_words(text: str, codes: list[str]) -> None:
    assert accented_words(text) == codes
    assert accented_words(unicodedata.normalize("NFD", text)) == codes


def test_of_a_short_text_words_without_accents_are_coded_too() -> None:
    assert index_text("Đức Trung") == "duc trung þkdduzc þltrung"
    assert index_text("Đức Trung " * 100).endswith(" þkdduzc")


@pytest.mark.parametrize(
    "parts", [("Họp", "Đức Trung"), ("Họp Đức", "Đức Trung và " * 40, ""), ("", "số " * 8_000, "Đức " * 100)]
)
def test_a_text_in_parts_is_indexed_as_the_whole(parts: tuple[str, ...]) -> None:
    for _ in range(2):
        assert index_text(*parts) == index_text(" ".join(parts))


def test_accents_are_asked_for_where_some_are_typed() -> None:
    assert parse("duc trung").spellings == ()
    assert [[t.words[0] for t in s] for s in parse("Đức Trung").spellings] == [["þkdduzc", "þltrung"], ["þkdduzc"]]
    assert len(parse("Đức").spellings) == 1


def test_an_accented_word_begins_as_what_is_typed_of_it() -> None:
    (whole,), (begun,) = accented_words("trọng"), accented_words("trọ")
    assert whole.startswith(begun)


@pytest.mark.parametrize(
    ("typed", "clauses"),
    [
        ("", []),
        ('"', []),
        ("()*:^-+ OR", [["or"]]),
        ("lê  hồng VINH", [["le"], ["hong"], ["vinh"]]),
        ("hòa hoa", [["hoa"]]),
        ('"đầu tư công" 2025', [["dau", "tu", "cong"], ["2025"]]),
        ("“đầu tư” „công", [["dau", "tu"], ["cong"]]),
        ('đầu "tư công', [["dau"], ["tu"], ["cong"]]),
        ('""', []),
        ("a' OR '1'='1", [["a"], ["or"], ["1"]]),
        ("\0le\0", [["le"]]),
        ("😀", []),
    ],
)
def test_parse(typed: str, clauses: list[list[str]]) -> None:
    query = parse(typed)
    assert [list(clause[0].words) for clause in query.clauses] == clauses
    assert bool(query) == bool(clauses)
    assert not query.cut


def test_a_long_query_is_cut() -> None:
    query = parse(" ".join(f"w{number}" for number in range(3000)))
    assert len(query.clauses) == MOST_WORDS
    assert query.cut


def test_a_long_text_is_cut() -> None:
    assert len(index_text("ắ ẵ " * 1_000_000)) < 1.3 * LONGEST_TEXT


@given(st.text())
def test_what_is_indexed_is_words_of_ascii_and_the_mark(text: str) -> None:
    for word in index_text(text).split(" "):
        assert word.replace("þ", "x").isascii()
        assert word.replace("þ", "x").isalnum() or not word
