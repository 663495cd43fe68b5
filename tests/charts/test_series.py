"""Numbers stand in the order and the proportion that they have, with room for what is said of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.series import HEIGHT, MOST, TOP, Point, series

NUMBERS = st.decimals(-1_000_000, 1_000_000, places=3)
BANDS = st.sampled_from(["2023", "2024", "2025", "2026–2030", "Không nêu năm"])

LABELS = st.sampled_from(["", "26", "26.100", "25.000–27.000", "≥ 1.234.567,89/2.000.000"])


@st.composite
def points(draw: st.DrawFn) -> Point:
    low = draw(NUMBERS)
    more = st.none() | st.decimals(0, 1000, places=3)
    high, total = (None if add is None else low + add for add in (draw(more), draw(more)))
    return Point(draw(BANDS), low, high, total, draw(st.sampled_from(["", "up", "down", "about"])), label=draw(LABELS))


SERIES = st.lists(points(), min_size=1, max_size=MOST + 6).map(lambda told: sorted(told, key=lambda p: p.band))


@given(SERIES)
def test_everything_lies_within_the_picture(told: list[Point]) -> None:
    drawn = series(told)
    for mark in drawn.marks:
        assert TOP <= mark.top <= mark.y <= HEIGHT
        assert mark.total_y is None or TOP <= mark.total_y <= mark.y
        assert 0 < mark.x < 100
        assert mark.label_y - 12 >= 0
        assert mark.reach[1] >= 24
        assert mark.reach[0] <= mark.label_y < mark.y < sum(mark.reach)


@given(SERIES)
def test_heights_are_in_proportion(told: list[Point]) -> None:
    drawn = series(told)
    low, high = drawn.ticks[0], drawn.ticks[-1]
    for mark in drawn.marks:
        share = float((mark.point.low - low.value) / (high.value - low.value))
        assert mark.y == pytest.approx(HEIGHT - share * (HEIGHT - TOP), abs=0.01)
        assert mark.is_range is (mark.point.high is not None)


@given(SERIES)
def test_each_point_has_a_slot_of_its_own_within_its_band(told: list[Point]) -> None:
    drawn = series(told)
    slot = 100 / drawn.slots
    assert all(after.x - before.x >= slot - 0.05 for before, after in pairwise(drawn.marks))
    assert drawn.bands[-1].x + drawn.bands[-1].width == pytest.approx(100, abs=0.02)
    for mark in drawn.marks:
        (band,) = (b for b in drawn.bands if b.label == mark.point.band)
        assert band.x + slot / 2 - 0.05 <= mark.x <= band.x + band.width - slot / 2 + 0.05
        assert band.x < band.middle < band.x + band.width


@given(SERIES)
def test_of_too_many_the_last_are_drawn_and_the_others_counted(told: list[Point]) -> None:
    drawn = series(told)
    assert [mark.point for mark in drawn.marks] == told[-MOST:]
    assert drawn.left_out == max(0, len(told) - MOST)
    assert 1 <= drawn.size <= 3


@pytest.mark.parametrize(
    ("numbers", "from_zero"),
    [
        ((3, 9), True),
        ((24000, 26000), False),
        ((5,), True),
        ((0, 9), True),
        ((-3, 9), True),
        ((-9, -8), True),
        ((60, 100), False),
        ((59, 100), True),
    ],
)
def test_the_scale_begins_at_zero_unless_all_lie_far_from_it(numbers: tuple[int, ...], from_zero: bool) -> None:
    drawn = series([Point("2025", Decimal(number)) for number in numbers])
    assert drawn.from_zero is from_zero


def test_a_long_label_has_room() -> None:
    long, short = (series([Point(label, Decimal(1))]) for label in ("Không nêu năm", "2025"))
    assert long.slots == short.slots + 1


def test_a_long_label_of_a_point_does_not_run_into_the_next_one() -> None:
    drawn = series([Point("2025", Decimal(1), label=label) for label in ("1", "25.000–27.000", "26.100")])
    slot = 100 / drawn.slots
    assert [round((after.x - before.x) / slot, 1) for before, after in pairwise(drawn.marks)] == [1.5, 1.5]


def test_nothing_is_no_series() -> None:
    with pytest.raises(ValueError, match="a series needs a point"):
        series([])
