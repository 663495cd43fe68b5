"""What a pattern can end with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.extraction.endings import endings, last_words

DIGITS = {str(digit) for digit in range(10)}


KNOWN = {
    r"(?<!\w)(?:giao|giao cho|đối với) $": {"giao ", "cho ", "với "},
    r"(?:[Đđ]ồng chí|đ/c|[Ôô]ng) $": {"chí ", "đ/c ", "Ông ", "ông "},
    r"[^,]+ (?:có|gồm)(?: các)? ?\Z": {"có", "có ", "gồm", "gồm ", "các", "các "},
    r"(?:các|\d{1,2})(?::|)$": {"các", "các:", *DIGITS, *(f"{digit}:" for digit in DIGITS)},
    r"[^,]+ chủ trì(?!\w)": {"trì"},
    r"(?:xã|\w+xã)+": {"xã"},
    r"(?:ông )*bà": {"bà"},
    r"(?:Ông|)Bà": {"Bà", "ÔngBà"},
}


@pytest.mark.parametrize(("pattern", "expected"), KNOWN.items())
def test_endings(pattern: str, expected: set[str]) -> None:
    assert set(endings(re.compile(pattern))) == expected


@pytest.mark.parametrize("signs", [r"\W*$", r"\W+"])
def test_signs_at_the_end_are_left_out(signs: str) -> None:
    assert endings(re.compile(rf"(?:có|gồm có|:){signs}")) == (":", "có")


def test_small_letters_stand_for_both_where_the_pattern_ignores_case() -> None:
    assert endings(re.compile(r"(?:Q\.|quyền) ", re.IGNORECASE)) == ("q. ", "quyền ")


def test_last_words() -> None:
    assert last_words(re.compile(r"có ?$|gửi $")) == ("có", "gửi")


@pytest.mark.parametrize(
    "pattern", [r"\w+", r"giao \w+", r"giao\s", r"giao .*", r"(?:giao)?", r"(?i:giao)", "[A-Z]", r"\W*"]
)
def test_a_pattern_that_may_end_with_anything_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="no ending"):
        endings(re.compile(pattern))


@settings(max_examples=50)
@given(data=st.data())
@pytest.mark.parametrize("pattern", KNOWN)
def test_all_matches_end_so(pattern: str, data: st.DataObject) -> None:
    words = data.draw(st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True))
    assert re.sub(r"[ :]*\n?\Z", "", words).endswith(last_words(re.compile(pattern)))
