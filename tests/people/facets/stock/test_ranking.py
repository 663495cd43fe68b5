"""The first rows in order are those of all rows in order, though few of them are looked at."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.facets.stock import ranking
from people.facets.stock.cells import Mask, Places
from people.facets.stock.ranking import best_first, first_of_best

ROWS = st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), max_size=40)


@given(rows=ROWS, most=st.integers(1, 50), seed=st.integers(0, 99), size=st.integers(1, 9))
def test_the_first_are_those_of_all_in_order(
    rows: list[tuple[bool, bool, bool]], most: int, seed: int, size: int
) -> None:
    one, other, last = (np.array([row[place] for row in rows], np.bool_) for place in range(3))
    order = np.random.default_rng(seed).permutation(len(rows)).astype(np.int32)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(ranking, "_FIRST", size)
        found = first_of_best(order, [one, other], most, lambda places: ~last[places])
    assert found is not None
    wanted = best_first(order, [one, other, last]).tolist()
    assert found.tolist() == wanted[: len(found)]
    assert len(found) >= min(most, len(rows))


def test_few_rows_are_looked_at() -> None:
    looked_at: list[int] = []

    def every_other(places: Places) -> Mask:
        looked_at.append(len(places))
        return places % 2 == 0

    found = first_of_best(np.arange(100_000, dtype=np.int32), [], 64, every_other)
    assert found is not None
    assert found[:3].tolist() == [0, 2, 4]
    assert looked_at == [100, 300]


def test_where_too_many_would_be_looked_at_all_are_asked_for() -> None:
    looked_at: list[int] = []

    def none(places: Places) -> Mask:
        looked_at.append(len(places))
        return np.zeros(len(places), np.bool_)

    assert first_of_best(np.arange(100_000, dtype=np.int32), [], 64, none) is None
    assert sum(looked_at) <= ranking.LOOKED_AT
