"""A list page's address: what it means, what of it is left out, and the addresses that its links lead to."""

from __future__ import annotations

from typing import Any

import django_filters
import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.models import Meeting
from people.facets import address
from people.facets.address import AddressedFilterSet
from tests.factories import make_meeting
from tests.people.facets.sample import SampleFilterSet

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "left_out"),
    [
        ("", []),
        ("kind=briefing&year=2025&page=3&view=grid&all=kind", []),
        ("utm_source=zalo&fbclid=x", []),
        ("kind=", []),
        ("place=%20&kind=%C2%A0", []),
        ("kind=nonsense", ["nonsense"]),
        ("kind=briefing&kind=nonsense", ["nonsense"]),
        ("year=twenty", ["twenty"]),
        ("year=99999999999999999999", ["99999999999999999999"]),
        ("year=٣", ["٣"]),
        ("province=0", ["0"]),
        ("province=99999999999999999999999", ["99999999999999999999999"]),
        ("province=1%20OR%201=1", ["1 OR 1=1"]),
        ("place=%00", [" "]),
        ("place=none&province=none", ["none"]),
        ("since=31/02/2025", ["31/02/2025"]),
        ("held_after=x&held_before=2025-01-01", ["x 2025-01-01"]),
        ("title=%00", [" "]),
        ("order=title", ["title"]),
        ("colour=red", ["colour"]),
    ],
)
def test_what_means_nothing_is_left_out_and_named(address: str, left_out: list[str]) -> None:
    make_meeting()
    filters = SampleFilterSet(QueryDict(address))
    assert len(filters.notices) == len(left_out)
    for notice, value in zip(filters.notices, left_out, strict=True):
        assert f"“{value}”" in notice
    filters.facets()
    list(filters.qs)


def test_the_rest_of_a_facet_is_kept() -> None:
    make_meeting(kind="briefing")
    make_meeting(kind="conference")
    filters = SampleFilterSet(QueryDict("kind=briefing&kind=nonsense"))
    assert [meeting.kind for meeting in filters.qs] == ["briefing"]


def test_many_unknown_parameters_give_a_few_short_notices() -> None:
    filters = SampleFilterSet({f"{number}" + "x" * 500: "1" for number in range(500)})
    assert len(filters.notices) == 5
    assert all(len(notice) < 200 for notice in filters.notices)


def test_a_thousand_values_are_cut_to_a_bounded_number() -> None:
    filters = SampleFilterSet({"year": [str(year) for year in range(1000)]})
    assert len(filters.cleaned["year"]) == 50


def test_links_keep_what_is_in_force_and_drop_page_and_nonsense() -> None:
    filters = SampleFilterSet(QueryDict("page=7&kind=briefing&year=x&since=&title=họp&all=kind&junk=1&order=date"))
    assert QueryDict(filters.url(year=["2025"])[1:]) == QueryDict(
        "title=họp&kind=briefing&order=date&all=kind&year=2025"
    )
    assert filters.hidden_inputs() == [("kind", "briefing"), ("all", "kind")]


def test_no_address_at_all_is_an_address() -> None:
    filters = SampleFilterSet(None)
    assert filters.is_bound
    assert filters.url() == "?"
    assert filters.notices == []
    assert filters.active == []


names = st.sampled_from([*SampleFilterSet.base_filters, "held_after", "held_before", "page", "all", "x"])
values = st.one_of(st.text(max_size=12), st.sampled_from(["none", "1", "2025", "briefing", "yes", "-date", "\0", "😀"]))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(names, values), max_size=8))
def test_no_address_is_an_error_and_its_links_lead_to_the_same_rows(pairs: list[tuple[str, Any]]) -> None:
    data = QueryDict(mutable=True)
    for name, value in pairs:
        data.appendlist(name, value)
    filters = SampleFilterSet(data)
    list(filters.qs)
    filters.facets()
    again = SampleFilterSet(QueryDict(filters.url()[1:].encode()))
    assert again.notices == []
    assert [(a.name, a.value) for a in again.active] == [(a.name, a.value) for a in filters.active]


def test_what_a_filter_looked_up_stays_in_its_own_filter_set() -> None:
    class Looking(django_filters.Filter):
        def __init__(self) -> None:
            super().__init__("pk")
            self.found: dict[str, int] = {}

    class Lookers(AddressedFilterSet):
        q = Looking()
        named = django_filters.CharFilter(method="by_name")

        def by_name(self, queryset: Any, name: str, value: str) -> Any:
            return [self, value]

    first, second = (Lookers({"named": n}, queryset=Meeting.objects.none()) for n in "ab")
    first.filters["q"].found["a"] = 1
    first.filters["q"].extra["help_text"] = "x"
    assert second.filters["q"].found == Lookers.base_filters["q"].found == {}
    assert "help_text" not in second.filters["q"].extra
    assert [one.filters["named"].filter(None, "x")[0] for one in (first, second)] == [first, second]
    assert first.filters["q"].parent is first


def test_what_somebody_typed_at_length_is_not_kept() -> None:
    """Whoever asks for long words again and again fills no memory."""
    address._query.cache_clear()
    for length in (address._LONGEST_KEPT, address._LONGEST_KEPT + 1):
        assert address._encoded("q", ["a" * length]) == f"q={'a' * length}"
    assert address._query.cache_info().currsize == 1
