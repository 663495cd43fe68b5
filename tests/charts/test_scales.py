"""Places keep the order and the proportions of what they stand for."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.scales import DayScale, LinearScale, tidy

NUMBERS = st.floats(-1e12, 1e12)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@given(NUMBERS, NUMBERS, st.floats(0, 1))
def test_ends_and_what_lies_between(low: float, high: float, share: float) -> None:
    scale = LinearScale((low, high), (90, 10))
    assert 10 <= scale(low + share * (high - low)) <= 90
    if high - low > 1e-3 * max(abs(low), abs(high)):
        assert (scale(low), scale(high)) == (90, 10)


@given(NUMBERS)
def test_a_single_number_lies_in_the_middle(number: float) -> None:
    assert LinearScale((number, number))(number) == 50


@given(st.lists(DAYS, min_size=4, max_size=4).map(sorted))
def test_days_lie_in_their_order_and_parts_fill_the_whole(days: list[datetime.date]) -> None:
    first, one, other, last = days
    scale = DayScale(first, last)
    assert 0 <= scale.start(one) <= scale(one) <= scale(other) <= 100
    x, width = scale.span(first, last)
    assert (x, width) == (0, 100)
    x, width = scale.span(one, other)
    assert x == scale.start(one)
    assert width > 0 or (last - first).days > 10_000
    assert x + width <= 100.01


def test_what_lies_outside_is_cut_off() -> None:
    scale = DayScale(datetime.date(2025, 1, 1), datetime.date(2025, 1, 10))
    assert scale.span(datetime.date(2024, 1, 1), datetime.date(2025, 1, 5)) == (0, 50)
    assert scale.span(datetime.date(2025, 1, 6), datetime.date(2026, 1, 1)) == (50, 50)
    assert scale.span(datetime.date(2024, 1, 1), datetime.date(2024, 5, 1))[1] == 0
    assert scale.span(datetime.date(2026, 1, 1), datetime.date(2026, 5, 1))[1] == 0


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before the first"):
        DayScale(datetime.date(2025, 1, 2), datetime.date(2025, 1, 1))


def test_places_are_short() -> None:
    assert str(tidy(100 / 3)) == "33.33"
    assert str(tidy(-0.0001)) == "0.0"
