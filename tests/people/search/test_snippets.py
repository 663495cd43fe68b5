"""Snippets show the words found as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.search.snippets import found_words, marked, snippet, together
from people.search.words import parse

TEXT = "Sở Tài chính chủ trì, phối hợp với Sở Xây dựng trình phương án trước ngày 30/6."


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        (TEXT, "tai chinh", ["Tài", "chính"]),
        (TEXT, "TÀI", ["Tài"]),
        (TEXT, "xay dung 30", ["Xây", "dựng", "30"]),
        (TEXT, '"so xay"', ["Sở", "Xây"]),
        (TEXT, '"xay so"', []),
        (TEXT, "ph", ["phối", "phương"]),
        (TEXT, "so", ["Sở", "Sở"]),
        ("Sơ đồ, soát lại, sở", "sở", ["sở"]),
        ("Sơ đồ, soát lại", "sở", ["Sơ"]),
        ("Soát lại", "sở", ["Soát"]),
        (TEXT, "vang", []),
        (TEXT, "", []),
        ("Hoa\u0300 Bi\u0300nh", "hòa", ["Hoa\u0300"]),
        ("Đường Đ.", "d", ["Đ"]),
        ("Đường Đen.", "d", ["Đường", "Đen"]),
        ("57-NQ/TW", "57-nq", ["57", "NQ"]),
    ],
)
def test_found_words(text: str, typed: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in found_words(text, parse(typed))] == found


def test_a_long_text_is_shown_where_the_words_stand_together() -> None:
    text = "Rừng. " + "Chuyện khác hẳn. " * 50 + "Giao Sở Tài chính trồng rừng phòng hộ. " + "Rồi thôi. " * 50
    pieces = snippet(text, parse("tài chính rừng"), length=120)
    shown = "".join(piece.text for piece in pieces)
    assert [piece.text for piece in pieces if piece.found] == ["Tài", "chính", "rừng"]
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert shown[2:-2] in text
    assert len(shown) < 130


def test_a_text_without_the_words_is_shown_from_its_beginning() -> None:
    pieces = snippet("Một hai ba bốn năm.", parse("vang"), length=10)
    assert [piece.text for piece in pieces] == ["Một hai …"]


@given(st.text(max_size=60), st.text(max_size=10))
def test_marking_loses_nothing(text: str, typed: str) -> None:
    assert "".join(piece.text for piece in marked(text, parse(typed))) == text


@given(st.text(alphabet="aà bB.", max_size=300), st.text(alphabet="ab ", max_size=8), st.integers(1, 80))
def test_a_snippet_is_a_stretch_of_the_text(text: str, typed: str, length: int) -> None:
    shown = "".join(piece.text for piece in snippet(text, parse(typed), length))
    assert shown.removeprefix("… ").removesuffix(" …") in text
    assert len(shown) <= length + 4


@pytest.mark.parametrize(
    ("text", "typed", "told"),
    [
        ("Sở Tài chính báo cáo tài chính sở.", "so tai chinh", ["Sở Tài chính"]),
        ("Chính sở nào lo tài sản?", "so tai chinh", ["Chính sở", "tài"]),
        ("Sở Y tế, Sở  Y", "so y", ["Sở Y", "Sở  Y"]),
        ("Không có gì.", "so y", []),
    ],
)
def test_words_that_stand_together_are_taken_together(text: str, typed: str, told: list[str]) -> None:
    assert [text[start:end] for start, end in together(text, parse(typed))] == told
