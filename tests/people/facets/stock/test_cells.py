"""Values are counted as by hand, whichever rows are chosen."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from people.facets.stock.cells import mask_of, places_of, read_pairs

keys = st.lists(st.integers(1, 60), unique=True).map(sorted)
values = st.one_of(st.none(), st.integers(-3, 3), st.text(max_size=1), st.tuples(st.integers(0, 2), st.none()))
pairs = st.lists(st.tuples(st.integers(1, 60), values))


@given(keys=keys, pairs=pairs, chosen=st.sets(st.integers(1, 60)))
def test_each_row_counts_once_for_each_of_its_values(
    keys: list[int], pairs: list[tuple[int, object]], chosen: set[int]
) -> None:
    stock = np.array(keys, np.int64)
    cells = read_pairs(pairs, stock)
    mask = mask_of(np.array(sorted(chosen), np.int64), stock)
    counted = {(key, value) for key, value in pairs if key in keys and value is not None}
    assert cells.counter(mask) == Counter(value for key, value in counted if key in chosen)
    assert cells.counter(~mask) == Counter(value for key, value in counted if key not in chosen)
    assert cells.counter(np.ones(len(keys), np.bool_)) == Counter(value for _, value in counted)


@given(keys=keys, pairs=st.lists(st.tuples(st.integers(1, 60), st.integers(0, 9))), chosen=st.sets(st.integers(1, 60)))
def test_a_row_counts_once_for_what_several_of_its_values_stand_for(
    keys: list[int], pairs: list[tuple[int, int]], chosen: set[int]
) -> None:
    def name(value: int) -> str | None:
        return f"from {value // 3 * 3}" if value < 6 else None

    stock = np.array(keys, np.int64)
    counted = read_pairs(pairs, stock, name).counter(mask_of(np.array(sorted(chosen), np.int64), stock))
    assert counted == Counter(n for k, n in {(k, name(v)) for k, v in pairs} if n and k in chosen and k in keys)


@given(keys=keys, found=st.lists(st.integers(0, 70)))
def test_rows_are_found_where_they_stand_and_others_nowhere(keys: list[int], found: list[int]) -> None:
    stock = np.array(keys, np.int64)
    places, known = places_of(np.array(found, np.int64), stock)
    assert [keys[place] for place in places] == [key for key in found if key in keys]
    assert known.tolist() == [key in keys for key in found]
    assert [key for key, kept in zip(keys, mask_of(np.array(found, np.int64), stock), strict=True) if kept] == [
        key for key in keys if key in found
    ]
