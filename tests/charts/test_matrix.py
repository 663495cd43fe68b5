"""A triangle that holds each two once, with squares that grow with what they count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from charts.matrix import CELL, matrix

KEYS = list(range(12))
COUNTS = st.dictionaries(
    st.frozensets(st.sampled_from(KEYS), min_size=2, max_size=2), st.integers(min_value=1, max_value=500)
)


@given(st.integers(0, 12), COUNTS)
def test_each_two_stand_once_with_their_number(size: int, counts: dict[frozenset[int], int]) -> None:
    keys = KEYS[:size]
    made = matrix(keys, counts)
    pairs = [pair for row in made.rows for pair in row.pairs]
    assert [row.key for row in made.rows] == keys
    assert [len(row.pairs) for row in made.rows] == list(range(size))
    assert len({frozenset((pair.row, pair.column)) for pair in pairs}) == size * (size - 1) // 2
    for pair in pairs:
        assert pair.count == counts.get(frozenset((pair.row, pair.column)), 0)
        assert (pair.level == 0) is (pair.side == 0) is (pair.count == 0)
        assert 0 <= pair.inset * 2 + pair.side <= CELL
    assert made.highest == max((pair.count for pair in pairs), default=0)


@given(COUNTS)
def test_what_is_more_is_no_smaller_and_the_most_is_the_greatest(counts: dict[frozenset[int], int]) -> None:
    pairs = [pair for row in matrix(KEYS, counts).rows for pair in row.pairs]
    ordered = [pair.side for pair in sorted(pairs, key=lambda pair: pair.count)]
    assert ordered == sorted(ordered)
    if counts:
        assert ordered[-1] == CELL


@given(COUNTS)
def test_a_row_and_its_rest_are_as_wide_as_the_head(counts: dict[frozenset[int], int]) -> None:
    assert {len(row.pairs) + row.rest for row in matrix(KEYS, counts).rows} == {len(KEYS) - 1}
