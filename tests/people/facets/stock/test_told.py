"""What a stock holds comes back as it was, by way of arrays that nobody needs to trust."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import numpy as np
import pytest

from people.facets.stock.cells import Cells
from people.facets.stock.told import Told, from_arrays, to_arrays
from people.freshness.notes import Mark

VALUES = ["thường lệ", 3, None, ("day", date(2024, 2, 29)), ("", None)]


def told(values: list[Any]) -> Told:
    rows, codes = np.array([0, 0, 2, 3], np.int32), np.array([4, 1, 0, 3], np.int32)
    read = {
        "('cells', 'kind')": Cells(rows, codes, values, 4),
        "('condition', 'open')": np.array([True, False, False, True]),
        "('order', 'newest')": np.array([3, 2, 0, 1], np.int32),
    }
    keys = np.array([5, 7, 8, 1 << 40], np.int64)
    return Told("3.1.4 2026-11-27", Mark(np.array([2, 9])), "trace", keys, read, frozenset("b"), frozenset({"a", "c"}))


def stored(of: Told) -> Any:
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **to_arrays(of))
    file.seek(0)
    return np.load(file, allow_pickle=False)


def test_all_comes_back() -> None:
    before, again = told(VALUES), from_arrays(stored(told(VALUES)))
    assert (again.state, again.trace, again.columns, again.tables) == (
        *(before.state, before.trace),
        *(before.columns, before.tables),
    )
    assert again.keys.tolist() == before.keys.tolist()
    assert again.mark.noted.tolist() == [2, 9]
    cells, *arrays = again.read.values()
    assert cells.values == VALUES
    assert cells.having([("day", date(2024, 2, 29))]).tolist() == [False, False, False, True]
    assert cells.counter(np.array([True, False, False, False])) == {("", None): 1, 3: 1}
    assert [(array.dtype, array.tolist()) for array in arrays] == [
        (np.bool_, [True, False, False, True]),
        (np.int32, [3, 2, 0, 1]),
    ]
    assert again.read.keys() == before.read.keys()


def test_what_cannot_come_back_is_not_stored() -> None:
    with pytest.raises(TypeError, match="cannot be shared"):
        to_arrays(told([*VALUES[:4], object()]))


def test_other_files_are_refused() -> None:
    with pytest.raises(KeyError):
        from_arrays({"keys": np.array([1])})
