"""Periods follow each other without gaps, and are as fine as there is room for."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.periods import FINEST_FIRST, Period, Unit, fitting, periods

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31))
UNITS = st.sampled_from(FINEST_FIRST)
ONE_DAY = datetime.timedelta(days=1)


@given(DAYS, UNITS)
def test_a_day_lies_in_its_period(day: datetime.date, unit: Unit) -> None:
    period = Period.of(day, unit)
    assert period.first <= day <= period.last
    assert period.first.day == 1
    assert {Period.of(period.first, unit), Period.of(period.last, unit)} == {period}
    assert period.year == day.year
    assert 1 <= period.number <= {Unit.MONTH: 12, Unit.QUARTER: 4, Unit.YEAR: 1}[unit]


@given(DAYS, UNITS, st.integers(-400, 400))
def test_shifting_leads_there_and_back(day: datetime.date, unit: Unit, by: int) -> None:
    period = Period.of(day, unit)
    assert period.shifted(by).shifted(-by) == period
    assert period.shifted(1).first == period.last + ONE_DAY


@given(DAYS, st.integers(0, 5000), UNITS)
def test_periods_fill_the_span(first: datetime.date, days: int, unit: Unit) -> None:
    last = first + datetime.timedelta(days=days)
    found = periods(first, last, unit)
    assert found[0].first <= first <= found[0].last
    assert found[-1].first <= last <= found[-1].last
    assert all(after.first == before.last + ONE_DAY for before, after in itertools.pairwise(found))


@given(DAYS, st.integers(0, 40_000), st.integers(1, 12))
def test_as_fine_as_there_is_room_for(first: datetime.date, days: int, least: int) -> None:
    last = first + datetime.timedelta(days=days)
    found = fitting(first, last, 36, least)
    unit = found[0].unit
    assert least <= len(found) <= 36
    assert found[-1] == Period.of(last, unit)
    assert found[0].first <= first or (unit is Unit.YEAR and len(found) == 36)
    if unit is not Unit.MONTH:
        assert len(periods(first, last, FINEST_FIRST[FINEST_FIRST.index(unit) - 1])) > 36


def test_there_is_no_year_before_the_first() -> None:
    assert len(fitting(datetime.date(1, 1, 1), datetime.date(1, 2, 1), least=12)) == 2
    with pytest.raises(OverflowError):
        Period(datetime.date(1, 1, 1), Unit.MONTH).shifted(-1)
