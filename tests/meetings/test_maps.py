"""How the map is filled: each meeting once, shading by steps that suit the counts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from meetings.maps import GRADES, grades_of, map_of
from people.models import Province
from tests.factories import make_meeting, make_province


def merged() -> tuple[Province, Province]:
    today = make_province("Phú Thọ")
    former = make_province("Vĩnh Phúc", former=True)
    for row in (former, make_province("Phú Thọ", former=True)):
        row.successor = today
        row.save()
    return today, former


@pytest.mark.django_db
def test_each_meeting_counts_once_on_either_map() -> None:
    today, former = merged()
    for province in (today, today, former, None):
        make_meeting(province=province)
    make_meeting(province=today, state="rejected")
    now = {place.value: place.meetings for place in map_of("34").places if place.meetings}
    before = {place.value: place.meetings for place in map_of("63").places if place.meetings}
    assert now == {"phu-tho": 3, "none": 1}
    assert before == {"vinh-phuc": 1, "phu-tho-moi": 2, "none": 1}
    assert map_of("34").total == map_of("63").total == 4


@pytest.mark.django_db
def test_a_place_leads_to_its_page_and_to_its_meetings() -> None:
    _today, former = merged()
    make_meeting(province=former)
    (place,) = [place for place in map_of("34").drawn if place.meetings]
    assert (place.url, place.list_url) == ("/tinh-thanh/phu-tho/", "/cuoc-hop/?province=phu-tho")
    (place,) = [place for place in map_of("63").drawn if place.meetings]
    assert (place.url, place.list_url) == ("/tinh-thanh/phu-tho/", "/cuoc-hop/?province=vinh-phuc&era=63")


@pytest.mark.django_db
def test_most_meetings_come_first_and_are_shaded_most() -> None:
    for name, meetings in (("An Giang", 1), ("Sơn La", 3), ("Nghệ An", 0)):
        province = make_province(name)
        for _ in range(meetings):
            make_meeting(province=province)
    places = [place for place in map_of("34").places if place.value in ("an-giang", "son-la", "nghe-an")]
    assert [(place.name, place.grade, place.share, place.has_room) for place in places] == [
        ("Sơn La", 3, 100.0, True),
        ("An Giang", 1, 33.3, True),
        ("Nghệ An", 0, 0, False),
    ]


@pytest.mark.parametrize(
    ("counts", "steps"),
    [
        ([], []),
        ([0, 0], []),
        ([0, 1, 3], [(1, 1), (2, 2), (3, 3)]),
        ([16, 1], [(1, 1), (2, 4), (5, 9), (10, 16)]),
        ([1000], [(1, 4), (5, 19), (20, 199), (200, 1000)]),
        ([31_415], [(1, 9), (10, 199), (200, 1999), (2000, 31_415)]),
    ],
)
def test_steps_are_round_and_leave_no_count_out(counts: list[int], steps: list[tuple[int, int]]) -> None:
    grades = grades_of(counts)
    assert len(grades) <= GRADES
    assert [grade.number for grade in grades] == list(range(1, len(grades) + 1))
    assert all(lower.high + 1 == upper.low for lower, upper in pairwise(grades))
    assert [(grade.low, grade.high) for grade in grades] == steps
