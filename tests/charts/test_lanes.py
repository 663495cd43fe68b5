"""Lanes show what is told where it is told, and nothing before, behind or between."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.lanes import GREATEST, HEIGHT, LEAST, Told, marked, runs, scale_of, stretched

DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31))
TOLD = st.builds(
    lambda day, length, times: Told(day, day + datetime.timedelta(days=length), times),
    DAYS,
    st.integers(0, 900),
    st.integers(0, 60),
)
YEAR = datetime.timedelta(days=366)


@given(st.lists(TOLD, max_size=25), st.integers(0, 800))
def test_runs_keep_every_day_and_every_number_and_lie_apart(told: list[Told], days: int) -> None:
    apart = datetime.timedelta(days=days)
    found = runs(told, apart)
    assert sum(run.times for run in found) == sum(each.times for each in told)
    for each in told:
        assert any(run.first <= each.first and each.last <= run.last for run in found)
    assert {run.first for run in found} <= {each.first for each in told}
    assert {run.last for run in found} <= {each.last for each in told}
    for one, other in pairwise(found):
        assert other.first - one.last > apart


@given(st.lists(TOLD, min_size=1, max_size=25))
def test_stretches_lie_in_the_picture_in_order_and_gaps_between_them(told: list[Told]) -> None:
    scale = scale_of(told)
    lane = stretched(runs(told, YEAR), scale)
    for stretch in lane.stretches:
        assert 0 < stretch.x <= stretch.start <= stretch.end <= stretch.x + stretch.width + 0.02 < 100.02
        assert stretch.is_a_day is (stretch.told.first == stretch.told.last)
        assert scale.first < stretch.told.first <= stretch.told.last < scale.last
    ends = [(stretch.start, stretch.end) for stretch in lane.stretches]
    assert ends == sorted(ends)
    assert [(gap.start, gap.end) for gap in lane.gaps] == [(one[1], other[0]) for one, other in pairwise(ends)]


@given(st.lists(TOLD, min_size=1, max_size=25), st.integers(0, 200))
def test_marks_grow_with_their_numbers_and_stand_on_the_ground(told: list[Told], highest: int) -> None:
    lane = marked(told, scale_of(told), highest)
    for mark in lane.marks:
        assert 0 < mark.x < 100
        assert abs(mark.top + mark.height - HEIGHT) < 0.02
        assert LEAST <= mark.height <= GREATEST
    ordered = sorted(lane.marks, key=lambda mark: mark.told.times)
    heights = [mark.height for mark in ordered]
    assert heights == sorted(heights)


def test_what_is_as_often_has_the_same_height_in_lanes_of_one_measure() -> None:
    day = datetime.date(2025, 3, 5)
    scale = scale_of([Told(day, day)])
    alone, beside = marked([Told(day, day, 2)], scale, 8), marked([Told(day, day, 2), Told(day, day, 8)], scale)
    assert alone.marks[0].height == beside.marks[0].height < beside.marks[1].height == GREATEST


def test_a_single_day_is_in_the_middle_and_the_ends_of_time_are_no_error() -> None:
    day = datetime.date(2025, 3, 5)
    assert scale_of([Told(day, day)])(day) == 50
    assert scale_of([Told(datetime.date.min, datetime.date.max)]).first == datetime.date.min
    with pytest.raises(ValueError):
        scale_of([])
