"""Which days and years are odd; what is not comes first."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from meetings.models import Article, Directive, Meeting, Target
from meetings.review.years import SUSPECT_DEADLINES, SUSPECT_PERIODS, odd
from tests.factories import make_directive, make_meeting, make_target

LOADED = datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC)


def day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


def meeting(held: str | None = "2024-03-27", **values: Any) -> Meeting:
    known = {"date": day(held), "sort_date": day(held), "year": day(held).year} if held else {}
    return Meeting(**{"created_at": LOADED, "date_precision": "day" if held else "none", **known, **values})


@pytest.mark.parametrize(
    ("held", "reported", "expected"),
    [
        ("2024-03-27", [], None),
        ("2024-03-27", ["2024-03-28"], None),
        ("2024-04-27", ["2024-03-28"], None),
        ("2023-12-10", ["2024-03-28"], None),
        ("2024-08-27", ["2024-03-28"], "after_press"),
        ("2014-03-27", ["2024-03-28", "2024-04-02"], "before_press"),
        ("1924-03-27", [], "year"),
        ("2204-03-27", [], "year"),
    ],
)
def test_a_meeting_beside_those_who_tell_of_it(held: str, reported: list[str], expected: str | None) -> None:
    found = odd(meeting(held), [day(one) for one in reported])
    assert (found or {}).get("odd") == expected


@pytest.mark.parametrize(
    ("held", "due", "expected"),
    [
        ("2024-03-27", "2024-03-27", None),
        ("2024-03-27", "2030-12-31", None),
        (None, "2024-03-20", None),
        ("2024-03-27", "2023-12-31", "before_meeting"),
        (None, "2022-12-31", "before_meeting"),
        ("2024-03-27", "2074-12-31", "year"),
    ],
)
def test_a_deadline_beside_its_meeting(held: str | None, due: str, expected: str | None) -> None:
    of = meeting(held) if held else meeting(None, sort_date=day("2024-03-28"), year=2024)
    found = odd(Directive(meeting=of, deadline_to=day(due), created_at=LOADED), [])
    assert (found or {}).get("odd") == expected


@pytest.mark.parametrize(
    ("period", "status", "expected"),
    [
        ("", "achieved", None),
        ("2024-Q1", "achieved", None),
        ("2026/2030", "planned", None),
        ("2045", "planned", None),
        ("2026/2030", "achieved", "not_yet"),
        ("2205", "planned", "period"),
        ("1924", "achieved", "period"),
        ("2024/2924", "planned", "period"),
    ],
)
def test_the_period_of_a_figure(period: str, status: str, expected: str | None) -> None:
    found = odd(Target(meeting=meeting(), period=period, status=status, created_at=LOADED), [])
    assert (found or {}).get("odd") == expected


@pytest.mark.parametrize(
    ("printed", "expected"), [("2024-03-27", None), ("2026-09-01", "year"), ("1926-07-01", "year")]
)
def test_the_day_of_an_article(printed: str, expected: str | None) -> None:
    found = odd(Article(reported_on=day(printed), created_at=LOADED), [])
    assert (found or {}).get("odd") == expected


@pytest.mark.django_db
def test_whatever_is_odd_is_among_the_suspects_and_what_is_usual_is_not() -> None:
    meetings = [make_meeting(date=day("2024-03-27")), make_meeting(date=None, date_precision="none")]
    for of in meetings:
        for due in ("1924-03-27", "2023-12-31", "2024-06-30", "2039-12-31", "2040-01-01", "2074-12-31"):
            make_directive(of, deadline_to=day(due))
        for period in ("", "1924", "2024", "2024-Q2", "2025", "2021/2025", "2024/2924", "2205"):
            for status in ("achieved", "planned"):
                make_target(of, period=period, status=status)
    tasks, figures = Directive.objects.select_related("meeting"), Target.objects.select_related("meeting")
    odd_tasks, odd_figures = ({row.pk for row in rows if odd(row, [])} for rows in (tasks, figures))
    suspect_tasks = set(Directive.objects.filter(SUSPECT_DEADLINES).values_list("pk", flat=True))
    suspect_figures = set(Target.objects.filter(SUSPECT_PERIODS).values_list("pk", flat=True))
    assert odd_tasks
    assert odd_figures
    assert odd_tasks <= suspect_tasks
    assert odd_figures <= suspect_figures
    usual = Directive.objects.get(meeting=meetings[0], deadline_to=day("2024-06-30"))
    assert usual.pk not in suspect_tasks
    assert not suspect_figures & {
        row.pk for row in meetings[0].targets.filter(period__startswith="2024", year=2024) if "/" not in row.period
    }
