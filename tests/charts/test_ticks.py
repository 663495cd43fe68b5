"""Ticks are round, evenly spaced, few, and enclose what they measure."""

from __future__ import annotations

import datetime
import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.periods import Period, Unit
from charts.scales import DayScale, LinearScale
from charts.ticks import placed, time_ticks, value_ticks

DECIMALS = st.decimals(-(10**12), 10**12, places=3)
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))


@given(DECIMALS, DECIMALS, st.integers(2, 9), st.booleans())
def test_they_enclose_in_few_equal_round_steps(one: Decimal, other: Decimal, most: int, whole: bool) -> None:
    low, high = sorted((one, other))
    ticks = value_ticks(low, high, most, whole=whole)
    assert ticks[0] <= low <= high <= ticks[-1]
    assert 2 <= len(ticks) <= most + 1
    step = ticks[1] - ticks[0]
    assert {after - before for before, after in itertools.pairwise(ticks)} == {step}
    assert step.normalize().as_tuple().digits in ((1,), (2,), (5,))
    assert low > 0 or high < 0 or 0 in ticks
    if whole:
        assert all(tick == int(tick) for tick in ticks)


@given(DECIMALS, DECIMALS)
def test_no_finer_step_would_do(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    ticks = value_ticks(low, high, 5)
    if high > low:
        finer = (ticks[1] - ticks[0]) / Decimal("2.5")
        assert high // finer - low // finer + 2 > 5


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0, 26000, "0 10000 20000 30000"),
        (0, 1, "0 0.2 0.4 0.6 0.8 1"),
        (0, 0, "0 0.2"),
        (8, 8, "8 10"),
        (Decimal("7.9"), Decimal("8.6"), "7.8 8 8.2 8.4 8.6"),
        (-3, 12, "-5 0 5 10 15"),
    ],
)
def test_examples(low: Decimal, high: Decimal, told: str) -> None:
    assert " ".join(map(str, value_ticks(low, high))) == told


@pytest.mark.parametrize(("low", "high"), [(2, 1), (float("nan"), 1), (0, float("inf"))])
def test_what_cannot_be_measured_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        value_ticks(low, high)


@given(DAYS, DAYS, st.integers(1, 12))
def test_days_are_measured_by_few_whole_periods(one: datetime.date, other: datetime.date, most: int) -> None:
    first, last = sorted((one, other))
    ticks = time_ticks(first, last, most)
    assert len(ticks) <= most
    assert all(first <= tick.first <= last for tick in ticks)
    assert list(ticks) == sorted(ticks)
    assert len({tick.unit for tick in ticks}) <= 1


def test_a_few_years_and_a_century() -> None:
    five = time_ticks(datetime.date(2021, 3, 1), datetime.date(2026, 6, 1))
    assert [(tick.unit, tick.year) for tick in five] == [(Unit.YEAR, year) for year in range(2022, 2027)]
    century = time_ticks(datetime.date(1921, 3, 1), datetime.date(2026, 6, 1))
    assert [tick.year for tick in century] == [1940, 1960, 1980, 2000, 2020]


def test_each_stands_at_its_place() -> None:
    assert [tick.at for tick in placed(value_ticks(0, 4, 2), LinearScale((0, 4), (90, 10)))] == [90, 50, 10]
    days = DayScale(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    assert placed([Period(datetime.date(2025, 1, 1), Unit.MONTH)], days)[0].at == 0
