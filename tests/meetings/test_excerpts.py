"""Excerpts: whole sentences around some words, and never other words than the text's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.excerpts import around

TEXT = "Một câu đầu. Hai câu giữa; Sở Y tế báo cáo trước 15/12. Ba câu cuối!\n\nĐoạn sau."


def plain(markup: str) -> str:
    return re.sub(r"<[^>]+>", "", markup)


@pytest.mark.parametrize(
    ("reach", "shown"),
    [
        (500, TEXT),
        (22, "… Hai câu giữa; Sở Y tế báo cáo trước 15/12. …"),
        (30, "Một câu đầu. Hai câu giữa; Sở Y tế báo cáo trước 15/12. …"),
        (9, "… giữa; Sở Y tế báo cáo …"),
        (0, "… Sở Y tế …"),
    ],
)
def test_sentences_stay_whole_where_they_fit(reach: int, shown: str) -> None:
    start = TEXT.index("Sở Y tế")
    assert plain(around(TEXT, start, start + len("Sở Y tế"), "k", "/x", reach)) == shown


def test_the_words_are_marked_and_linked() -> None:
    start = TEXT.index("Sở Y tế")
    markup = around(TEXT, start, start + len("Sở Y tế"), "directive-1", "/x#w-directive-1")
    assert '<mark class="words words-shown" id="w-directive-1"><a href="/x#w-directive-1">Sở Y tế</a></mark>' in markup


@given(st.text(alphabet="ab .!\n", min_size=1, max_size=80), st.data())
def test_the_words_are_always_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = plain(around(text, start, end, "k", "/x", data.draw(st.integers(0, 40))))
    assert text[start:end] in shown
    assert shown.removeprefix("… ").removesuffix(" …") in text or shown in text
