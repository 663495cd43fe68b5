"""Chains grow by joining, and hold no two that were told apart."""

from __future__ import annotations

from meetings.reconcile.chains import Chains


def test_joined_ones_are_one_set_told_once() -> None:
    chains = Chains([])
    for one, other in ((1, 2), (3, 4), (2, 3), (1, 4)):
        chains.join(one, other)
    chains.of(9)
    assert chains.all() == [{1, 2, 3, 4}]


def test_what_is_apart_is_not_joined_by_a_third() -> None:
    chains = Chains([(1, 3)])
    assert not chains.may_join(1, 3)
    assert chains.may_join(1, 2)
    chains.join(1, 2)
    assert not chains.may_join(2, 3)
    assert not chains.may_join(3, 2)
    assert chains.may_join(2, 4)
