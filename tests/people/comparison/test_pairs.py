"""Bars that face each other are as long as the numbers they stand for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from people.comparison.pairs import pairs

NUMBERS = st.integers(min_value=0, max_value=10**6)


def length(share: str) -> float:
    assert share.endswith("%")
    return float(share[:-1])


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=20))
def test_bars_are_true_to_scale_and_never_leave_their_side(numbers: list[tuple[int, int]]) -> None:
    made = pairs((str(n), left, right, str(n)) for n, (left, right) in enumerate(numbers))
    assert [(pair.left, pair.right) for pair in made] == [both for both in numbers if any(both)]
    longest = max((max(both) for both in numbers), default=0)
    for pair in made:
        for count, share in ((pair.left, pair.left_share), (pair.right, pair.right_share)):
            assert 0 <= length(share) <= 100
            assert (length(share) == 0) is (count == 0)
            if length(share) > 1.5:  # shorter ones are drawn so long that they can be seen
                assert abs(length(share) - 100 * count / longest) <= 0.05
        assert abs(length(pair.left_begin) + length(pair.left_share) - 100) < 0.05
    if made:
        assert max(length(share) for pair in made for share in (pair.left_share, pair.right_share)) == 100
