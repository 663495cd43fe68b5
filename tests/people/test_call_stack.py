"""Calls at any depth map no memory; what a function takes, gives and raises is passed on."""

from __future__ import annotations

import posixpath
import resource

import pytest

from people.call_stack import in_one_piece

CALLS = 200


def faults_at(depth: int) -> int:
    """How often memory is mapped while a loop at that depth calls something."""
    if depth:
        return faults_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(CALLS):
        posixpath.join("a", "b")
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def test_no_depth_is_slow() -> None:
    deepest = in_one_piece(faults_at)
    deepest(700)  # takes what memory it takes
    assert max(deepest(depth) for depth in range(700)) < CALLS / 2


def test_what_goes_in_and_comes_out() -> None:
    assert in_one_piece(sorted)([2, 1], reverse=True) == [2, 1]
    assert in_one_piece(posixpath.join).__name__ == "join"
    with pytest.raises(ValueError, match="x"):
        in_one_piece(int)("x")
