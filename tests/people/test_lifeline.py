"""A life line is what texts tell of offices and meetings in time, and not a day more."""

from __future__ import annotations

import datetime

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import translation

from charts.lanes import Told
from meetings.models import Meeting
from people.attendance import Attendance
from people.lifeline import OFFICES_SHOWN, life_line
from people.models import Official, Role
from tests.factories import (
    make_appearance,
    make_article,
    make_attestation,
    make_meeting,
    make_official,
    make_role,
)
from tests.people.views.test_officials import queries

pytestmark = pytest.mark.django_db


def day(year: int, month: int = 3, number: int = 5) -> datetime.date:
    return datetime.date(year, month, number)


def attested(official: Official, title: str, *days: datetime.date) -> Role:
    role = make_role(official, title, first_attested=min(days), last_attested=max(days))
    for each in days:
        make_attestation(role, make_article(f"{official} ngày {each}.", title=f"Tin {each}"), attested_on=each)
    return role


def roles(official: Official) -> list[Role]:
    return list(official.roles.all())


def test_what_less_than_two_days_are_known_of_has_no_line() -> None:
    official = make_official()
    make_role(official)
    assert life_line(Attendance(official).attended, roles(official)) is None
    attested(official, "Chủ tịch", day(2024))
    assert life_line(Attendance(official).attended, roles(official)) is None


def test_an_office_is_drawn_from_the_first_to_the_last_text_with_gaps_of_over_a_year() -> None:
    official = make_official()
    told = [day(2018), day(2018, 12), day(2019, 8), day(2022), day(2022, 6)]
    attested(official, "Chủ tịch", *told)
    line = life_line(Attendance(official).attended, roles(official))
    assert line is not None
    (office,) = line.offices
    assert [(each.first, each.last, each.times) for each in office.told] == [
        (day(2018), day(2019, 8), 3),
        (day(2022), day(2022, 6), 2),
    ]
    assert len(office.lane.gaps) == 1


def test_the_days_of_an_office_that_a_person_added_are_its_ends_though_no_text_gives_it() -> None:
    official = make_official()
    make_role(official, first_attested=day(2018), last_attested=day(2021))
    line = life_line(Attendance(official).attended, roles(official))
    assert line is not None
    assert line.offices[0].told == (Told(day(2018), day(2018), 0), Told(day(2021), day(2021), 0))


def test_meetings_are_marked_once_as_led_or_as_taken_part_in() -> None:
    official = make_official()
    for number, (date, acts) in enumerate(
        [(day(2025), ("chairs", "speaks")), (day(2025), ("speaks",)), (day(2025, 4), ("attends", "reports"))]
    ):
        meeting = make_meeting(f"Cuộc họp {number}", date=date)
        for act in acts:
            make_appearance(meeting, official, act=act)
    line = life_line(Attendance(official).attended, [])
    assert line is not None
    assert [(presence.led, presence.told) for presence in line.presences] == [
        (True, (Told(day(2025), day(2025), 1),)),
        (False, (Told(day(2025), day(2025), 1), Told(day(2025, 4), day(2025, 4), 1))),
    ]
    assert [presence.by_year for presence in line.presences] == [[(2025, 1)], [(2025, 2)]]


def test_over_years_marks_are_months() -> None:
    official = make_official()
    for date in (day(2018), day(2018, 3, 25), day(2025)):
        make_appearance(make_meeting(f"Họp {date}", date=date), official)
    line = life_line(Attendance(official).attended, [])
    assert line is not None
    assert line.monthly
    assert line.presences[0].told == (Told(day(2018), day(2018, 3, 25), 2), Told(day(2025), day(2025), 1))


def test_what_may_not_be_seen_and_days_that_nobody_knows_are_not_drawn() -> None:
    official = make_official()
    for number in range(3):
        make_appearance(make_meeting(f"Họp {number}", date=day(2020 + number)), official)
    make_appearance(make_meeting("Họp không rõ ngày"), official)
    Meeting.objects.filter(title="Họp 0").update(state="rejected")
    line = life_line(Attendance(official).attended, [])
    assert line is not None
    assert [each.first for each in line.presences[0].told] == [day(2021), day(2022)]


def test_the_latest_offices_are_shown_in_the_order_in_which_texts_give_them() -> None:
    official = make_official()
    for number in range(OFFICES_SHOWN + 2):
        attested(official, f"Chức vụ {number}", day(2005 + number), day(2006 + number))
    line = life_line(Attendance(official).attended, roles(official))
    assert line is not None
    assert line.left_out == 2
    assert [office.role.title for office in line.offices] == [f"Chức vụ {n}" for n in range(2, OFFICES_SHOWN + 2)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_is_drawn_with_places_that_no_language_changes(language: str) -> None:
    official = make_official()
    attested(official, "Chủ tịch UBND tỉnh", day(2018), day(2021), day(2021, 5))
    for date in (day(2018), day(2025)):
        make_appearance(make_meeting(f"Họp {date}", date=date), official, act="chairs")
    with translation.override(language):
        drawn = render_to_string(
            "people/_life_line.html",
            {"id": "life", "title": "T", "life": life_line(Attendance(official).attended, roles(official))},
        )
    places = [part.split('"')[0] for name in (' x="', ' cx="', ' width="', ' x1="') for part in drawn.split(name)[1:]]
    assert len(places) > 20
    assert all("," not in place for place in places)
    assert {"vi": "05/03/2018", "en": "5 March 2018"}[language] in drawn.replace("\xa0", " ")


def test_the_number_of_queries_does_not_grow(client: Client) -> None:
    official = make_official()
    page = official.get_absolute_url()

    def more(begin: int) -> int:
        for number in range(begin, begin + 6):
            attested(official, f"Chức vụ {number}", day(2010), day(2010 + number))
            make_appearance(make_meeting(f"Họp {number}", date=day(2010 + number)), official, act="chairs")
        return queries(client, page)

    few = more(1)
    assert more(8) == few
