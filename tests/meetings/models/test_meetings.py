"""What lists are ordered and filtered by follows from what is known of the day, however a meeting is saved."""

import datetime
from decimal import Decimal

import pytest

from meetings.models import Meeting, Target
from meetings.models.articles import UNKNOWN_DAY
from tests import factories

pytestmark = pytest.mark.django_db
REPORTED = datetime.date(2025, 11, 4)


def test_the_meetings_own_day_orders_it() -> None:
    meeting = factories.make_meeting(
        date=datetime.date(2024, 3, 27), articles=[factories.make_article(reported_on=REPORTED)]
    )
    assert (meeting.sort_date, meeting.year) == (datetime.date(2024, 3, 27), 2024)


def test_the_press_report_orders_a_meeting_of_an_unknown_day() -> None:
    later = factories.make_article(reported_on=REPORTED + datetime.timedelta(days=1))
    meeting = factories.make_meeting(articles=[later, factories.make_article(reported_on=REPORTED)])
    assert (meeting.sort_date, meeting.year) == (REPORTED, 2025)


def test_a_meeting_of_which_no_day_is_known_comes_last() -> None:
    meeting = factories.make_meeting()
    factories.make_meeting(date=datetime.date(1990, 1, 1))
    assert (meeting.sort_date, meeting.year) == (UNKNOWN_DAY, None)
    assert Meeting.objects.last() == meeting


def test_a_day_that_is_set_right_moves_the_meeting() -> None:
    meeting = factories.make_meeting(date=datetime.date(2024, 3, 27))
    meeting.date = datetime.date(2023, 3, 27)
    meeting.save(update_fields=["date"])
    meeting.refresh_from_db()
    assert (meeting.sort_date, meeting.year) == (datetime.date(2023, 3, 27), 2023)


@pytest.mark.parametrize(
    ("period", "year"), [("2025", 2025), ("2025-10", 2025), ("2025-Q1", 2025), ("2026/2030", 2026), ("", None)]
)
def test_the_year_of_a_figure_is_that_in_which_its_period_begins(period: str, year: int | None) -> None:
    target = factories.make_target(period=period)
    target.refresh_from_db()
    assert target.year == year


def test_a_period_that_is_set_right_moves_the_figure() -> None:
    target = factories.make_target(period="2025")
    target.period = "2030"
    target.save(update_fields=["period"])
    assert Target.objects.get().year == 2030


def test_a_unit_that_is_set_right_brings_its_factor_and_keeps_it() -> None:
    target = factories.make_target(unit="tỷ đồng")
    assert (target.factor, target.base_unit) == (Decimal(10**9), "VND")
    target.unit = "triệu đồng"
    target.save(update_fields=["unit"])
    target = Target.objects.get()
    target.follow({"unit": "tỷ đồng"})  # read again as before: the person's unit stays, and so does its factor
    target.save()
    assert (target.unit, target.factor) == ("triệu đồng", Decimal(10**6))
