"""Rules that are tried where one of the words stands that they begin with."""

from __future__ import annotations

import pytest

from meetings.extraction.cued import CuedRules, cued

RULES = CuedRules(
    (
        cued("salt of a year", r"muối\ năm\ \d+", None),
        cued("year", r"năm\ (\d+)", "dated"),
        cued("salt", r"muối\b", "salted"),
    )
)


@pytest.mark.parametrize(
    ("words", "rule", "printed"),
    [
        ("gạo", None, None),
        ("Muối của NĂM 7", "year", "NĂM 7"),
        ("năm 7 có muối", "salt", "muối"),
        ("muối năm 7", None, None),  # the first rule has these words, and decides nothing
        ("muối năm 7, năm 8", "year", "năm 8"),
    ],
)
def test_last(words: str, rule: str | None, printed: str | None) -> None:
    last = RULES.last(words)
    assert (last and last[0], last and last[1][0]) == (rule, printed)
    last = RULES.last_in("7 muối. " + words + " năm 6", 8, 8 + len(words))
    assert (last and last[0], last and last[1][0]) == (rule, printed)
