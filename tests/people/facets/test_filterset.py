"""Facets count what a filter would keep, whatever else is filtered."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import Meeting
from people.facets import Facet
from tests.factories import make_directive, make_meeting, make_organization, make_province
from tests.people.facets.sample import SampleFilterSet

pytestmark = pytest.mark.django_db

PLACES = ("", "Vinh", "Việt Trì")
KINDS = ("briefing", "conference")


def facet(filters: SampleFilterSet, name: str) -> Facet:
    return next(facet for facet in filters.facets() if facet.name == name)


def counts(data: Any, name: str) -> dict[str, int]:
    return {option.label: option.count for option in facet(SampleFilterSet(data), name).options}


@pytest.fixture
def archive() -> list[Meeting]:
    """Three meetings of two years; the first gave two tasks to one agency and one to another."""
    province = make_province("Nghệ An")
    first = make_meeting(kind="briefing", date=datetime.date(2025, 3, 27), place="Vinh", province=province)
    second = make_meeting(kind="briefing", date=datetime.date(2024, 5, 2), place="Vinh")
    third = make_meeting(kind="conference")
    finance, health = make_organization("Sở Tài chính"), make_organization("Sở Y tế")
    make_directive(first, assignees=[finance, health], deadline_to=datetime.date(2025, 4, 1))
    make_directive(first, assignees=[finance], order=3)
    make_directive(second, assignees=[health])
    return [first, second, third]


class TestCounts:
    def test_of_each_kind_of_facet(self, archive: list[Meeting]) -> None:
        found = {f.name: {o.label: o.count for o in f.options} for f in SampleFilterSet({}).facets()}
        assert found == {
            "kind": {Meeting.Kind.BRIEFING.label: 2, Meeting.Kind.CONFERENCE.label: 1},
            "year": {"2025": 1, "2024": 1, "unknown": 1},
            "place": {"Vinh": 2, "nowhere": 1},
            "province": {"Nghệ An": 1},
            "agency": {"Sở Tài chính": 1, "Sở Y tế": 2},
            "deadline": {"has": 1, "has none": 2},
            "task": {"short": 2, "any": 2},
        }

    def test_other_filters_narrow_a_facet_and_its_own_does_not(self, archive: list[Meeting]) -> None:
        assert counts({"year": ["2025"]}, "year") == {"2025": 1, "2024": 1, "unknown": 1}
        assert counts({"year": ["2025"]}, "place") == {"Vinh": 1}

    def test_what_is_selected_stays_with_a_count_of_nought(self, archive: list[Meeting]) -> None:
        assert counts({"year": ["2024"], "kind": ["conference"]}, "year") == {"2024": 0, "unknown": 1}

    def test_a_facet_without_values_is_left_out(self) -> None:
        assert SampleFilterSet({}).facets() == []

    def test_what_is_not_published_gives_no_link(self, archive: list[Meeting]) -> None:
        for assignment in archive[1].directives.get().assignments.all():
            assignment.state = "rejected"
            assignment.save()
        assert counts({}, "agency") == {"Sở Tài chính": 1, "Sở Y tế": 1}

    def test_the_word_for_nothing_is_an_ordinary_value_where_no_row_lacks_one(self, archive: list[Meeting]) -> None:
        filters = SampleFilterSet({"deadline": ["none"]})
        assert set(filters.qs) == set(archive[1:])
        assert [(active.label, active.value) for active in filters.active] == [("deadline", "has none")]

    def test_one_query_each(self, archive: list[Meeting], django_assert_num_queries: Any) -> None:
        with django_assert_num_queries(len(SampleFilterSet.Meta.facets) + 2):  # and the names of two facets' records
            SampleFilterSet({"year": ["2025"], "title": "họp"}).facets()


class TestLimit:
    @pytest.fixture(autouse=True)
    def _five_provinces(self) -> None:
        for number, name in enumerate(("An Giang", "Bắc Ninh", "Cà Mau", "Đắk Lắk", "Nghệ An")):
            for _ in range(number + 1):
                make_meeting(province=make_province(name))

    def test_the_most_frequent_come_first_and_the_rest_is_hidden(self) -> None:
        shown = facet(SampleFilterSet({}), "province")
        assert [o.label for o in shown.options] == ["Nghệ An", "Đắk Lắk"]
        assert shown.hidden == 3

    def test_what_is_selected_is_never_hidden(self) -> None:
        rare = str(make_province("An Giang").pk)
        shown = facet(SampleFilterSet({"province": [rare]}), "province")
        assert [o.label for o in shown.options] == ["Nghệ An", "Đắk Lắk", "An Giang"]

    def test_all_can_be_asked_for(self) -> None:
        address = facet(SampleFilterSet({}), "province").all_url
        shown = facet(SampleFilterSet(QueryDict(address[1:])), "province")
        assert len(shown.options) == 5
        assert shown.hidden == 0


class TestActive:
    def test_names_what_is_filtered_by_value_by_value(self, archive: list[Meeting]) -> None:
        data = {"year": ["2025", "none"], "title": "họp", "since": "2025-01-02", "order": "date", "held_before": ""}
        active = {(a.label, a.value): a.url for a in SampleFilterSet(data).active}
        assert {value for _, value in active} == {"2025", "unknown", "họp", "02/01/2025"}
        assert QueryDict(active["year", "2025"][1:]).getlist("year") == ["none"]
        assert "title" not in QueryDict(active["title", "họp"][1:])

    def test_of_a_range_takes_away_both_ends(self) -> None:
        (active,) = SampleFilterSet({"held_after": "2025-01-01", "held_before": "2025-02-01"}).active
        assert active.value.startswith("01/01/2025")
        assert active.url == "?"


years = st.sampled_from([None, 2023, 2024, 2025])
rows = st.lists(
    st.tuples(st.sampled_from(KINDS), years, st.sampled_from(PLACES), st.sets(st.integers(0, 2))), max_size=8
)
questions = st.fixed_dictionaries(
    {
        "kind": st.sets(st.sampled_from(KINDS)),
        "year": st.sets(st.sampled_from(["none", "2023", "2025", "1999"])),
        "place": st.sets(st.sampled_from(["none", "Vinh"])),
        "agency": st.sets(st.integers(0, 2)),
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=rows, question=questions)
def test_counts_equal_counting_by_hand(
    rows: list[tuple[str, int | None, str, set[int]]], question: dict[str, set[Any]]
) -> None:
    with transaction.atomic():
        _compare_with_counting_by_hand(rows, question)
        transaction.set_rollback(True)


def _compare_with_counting_by_hand(
    rows: list[tuple[str, int | None, str, set[int]]], question: dict[str, set[Any]]
) -> None:
    agencies = [make_organization(f"Sở {number}") for number in range(3)]
    made: list[dict[str, set[str]]] = []
    for kind, year, place, told in rows:
        meeting = make_meeting(kind=kind, date=datetime.date(year, 1, 1) if year else None, place=place)
        make_directive(meeting, assignees=[agencies[n] for n in told])
        make_directive(meeting, assignees=[agencies[n] for n in told])  # telling twice must not count twice
        values = {"kind": kind, "year": str(year) if year else "none", "place": place or "none"}
        made.append({name: {value} for name, value in values.items()} | {"agency": {str(agencies[n].pk) for n in told}})
    asked = {**question, "agency": {str(agencies[n].pk) for n in question["agency"]}}

    filters = SampleFilterSet({name: sorted(values) for name, values in asked.items()})

    def kept(row: dict[str, set[str]], names: set[str]) -> bool:
        return all(not asked[name] or row[name] & asked[name] for name in names)

    assert filters.qs.count() == sum(kept(row, set(asked)) for row in made)
    found = {f.name: f for f in filters.facets()}
    for name in asked:
        by_hand: dict[str, int] = dict.fromkeys(asked[name], 0)
        for row in made:
            if kept(row, set(asked) - {name}):
                for value in row[name]:
                    by_hand[value] = by_hand.get(value, 0) + 1
        options = found[name].options if name in found else ()
        assert {o.value: o.count for o in options} == by_hand
        assert {o.value for o in options if o.selected} == asked[name]
        for option in options:
            toggled = SampleFilterSet(QueryDict(option.url[1:]))
            assert set(toggled.cleaned[name]) == asked[name] ^ {option.value}
            assert {k: set(v) for k, v in toggled.cleaned.items() if k in asked and k != name} == {
                k: v for k, v in asked.items() if k != name
            }
