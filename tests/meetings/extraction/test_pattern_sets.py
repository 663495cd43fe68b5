"""Many patterns asked at once answer as each of them would alone."""

from __future__ import annotations

import re

import pytest

from meetings.extraction.pattern_sets import PatternSet

PATTERNS = PatternSet(
    [re.compile(r"muối\b(?: \w+)?", re.IGNORECASE), re.compile(r"\d+ tấn"), re.compile(r"(?:muối|gạo) \d+\b")]
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rượu", []),
        ("Muối muối, 5 tấn", [(0, "Muối muối"), (1, "5 tấn")]),
        ("gạo 5 tấn", [(1, "5 tấn"), (2, "gạo 5")]),
        ("muối 5", [(0, "muối 5"), (2, "muối 5")]),
    ],
)
def test_matches(words: str, found: list[tuple[int, str]]) -> None:
    text = f"7 tấn; {words}; muối"
    inside = PATTERNS.matches(text, 7, 7 + len(words))
    assert [(number, match[0]) for number, _, match in inside] == found
    assert [(number, match[0]) for number, _, match in PATTERNS.matches_of(words)] == found


def test_a_pattern_must_begin_with_words_that_are_known() -> None:
    with pytest.raises(ValueError, match="no first word"):
        PatternSet([re.compile(r"\w+")])
