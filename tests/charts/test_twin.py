"""Two strips that can be compared bar by bar."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.periods import Period, Unit, periods
from charts.twin import HEIGHT, Half, twin

MONTHS = periods(datetime.date(2025, 1, 1), datetime.date(2025, 12, 1), Unit.MONTH)
COUNTS = st.dictionaries(st.sampled_from(MONTHS), st.integers(0, 500))


@given(COUNTS, COUNTS)
def test_equal_counts_are_equally_high_on_both_sides(above: dict[Period, int], below: dict[Period, int]) -> None:
    both = twin(Half(above), Half(below), MONTHS)
    bars = [*both.above.bars, *both.below.bars]
    heights: dict[int, set[float]] = {}
    for bar in bars:
        heights.setdefault(bar.count, set()).add(bar.height)
    assert all(len(found) == 1 for found in heights.values())
    assert max(bar.height for bar in bars) == (HEIGHT if max(bar.count for bar in bars) else 0)
    assert [bar.period for bar, _ in both.rows] == [bar.period for _, bar in both.rows] == MONTHS
    assert max(bar.height for bar in both.below.bars) <= both.depth <= HEIGHT
    assert max(bar.height for bar in both.above.bars) <= HEIGHT - both.spare <= HEIGHT
    assert both.drawn == both.depth - both.spare


def test_what_one_side_leaves_empty_is_not_drawn() -> None:
    assert twin(Half({}), Half({MONTHS[0]: 2}), MONTHS).spare == HEIGHT
    assert twin(Half({MONTHS[3]: 2}), Half({MONTHS[0]: 2}), MONTHS).spare == 0


def test_each_side_has_days_and_links_of_its_own() -> None:
    day = MONTHS[2].first
    both = twin(Half({MONTHS[2]: 1}, (day, day), lambda _: "?a"), Half({MONTHS[3]: 1}, url=lambda _: "?b"), MONTHS)
    assert [bar.selected for bar in both.above.bars].count(True) == 1
    assert {bar.selected for bar in both.below.bars} == {None}
    assert [bar.url for bar, _ in both.rows if bar.url] == ["?a"]
    assert [bar.url for _, bar in both.rows if bar.url] == ["?b"]


@pytest.mark.parametrize(
    ("day", "place"), [("2025-01-01", 0.13), ("2025-12-31", 99.87), ("2024-12-31", None), ("2026-01-01", None)]
)
def test_where_a_day_lies(day: str, place: float | None) -> None:
    found = twin(Half({}), Half({}), MONTHS).above.at(datetime.date.fromisoformat(day))
    assert found == (None if place is None else pytest.approx(place, abs=0.02))
