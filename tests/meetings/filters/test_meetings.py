"""Meetings filtered: each facet counts what a reader would count by hand, and days mean what they say."""

from __future__ import annotations

import datetime
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.filters import MeetingFilter
from meetings.models import Meeting
from people.models import Province
from tests.factories import (
    make_appearance,
    make_directive,
    make_meeting,
    make_official,
    make_organization,
    make_province,
    make_target,
)

pytestmark = pytest.mark.django_db

Row = dict[str, Any]
KINDS = ("briefing", "conference", "council_session")


def merged(name: str, into: Province) -> Province:
    """A former province that became part of `into`."""
    former = make_province(name, former=True)
    former.successor = into
    former.save()
    return former


@pytest.fixture
def archive() -> list[Row]:
    """Thirty meetings by chance, always the same, with what there is to count of each."""
    chance = random.Random(5)
    phu_tho, son_la = make_province("Phú Thọ"), make_province("Sơn La")
    places = [None, phu_tho, son_la, merged("Phú Thọ", phu_tho), merged("Vĩnh Phúc", phu_tho), merged("Sơn La", son_la)]
    agencies = [make_organization(name) for name in ("Sở Tài chính", "Sở Y tế", "Sở Xây dựng")]
    officials = [make_official(name) for name in ("Nguyễn Văn An", "Trần Văn Bình")]
    rows: list[Row] = []
    for _ in range(30):
        place, year = chance.choice(places), chance.choice([None, 2024, 2025])
        kind = chance.choice(KINDS)
        meeting = make_meeting(kind=kind, province=place, date=datetime.date(year, 3, 4) if year else None)
        told = [chance.choice(agencies) for _ in range(chance.randrange(4))]
        there = chance.sample(officials, chance.randrange(3))
        due = chance.random() < 0.4
        for agency in told:
            make_directive(meeting, assignees=[agency])
        if due:
            make_directive(meeting, deadline_text="trước 15/12")
        for official in there:
            make_appearance(meeting, official)
            make_appearance(meeting, official, act="speaks")
        figures = chance.random() < 0.5
        if figures:
            make_target(meeting)
        make_directive(meeting, assignees=[agencies[0]], deadline_text="sớm", state="rejected")
        rows.append(
            {
                "pk": meeting.pk,
                "province": {place.today.slug} if place else {"none"},
                "year": {str(year) if year else "none"},
                "kind": {kind},
                "agency": {str(agency.pk) for agency in told},
                "official": {str(official.pk) for official in there},
                "deadlines": {"yes" if due else "no"},
                "targets": {"yes" if figures else "no"},
            }
        )
    return rows


FACETS = ("province", "year", "kind", "agency", "official", "deadlines", "targets")
VALUES: dict[str, list[str]] = {
    "province": ["phu-tho", "son-la", "none"],
    "year": ["2024", "2025", "none", "1999"],
    "kind": list(KINDS),
    "deadlines": ["yes", "no"],
    "targets": ["yes", "no"],
}
CHOSEN = st.dictionaries(st.sampled_from(FACETS), st.lists(st.integers(0, 3), min_size=1, max_size=3), max_size=4)


