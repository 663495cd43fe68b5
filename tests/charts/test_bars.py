"""Bars stand side by side, as high as their counts, and only what is selected is marked as such."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.bars import HEIGHT, LEAST, strip
from charts.periods import Period, Unit, fitting, periods

MONTHS = periods(datetime.date(2024, 11, 1), datetime.date(2026, 2, 1), Unit.MONTH)
DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31))
COUNTS = st.dictionaries(st.sampled_from(MONTHS), st.integers(0, 5000))


@given(COUNTS, st.integers(0, 9000))
def test_heights_are_in_proportion(counts: dict[Period, int], highest: int) -> None:
    drawn = strip(counts, MONTHS, highest=highest)
    top = max(drawn.highest, highest)
    for bar in drawn.bars:
        assert bar.count == counts.get(bar.period, 0)
        assert bar.top + bar.height == pytest.approx(HEIGHT)
        assert 0 <= bar.top <= HEIGHT
        assert bar.height == (pytest.approx(max(HEIGHT * bar.count / top, LEAST), abs=0.01) if bar.count else 0)
    assert all(0 <= tick.at <= HEIGHT for tick in drawn.ticks)
    assert drawn.total == sum(counts.values())


@given(st.integers(1, 36))
def test_bars_fill_the_width_without_overlap(number: int) -> None:
    drawn = strip({}, fitting(datetime.date(2025, 1, 1), datetime.date(2025, 1, 1), least=number))
    assert drawn.bars[0].x == 0
    assert drawn.bars[-1].x + drawn.bars[-1].width == pytest.approx(100, abs=0.02)
    for before, after in zip(drawn.bars, drawn.bars[1:], strict=False):
        assert before.body[0] + before.body[1] < after.x < after.middle
    assert drawn.size == (number + 11) // 12
    assert sum(band.width for band in drawn.years) == pytest.approx(100, abs=0.3)


@given(st.one_of(st.none(), DAYS), st.one_of(st.none(), DAYS))
def test_selected_is_what_shares_a_day_with_the_selection(
    since: datetime.date | None, until: datetime.date | None
) -> None:
    drawn = strip({}, MONTHS, selection=(since, until))
    for bar in drawn.bars:
        day, shared = bar.period.first, False
        while day <= bar.period.last:
            shared = shared or ((since is None or since <= day) and (until is None or day <= until))
            day += datetime.timedelta(days=1)
        assert bar.selected is (None if since is until is None else shared)


def test_what_lies_outside_is_counted_and_what_is_empty_leads_nowhere() -> None:
    inside, outside = MONTHS[3], MONTHS[0].shifted(-5)
    drawn = strip({inside: 4, outside: 7}, MONTHS, url=lambda period: f"?since={period.first}")
    assert drawn.left_out == 7
    assert [bar.url for bar in drawn.bars if bar.url] == ["?since=2025-02-01"]
    assert [band.year for band in drawn.years] == [2024, 2025, 2026]


def test_numbers_stand_above_bars_as_long_as_they_are_short() -> None:
    assert strip({MONTHS[0]: 999}, MONTHS).numbered
    assert not strip({MONTHS[0]: 1000}, MONTHS).numbered


def test_nothing_to_show_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a period"):
        strip({}, [])


@pytest.mark.parametrize(("years", "long", "size"), [(2, True, 1), (8, True, 2), (21, True, 3), (22, False, 2)])
def test_years_are_named_in_full_where_there_is_room(years: int, long: bool, size: int) -> None:
    shown = periods(datetime.date(2000, 1, 1), datetime.date(1999 + years, 1, 1), Unit.YEAR)
    drawn = strip({}, shown)
    assert (drawn.long_names, drawn.size) == (long, size)
