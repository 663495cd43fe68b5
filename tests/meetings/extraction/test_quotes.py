"""Quotations: where one is open."""

from __future__ import annotations

import pytest

from meetings.extraction.quotes import in_quotes
from meetings.extraction.spans import matchable


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("“Huyện phải lo”, ông nói.", "Huyện", True),
        ("“Huyện phải lo”, ông nói.", "ông", False),
        ("“Lo sớm. Chậm thì huyện chịu”, ông nói.", "huyện", True),
        ('Ông nói: "Huyện phải lo.\nBà đồng ý.', "Bà", False),
        ("Ông nói « huyện chịu ».", "huyện", True),
        ("Ông nói.", "Ông", False),
    ],
)
def test_where_a_quotation_is_open(text: str, word: str, expected: bool) -> None:
    assert in_quotes(matchable(text), text.index(word)) is expected