def by_hand(rows: list[Row], chosen: dict[str, list[str]], without: str = "") -> list[Row]:
    met: Callable[[Row], bool] = lambda row: all(  # noqa: E731
        row[name] & set(values) for name, values in chosen.items() if name != without
    )
    return [row for row in rows if met(row)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(picked=CHOSEN)
def test_counts_and_rows_are_those_counted_by_hand(archive: list[Row], picked: dict[str, list[int]]) -> None:
    known = VALUES | {n: sorted({v for row in archive for v in row[n]}) for n in ("agency", "official")}
    chosen = {n: list({known[n][i % len(known[n])] for i in numbers}) for n, numbers in picked.items()}
    filters = MeetingFilter(chosen, queryset=Meeting.objects.published())
    assert set(filters.qs.values_list("pk", flat=True)) == {row["pk"] for row in by_hand(archive, chosen)}
    for facet in filters.facets():
        if facet.name not in FACETS:
            continue
        expected = Counter(v for row in by_hand(archive, chosen, without=facet.name) for v in row[facet.name])
        expected.update({v: 0 for v in chosen.get(facet.name, []) if v not in expected})
        assert {option.value: option.count for option in facet.options} == dict(expected), facet.name


@pytest.mark.parametrize(
    ("data", "titles"),
    [
        ({"era": "34", "province": "phu-tho"}, ["của Phú Thọ cũ", "của Phú Thọ mới", "của Vĩnh Phúc"]),
        ({"era": "63", "province": "phu-tho"}, ["của Phú Thọ cũ"]),
        ({"era": "63", "province": "vinh-phuc"}, ["của Vĩnh Phúc"]),
        ({"era": "63", "province": "phu-tho-moi"}, ["của Phú Thọ mới"]),
        # A province that no merger touched is the same on both maps.
        ({"era": "63", "province": "son-la"}, ["của Sơn La cũ", "của Sơn La mới"]),
        ({"province": "vinh-phuc"}, None),
    ],
)
def test_provinces_on_both_maps(data: dict[str, str], titles: list[str] | None) -> None:
    phu_tho, son_la = make_province("Phú Thọ"), make_province("Sơn La")
    made = {
        "của Phú Thọ mới": phu_tho,
        "của Phú Thọ cũ": merged("Phú Thọ", phu_tho),
        "của Vĩnh Phúc": merged("Vĩnh Phúc", phu_tho),
        "của Sơn La mới": son_la,
        "của Sơn La cũ": merged("Sơn La", son_la),
    }
    for title, province in made.items():
        make_meeting(title, province=province)
    filters = MeetingFilter(data, queryset=Meeting.objects.all())
    assert sorted(filters.qs.values_list("title", flat=True)) == (sorted(made) if titles is None else sorted(titles))
    assert bool(filters.notices) is (titles is None)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("15/03/2025", "", ["day", "month", "quarter", "year"]),
        ("2025-03-16", "", ["month", "quarter", "year"]),
        ("2025-04-01", "", ["year"]),
        ("2026-01-01", "", []),
        ("", "14/3/2025", ["month", "quarter", "year"]),
        ("", "31/12/2024", []),
        ("01/03/2025", "31/03/2025", ["day", "month", "quarter", "year"]),
        ("1.3.2025", "31-3-2025", ["day", "month", "quarter", "year"]),
    ],
)
def test_days_keep_what_may_have_been_held_then(since: str, until: str, found: list[str]) -> None:
    for precision, day in (
        ("day", datetime.date(2025, 3, 15)),
        ("month", datetime.date(2025, 3, 1)),
        ("quarter", datetime.date(2025, 1, 1)),
        ("year", datetime.date(2025, 1, 1)),
    ):
        make_meeting(precision, date=day, date_precision=precision)
    make_meeting("none")
    filters = MeetingFilter({"since": since, "until": until}, queryset=Meeting.objects.all())
    assert sorted(filters.qs.values_list("title", flat=True)) == sorted(found)
    assert filters.notices == []


@pytest.mark.parametrize("day", ["31/02/2025", "2025-13-01", "hôm qua", "03/15/2025"])
def test_a_day_that_is_none_is_left_out_with_a_notice(day: str) -> None:
    make_meeting()
    filters = MeetingFilter({"since": day}, queryset=Meeting.objects.all())
    assert filters.qs.count() == 1
    assert day in filters.notices[0]


@pytest.mark.parametrize(
    ("data", "titles"),
    [
        ({}, ["c", "b", "a"]),
        ({"order": "oldest"}, ["a", "b", "c"]),
        ({"order": "newest"}, ["c", "b", "a"]),
        ({"order": "relevance"}, ["c", "b", "a"]),  # nothing is searched for
        ({"order": "x"}, ["c", "b", "a"]),
    ],
)
def test_order(data: dict[str, str], titles: list[str]) -> None:
    for year, title in ((2023, "a"), (2024, "b"), (2025, "c")):
        make_meeting(title, date=datetime.date(year, 1, 1))
    filters = MeetingFilter(data, queryset=Meeting.objects.all())
    assert list(filters.qs.values_list("title", flat=True)) == titles


def test_what_bears_the_accents_typed_comes_first_when_searching() -> None:
    make_meeting("Phiên họp về chợ Hạ", date=datetime.date(2025, 1, 1))
    make_meeting("Phiên họp về chợ Hà", date=datetime.date(2020, 1, 1))
    filters = MeetingFilter({"q": "chợ Hà"}, queryset=Meeting.objects.all())
    assert [meeting.title[-2:] for meeting in filters.qs] == ["Hà", "Hạ"]
    assert [order.value for order in filters.orders() if order.selected] == ["relevance"]
