"""What is counted in memory is told as what SQL counted."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from people.facets.stock.cells import read_pairs
from people.facets.tally import CountedTally, ToldTally

pairs = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["1", "10", "2", "ă", "b", "none"])))


@given(pairs=pairs, chosen=st.sets(st.integers(0, 9)), most=st.integers(0, 8))
def test_both_tell_the_same(pairs: list[tuple[int, str]], chosen: set[int], most: int) -> None:
    cells = read_pairs(pairs, np.arange(10))
    counted = CountedTally(cells, cells.count(np.isin(np.arange(10), list(chosen))))
    told = ToldTally(Counter(value for row, value in set(pairs) if row in chosen))
    assert counted.first(most) == told.first(most)
    assert len(counted) == len(told)
    assert [counted[value] for value in ("1", "ă", "z")] == [told[value] for value in ("1", "ă", "z")]


def test_the_most_frequent_come_first_and_those_alike_by_their_letters() -> None:
    told = ToldTally({"b": 2, "a": 2, "c": 3, "d": 0})
    assert told.first(9) == ["c", "a", "b"]
    assert told.first(2) == ["c", "a"]
    assert len(told) == 3
