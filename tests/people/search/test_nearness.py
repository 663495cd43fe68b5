"""Slips of the keyboard are forgiven in one word or two, and the work they make is bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.search.nearness import near, slips
from people.search.words import parse


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("trug", "trung"), ("trungg", "trung"), ("tring", "trung"), ("turng", "trung"), ("rung", "trung"), ("tr", "t")],
)
def test_slips(typed: str, meant: str) -> None:
    assert meant in slips(typed)


@pytest.mark.parametrize(("typed", "meant"), [("trung", "trung"), ("trug", "trmng"), ("vinh", "vnhi"), ("ab", "cd")])
def test_not_a_slip(typed: str, meant: str) -> None:
    assert meant not in slips(typed)


@given(st.text(alphabet="abcdexyz", min_size=1, max_size=12), st.text(alphabet="abcdexyz", min_size=1, max_size=12))
def test_slips_go_both_ways(one: str, other: str) -> None:
    assert (other in slips(one)) == (one in slips(other))


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("", []),
        ("le", []),
        ("trug", [1]),
        ("nguyen trug", [2, 1]),
        ("nguyen duc trug", [3, 3]),
        ('"nguyen trug" vinh', [1]),
        ("57 nq", []),
        (" ".join(f"nguyen{letter}" for letter in "abcdefghijkl"), [6, 15]),
    ],
)
def test_one_word_slips_before_two_do(typed: str, groups: list[int]) -> None:
    assert [len(group) for group in near(parse(typed))] == groups


@given(st.text(alphabet="abcde ", max_size=400))
def test_the_work_is_bounded(typed: str) -> None:
    terms = [len(clause) for group in near(parse(typed)) for query in group for clause in query.clauses]
    assert sum(terms) < 21 * (2 * 700 + 16)
