"""Evidence finds its words again in a changed text."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.reconcile.relocation import relocate


@dataclass
class Row:
    start: int | None
    end: int | None
    quote: str
    deadline_start: int | None = None
    deadline_end: int | None = None


def moved(former: str, text: str, start: int, quote: str) -> int | None:
    row = Row(start, start + len(quote), quote)
    relocate([row], former, text)
    assert row.start is None or text[row.start : row.end] == quote
    return row.start


@pytest.mark.parametrize(
    ("former", "text", "start", "quote", "expected"),
    [
        ("abc họp", "abc họp", 4, "họp", 4),
        ("abc họp", "xin chào abc họp", 4, "họp", 13),
        ("abc họp", "abc", 4, "họp", None),
        # The second of two stays the second, even where the first is nearer now.
        ("họp rồi họp", "tin mới: họp rồi họp", 8, "họp", 17),
        # Where some are gone, the nearest is taken.
        ("họp, họp, họp", "họp, xong.", 10, "họp", 0),
    ],
)
def test_words_are_found_again(former: str, text: str, start: int, quote: str, expected: int | None) -> None:
    assert moved(former, text, start, quote) == expected


def test_the_deadline_moves_with_its_directive() -> None:
    former, text = "Sở A trình trước 15/4.", "Tin: Sở A trình trước 15/4."
    row = Row(0, 22, former, 11, 21)
    assert relocate([row], former, text) == [row]
    assert text[row.deadline_start : row.deadline_end] == former[11:21]
    relocate([row], text, "Tin khác")
    assert (row.start, row.end, row.deadline_start, row.deadline_end) == (None, None, None, None)


def test_what_need_not_move_is_not_moved() -> None:
    row = Row(0, 3, "họp")
    assert relocate([row], "họp", "họp lại") == []


@pytest.mark.parametrize(
    ("text", "quote", "start"),
    [("Sở A họp.", "họp", 5), ("họp, họp", "họp", None), ("Sở A.", "họp", None), ("Sở A.", "", None)],
)
def test_words_that_were_gone_are_found_again_where_they_stand_once(text: str, quote: str, start: int | None) -> None:
    gone = Row(None, None, quote)
    assert relocate([gone], "", text) == ([] if start is None else [gone])
    assert gone.start == start


@given(
    st.text("ab ", max_size=12),
    st.text("ab ", min_size=1, max_size=4),
    st.text("ab ", max_size=12),
    st.text("ab ", max_size=8),
)
def test_what_was_put_before_moves_evidence_by_as_much(before: str, quote: str, after: str, put: str) -> None:
    former = before + quote + after
    start = moved(former, put + former, len(before), quote)
    assert start is not None
