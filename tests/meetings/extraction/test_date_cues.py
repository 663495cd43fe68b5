"""The words around a date."""

from __future__ import annotations

import pytest

from meetings.extraction.date_cues import is_beside_a_clock, is_led_to, is_of_a_document
from meetings.extraction.spans import Span


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "words", "separator", "expected"),
    [
        ("Sáng 9/2", "9/2", "/", True),
        ("đến 8/10 xã", "8/10", "/", False),
        ("ngày Thầy thuốc Việt Nam 27/2", "27/2", "/", True),
        ("ngày Thầy thuốc Việt Nam 27-2", "27-2", "-", False),
        ("Tối 9.2", "9.2", ".", True),
        ("đến 9.2", "9.2", ".", False),
        ("đến 30.11", "30.11", ".", True),
        ("trước 9.2", "9.2", ".", True),
        ("đến 30.11 điểm", "30.11", ".", False),
        ("đạt 9/2", "9/2", "/", False),
    ],
)
def test_is_led_to(text: str, words: str, separator: str, expected: bool) -> None:
    assert is_led_to(text, at(text, words), separator) is expected


def test_is_of_a_document() -> None:
    text = "Nghị quyết số 154 ngày 23/11/2022; sáng 1/2/2023"
    assert is_of_a_document(text, at(text, "23/11/2022"))
    assert not is_of_a_document(text, at(text, "1/2/2023"))


def test_a_clock_counts_only_in_the_same_line() -> None:
    text = "17:42, 13/07/2017\nSáng 14/07/2017"
    assert is_beside_a_clock(text, at(text, "13/07/2017"))
    assert not is_beside_a_clock(text, at(text, "14/07/2017"))
