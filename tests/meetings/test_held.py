"""When meetings were held: each counted once, in bars only where its date is exact enough, one query for all."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.http import QueryDict
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from charts.periods import Period, Unit
from meetings.filters import MeetingFilter
from meetings.held import HeldStrips, held, strips
from meetings.models import Meeting
from tests.factories import make_meeting, make_province

pytestmark = pytest.mark.django_db
DAY = datetime.date


def hold(day: DAY | None, precision: str = "day", **values: Any) -> Meeting:
    if day is None:
        return make_meeting(**values)
    return make_meeting(date=day, date_precision=precision, **values)


@pytest.fixture
def dated() -> None:
    """Two meetings of one day, one known by its month, one by its quarter, one by its year, one not at all."""
    hold(DAY(2025, 3, 5))
    hold(DAY(2025, 3, 5))
    hold(DAY(2025, 3, 1), "month")
    hold(DAY(2025, 1, 1), "quarter")
    hold(DAY(2024, 1, 1), "year")
    hold(None)


def drawn(query: str = "") -> HeldStrips:
    found = strips(MeetingFilter(QueryDict(query), queryset=Meeting.objects.published()))
    assert found is not None
    return found


@pytest.mark.usefixtures("dated")
def test_a_date_counts_no_more_exactly_than_it_is_known(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        counted = held(Meeting.objects.published())
    assert counted.days == {DAY(2025, 3, 5): 2}
    assert counted.by(Unit.MONTH) == {Period(DAY(2025, 3, 1), Unit.MONTH): 3}
    assert counted.by(Unit.QUARTER) == {Period(DAY(2025, 1, 1), Unit.QUARTER): 4}
    assert counted.by(Unit.YEAR) == {Period(DAY(2025, 1, 1), Unit.YEAR): 4, Period(DAY(2024, 1, 1), Unit.YEAR): 1}
    assert (counted.total, counted.undated) == (6, 1)
    assert counted.span(DAY(2026, 1, 1), Unit.MONTH) == (DAY(2025, 3, 1), DAY(2025, 3, 5))


@pytest.mark.usefixtures("dated")
def test_a_single_month_stands_among_eleven_empty_ones() -> None:
    found = drawn()
    assert len(found.whole.bars) == 12
    assert [(bar.period.first, bar.count) for bar in found.whole.bars if bar.count] == [(DAY(2025, 3, 1), 3)]
    assert (found.elsewhere, found.closer, found.chosen) == (3, None, False)


def test_a_bar_leads_to_its_days_and_keeps_the_other_filters() -> None:
    hold(DAY(2025, 3, 5), province=make_province("Nghệ An"))
    hold(DAY(2025, 3, 5), province=make_province("Bắc Ninh"))
    bar = drawn("province=nghe-an&since=2020-01-01&page=2").whole.bars[-1]
    assert bar.count == 1
    assert dict(QueryDict(bar.url.removeprefix("?")).items()) == {
        "province": "nghe-an",
        "since": "2025-03-01",
        "until": "2025-03-31",
    }


def test_days_chosen_leave_all_bars_in_view() -> None:
    for month in (1, 2, 3):
        hold(DAY(2025, month, 10))
    found = drawn("since=2025-02-15&until=2025-03-31")
    assert [bar.selected for bar in found.whole.bars[-3:]] == [False, True, True]
    assert [bar.count for bar in found.whole.bars[-3:]] == [1, 1, 1]
    assert found.chosen


def test_what_has_no_room_for_months_is_shown_by_quarters_and_closer_where_days_are_chosen() -> None:
    hold(DAY(2019, 5, 10))
    hold(DAY(2025, 3, 10))
    assert (drawn().whole.unit, drawn().closer) == (Unit.QUARTER, None)
    closer = drawn("since=2025-01-01&until=2025-03-31").closer
    assert closer is not None
    assert closer.unit is Unit.MONTH
    assert [bar.selected for bar in closer.bars] == [False] * 9 + [True] * 3
    assert [bar.count for bar in closer.bars][-1] == 1
    assert drawn("until=2025-03-31").closer is None  # six years have no room for months either


@pytest.mark.parametrize(
    "query", ["since=x", "since=2025-12-31&until=2025-01-01", "until=0001-01-01", "since=9999-12-31"]
)
def test_odd_days_break_nothing(query: str) -> None:
    hold(DAY(2019, 5, 10))
    hold(DAY(2025, 3, 10))
    found = drawn(query)
    assert found.whole.total == 2
    assert not any(bar.selected for bar in found.whole.bars)


def test_a_slip_of_the_reading_does_not_stretch_the_picture() -> None:
    hold(DAY(2925, 5, 10))
    hold(timezone.localdate())
    found = drawn()
    assert (found.whole.unit, found.elsewhere) == (Unit.MONTH, 1)


def test_without_dates_there_is_no_picture() -> None:
    hold(None)
    assert strips(MeetingFilter(QueryDict(), queryset=Meeting.objects.published())) is None
