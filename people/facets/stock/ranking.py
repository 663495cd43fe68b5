"""Which of the chosen rows of a stock come first: all in order, or the first ones without looking at all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from people.facets.stock.cells import Mask, Places

LOOKED_AT = 3_000  # rows at most, of which each is looked at; to ask for all at once takes as long for some more
_FIRST, _GROWING = 100, 3  # rows that are looked at first, and how many times as many after that
_BITS = 16


def best_first(order: Places, flags: Sequence[Any]) -> Places:
    """The order, but first by what rows have in the arrays `flags`, the first of which decides most.

    A flag is one of each row that is there or not, or a number.
    """
    told = [flag[order] for flag in flags]
    if len(told) < _BITS and all(flag.dtype == np.bool_ for flag in told):
        ranks = np.zeros(len(order), np.uint16)  # small numbers are sorted in one go
        for flag in told:
            ranks = ranks << 1 | flag
        return order[np.argsort(ranks, kind="stable")]
    return order[np.lexsort((np.arange(len(order)), *reversed(told)))]


def first_of_best(order: Places, flags: Sequence[Any], most: int, look: Callable[[Places], Mask]) -> Places | None:
    """At least the first `most` places of `best_first`, where a last flag is only known of rows that are looked at.

    `look` gives for some places which of them are to come first among those alike in the other `flags`; None where too
    many would have to be looked at.
    """
    ranked, left = best_first(order, flags), LOOKED_AT
    found: list[Places] = []
    for alike in _alike(ranked, flags):
        first: list[Places] = []
        last: list[Places] = []
        at, size = 0, _FIRST
        while at < len(alike):
            some = alike[at : at + size]
            left -= len(some)
            if left < 0:
                return None
            has = look(some)
            first.append(some[has])
            last.append(some[~has])
            if sum(map(len, found)) + sum(map(len, first)) >= most:
                return np.concatenate([*found, *first])
            at, size = at + size, size * _GROWING
        found += [*first, *last]
        if sum(map(len, found)) >= most:
            break
    return np.concatenate(found) if found else ranked


def _alike(ranked: Places, flags: Sequence[Any]) -> list[Places]:
    """The places in pieces, within which all flags are the same."""
    changes = np.zeros(max(len(ranked) - 1, 0), np.bool_)
    for flag in flags:
        told = flag[ranked]
        changes |= told[1:] != told[:-1]
    return np.split(ranked, np.flatnonzero(changes) + 1)
