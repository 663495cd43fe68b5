"""Where the few rows that changed stand among all others, and what all of them then have."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from people.facets.stock import joining
from people.facets.stock.cells import read_pairs
from people.facets.stock.joining import Joint, OutOfStep, inserted


def keys(*values: int) -> NDArray[np.int64]:
    return np.array(values, np.int64)


def by(rank: Callable[[int], int], asked: list[int]) -> joining.Sort:
    def sort(some: list[int]) -> NDArray[np.int64]:
        asked.append(len(some))
        return keys(*sorted(some, key=lambda key: (rank(key), key)))

    return sort


@pytest.mark.parametrize("seed", range(20))
def test_others_are_put_where_they_belong(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    monkeypatch.setattr(joining, "PROBES", random.choice([1, 7, 100]))
    every = random.sample(range(10_000), random.randrange(1, 400))
    ranks = {key: random.randrange(50) for key in every}
    new = random.sample(every, random.randrange(len(every)))
    sort = by(ranks.__getitem__, [])
    left = sort([key for key in every if key not in new])
    assert inserted(left, new, sort).tolist() == sort(every).tolist()


def test_of_many_rows_few_are_sorted() -> None:
    asked: list[int] = []
    ordered = np.arange(0, 2_000_000, 2, dtype=np.int64)
    found = inserted(ordered, [777_777], by(lambda key: key, asked))
    assert found[388_888:388_891].tolist() == [777_776, 777_777, 777_778]
    assert sum(asked) < 200


def test_a_row_that_is_gone_is_told() -> None:
    def without_a_probe(some: list[int]) -> NDArray[np.int64]:
        return keys(*(key for key in some if key != 2))

    with pytest.raises(OutOfStep):
        inserted(keys(1, 2, 3), [7], without_a_probe)


def test_rows_that_changed_came_or_went() -> None:
    before, few, touched = keys(1, 2, 3, 5), keys(2, 4), keys(2, 3, 4)
    joint = Joint(before, few, touched)
    assert joint.keys.tolist() == [1, 2, 4, 5]
    assert joint.rows(np.array([True, False, True, False]), np.array([True, True])).tolist() == [
        True,
        True,
        True,
        False,
    ]
    old = read_pairs([(1, "a"), (2, "a"), (2, "b"), (3, "c"), (5, "b")], before)
    new = read_pairs([(2, "d"), (4, "b")], few)
    cells = joint.cells(old, new)
    assert cells.counter(np.ones(4, np.bool_)) == {"a": 1, "b": 2, "d": 1}
    assert [(int(row), cells.values[code]) for row, code in zip(cells.rows, cells.codes, strict=True)] == [
        (0, "a"), (1, "d"), (2, "b"), (3, "b"),
    ]  # fmt: skip
    order = joint.order(np.array([3, 2, 1, 0], np.int32), by(lambda key: -key, []))
    assert joint.keys[order].tolist() == [5, 4, 2, 1]


def test_where_nothing_changed_nothing_is_made() -> None:
    before = keys(1, 2)
    joint = Joint(before, keys(), keys())
    flags = np.array([True, False])
    assert joint.rows(flags, np.array([], np.bool_)) is flags
    cells = read_pairs([(1, "a")], before)
    assert joint.cells(cells, read_pairs([], keys())) is cells
