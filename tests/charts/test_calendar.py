"""Each day has its own place, and what counts more covers more of it."""

from __future__ import annotations

import datetime
import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from charts.calendar import CELL, SIDES, STEP, levels, place, years

DAYS = st.dates(datetime.date(2015, 1, 1), datetime.date(2030, 12, 31))
COUNTS = st.dictionaries(DAYS, st.integers(0, 300), max_size=60)


@given(st.integers(1, 9999))
def test_every_day_of_a_year_has_a_place_of_its_own(year: int) -> None:
    first = datetime.date(year, 1, 1)
    days = [first + datetime.timedelta(days=n) for n in range(365)]
    places = [place(day) for day in days]
    assert len(set(places)) == 365
    assert all(before[0] <= after[0] for before, after in itertools.pairwise(places))
    for day, (x, y) in zip(days, places, strict=True):
        assert place(day + datetime.timedelta(days=-day.weekday())) == (x, y - day.weekday() * STEP) or day.month == 1


@given(st.integers(1, 10_000))
def test_levels_hold_every_count_once_and_grow(highest: int) -> None:
    found = levels(highest)
    assert 1 <= len(found) <= len(SIDES)
    assert found[0].low == 1
    assert found[-1].high is None
    assert found[-1].low <= highest
    assert [level.high for level in found[:-1]] == [level.low - 1 for level in found[1:]]
    assert all(before.side < after.side for before, after in itertools.pairwise(found))
    assert found[-1].side == CELL


@given(COUNTS, st.integers(1, 5))
def test_nothing_is_lost(counts: dict[datetime.date, int], most: int) -> None:
    shown, left_out = years(counts, most=most)
    assert sum(year.total for year in shown) + left_out == sum(counts.values())
    assert len(shown) <= most
    assert [year.year for year in shown] == sorted((year.year for year in shown), reverse=True)
    for year in shown:
        assert {cell.day: cell.count for cell in year.cells} == {
            day: count for day, count in counts.items() if day.year == year.year and count
        }
        assert sum(month.count for month in year.months) == year.total
        for cell in year.cells:
            level = year.levels[cell.level - 1]
            assert level.low <= cell.count <= (level.high or cell.count)
            assert cell.x <= cell.mark[0] <= cell.mark[0] + cell.side <= cell.x + CELL
            assert cell.x + CELL <= year.width
            assert cell.y + CELL <= year.height


def test_days_and_months_lead_to_themselves() -> None:
    (year,), _ = years({datetime.date(2024, 2, 29): 2}, url=lambda first, last: f"{first}/{last}")
    assert year.cells[0].url == "2024-02-29/2024-02-29"
    assert [month.url for month in year.months if month.url] == ["2024-02-01/2024-02-29"]
    assert len(re.findall("M", year.grounds)) == 366
    assert len(re.findall("M", year.outline)) == 12
    assert year.weekdays[0][0] == 0


def test_an_empty_calendar() -> None:
    assert years({}) == ((), 0)
