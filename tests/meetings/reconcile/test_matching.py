"""Which earlier row a fact continues: place first, then what it says, then its words."""

from collections.abc import Hashable
from dataclasses import dataclass

import pytest

from meetings.extraction.spans import Span
from meetings.reconcile.matching import match
from meetings.reconcile.rows import Wanted


@dataclass
class Row:
    start: int | None
    end: int | None
    key: Hashable = ""
    quote: str = ""


def wanted(start: int, end: int, key: Hashable = "", quote: str = "") -> Wanted:
    return Wanted({}, {}, Span(start, end), key, quote)


def matched(items: list[Wanted], rows: list[Row], *, place_is_shared: bool = False) -> list[int | None]:
    found = match(items, rows, lambda row: {row.key}, place_is_shared=place_is_shared)
    return [None if row is None else rows.index(row) for row in found]


WORDS = "Sở Y tế rà soát danh mục thuốc và vật tư y tế"


@pytest.mark.parametrize(
    ("items", "rows", "expected"),
    [
        ([], [Row(0, 5)], []),
        ([wanted(0, 5)], [], [None]),
        ([wanted(0, 5)], [Row(0, 5)], [0]),
        ([wanted(0, 5)], [Row(50, 60)], [None]),
        ([wanted(0, 5), wanted(10, 20)], [Row(10, 20), Row(0, 5)], [1, 0]),
        # A span that grew or shrank is still the same record; one that only touches is another.
        ([wanted(0, 40)], [Row(10, 40)], [0]),
        ([wanted(0, 12)], [Row(10, 40)], [None]),
        # One old row was divided in two: its place goes to the likelier part, the other is new.
        ([wanted(0, 30), wanted(30, 40)], [Row(0, 40)], [0, None]),
        # The exact place wins over a mere overlap, whatever the order.
        ([wanted(0, 40), wanted(10, 40)], [Row(10, 40)], [None, 0]),
        # What it says decides between two that overlap alike.
        ([wanted(0, 10, "b")], [Row(0, 9, "a"), Row(1, 10, "b")], [1]),
        # Another reading of the same words is the same record.
        ([wanted(0, 5, "b")], [Row(0, 5, "a")], [0]),
        # Words that moved out of the text are known again by themselves.
        ([wanted(0, 45, "", WORDS)], [Row(None, None, "", WORDS.replace("rà soát", "kiểm tra, rà soát"))], [0]),
        ([wanted(0, 45, "", WORDS)], [Row(None, None, "", "Sở Tài chính trình phương án thu")], [None]),
        ([wanted(0, 5)], [Row(None, None)], [None]),
    ],
)
def test_by_place(items: list[Wanted], rows: list[Row], expected: list[int | None]) -> None:
    assert matched(items, rows) == expected


@pytest.mark.parametrize(
    ("items", "rows", "expected"),
    [
        ([wanted(0, 5, "A attends"), wanted(0, 5, "B attends")], [Row(0, 5, "B attends")], [None, 0]),
        ([wanted(0, 5, "B attends")], [Row(0, 5, "A attends")], [None]),
        ([wanted(70, 75, "A attends")], [Row(0, 5, "A attends")], [0]),
        ([wanted(0, 5, "A"), wanted(70, 75, "A")], [Row(70, 75, "A"), Row(0, 5, "A")], [1, 0]),
    ],
)
def test_by_what_it_says_where_several_share_a_place(
    items: list[Wanted], rows: list[Row], expected: list[int | None]
) -> None:
    assert matched(items, rows, place_is_shared=True) == expected
