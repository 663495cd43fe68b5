"""A list in memory has the same rows in the same order, and the same counts, as SQL gives: whatever is asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count
from django.http import QueryDict
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import urlencode

from meetings.held import strips
from meetings.listings import LISTINGS
from meetings.models import Directive, Meeting
from people.corrections import State
from people.facets import FacetedFilterSet
from people.facets.stock import Selection, Stock, keeping, ranking
from people.freshness.state import STATE
from people.models import Organization
from tests.factories import (
    make_alias,
    make_appearance,
    make_attestation,
    make_directive,
    make_document,
    make_meeting,
    make_official,
    make_organization,
    make_province,
    make_role,
    make_target,
)
from tests.meetings.views.pages import make_scene

pytestmark = pytest.mark.django_db
# What is typed and chosen beside the values of facets.
ASKED = {
    "meetings": ("q=phien+hop", "q=Phiên họp thường kỳ", "q=khongco", "since=2024-02-01", "until=2024-06-30", "era=63"),
    "directives": ("q=so+tai+chinh", "q=trình", "order=deadline", "order=oldest", "part=assignee", "era=63"),
    "targets": ("q=thu ngân sách", "order=indicator", "order=largest"),
    "officials": ("q=nguyen", "q=Nguyễn Văn", "q=vn", "office=chu+tich", "order=province", "era=63"),
    "organizations": ("q=so", "q=tài chính", "q=STC", "order=province", "era=63"),
    "documents": ("q=nghi+quyet", "order=number", "order=cited"),
    "articles": ("q=bao", "order=oldest"),
}
WALKS = 14


@pytest.fixture
def _in_memory(settings: Any) -> Iterator[None]:
    settings.STOCK_LEAST, settings.STOCK_AT_ONCE, settings.SECONDS_BEHIND = 1, True, 0
    keeping.forget()
    STATE.forget()
    yield
    keeping.forget()
    STATE.forget()


def archive() -> None:
    """Records with and without each value, in provinces of both eras, some told twice, some not to be seen."""
    former = make_province("Vĩnh Phúc", former=True)
    former.successor = make_province("Phú Thọ")
    former.save()
    places = [make_province("Nghệ An"), former, make_province("Phú Thọ"), None]
    finance, health = make_organization(), make_organization("Sở Y tế", province=places[0])
    make_alias("STC", organization=finance)
    people = [make_official(name, province=places[0]) for name in ("Nguyễn Văn Sơn", "Nguyen Van Son", "Lê Nguyễn")]
    for number in range(6):
        place, day = places[number % 4], datetime.date(2024, number + 1, 5) if number % 3 else None
        scene = make_scene(number, kind=("briefing", "conference", "regular_session")[number % 3], province=place)
        held = make_meeting(f"Phiên họp {number}", province=place, date=day, place="Vinh" if number % 2 else "")
        task = make_directive(
            held, f"Sở Tài chính trình việc {number}.", assignees=[finance, health, "các huyện"][: number % 4],
            assigner=people[number % 3], strength=("order", "request")[number % 2],
            deadline_to=datetime.date(2024, 12, number + 1) if number % 2 else None,
        )  # fmt: skip
        make_directive(held, "Kể lại.", same_as=task)
        make_directive(held, "Đã loại.", state=State.REJECTED)
        make_target(held, "thu ngân sách" if number % 2 else "GRDP", number * 7, "%", period=str(2023 + number % 3))
        make_appearance(held, people[number % 3], act=("chairs", "attends")[number % 2])
        role = make_role(
            people[number % 3], f"Giám đốc Sở {number}", province=place, organization=finance, rank=number * 17
        )
        make_attestation(role, scene.article, attested_on=day)
        make_document(f"{number}-QĐ/UBND", kind="Quyết định", issuer="UBND tỉnh" if number % 2 else "")
    make_meeting("Đã loại", state=State.REJECTED)


def asked(listing: Any, query: str, *, in_memory: bool) -> FacetedFilterSet:
    request = RequestFactory().get("/", QueryDict(query))
    filters: FacetedFilterSet = listing.filters(QueryDict(query), queryset=listing.rows(), request=request)
    if in_memory:
        filters.keep_in_memory(listing.rows)
        assert filters.stock is not None
    return filters


@pytest.mark.usefixtures("_in_memory")
@pytest.mark.parametrize("name", LISTINGS)
def test_rows_counts_and_pages_are_those_of_sql(client: Client, name: str, settings: Any) -> None:
    archive()
    listing, random = LISTINGS[name], Random(name)
    queries = ["", *ASKED[name]]
    for query in queries[:WALKS]:
        by_sql, in_memory = asked(listing, query, in_memory=False), asked(listing, query, in_memory=True)
        rows = in_memory.rows()
        assert isinstance(rows, Selection)
        assert [row.pk for row in rows[:]] == [row.pk for row in by_sql.qs], query
        assert rows.count() == len(rows) == by_sql.qs.count()
        assert [row.pk for row in rows[1:3]] == [row.pk for row in by_sql.qs[1:3]]
        assert in_memory.facets() == by_sql.facets(), query
        if name == "meetings":
            assert strips(in_memory) == strips(by_sql)
        if len(queries) < WALKS:  # on from here, by one of the values offered
            offered = [option.url[1:] for facet in by_sql.facets() for option in facet.options if not option.selected]
            if offered:
                queries.append(random.choice(offered))
    address = reverse(listing.page)
    with CaptureQueriesContext(connection) as few:
        page = client.get(address).content
    settings.STOCK_LEAST = 0
    with CaptureQueriesContext(connection) as many:
        assert client.get(address).content == page
    assert len(few) < len(many)


@pytest.mark.usefixtures("_in_memory")
@pytest.mark.parametrize("era", ["34", "63"])
@pytest.mark.parametrize("name", LISTINGS)
def test_each_value_and_two_of_a_facet_keep_what_sql_keeps(name: str, era: str) -> None:
    archive()
    listing = LISTINGS[name]
    plain = asked(listing, f"era={era}", in_memory=False)
    for facet in plain.facets():
        values = [option.value for option in facet.options]
        for chosen in [[value] for value in values] + [values[:2], [values[-1], "999"]]:
            query = QueryDict(mutable=True)
            query["era"] = era
            query.setlist(facet.name, chosen)
            by_sql, in_memory = (asked(listing, query.urlencode(), in_memory=flag) for flag in (False, True))
            assert {row.pk for row in in_memory.rows()[:]} == {row.pk for row in by_sql.qs}, query
            assert in_memory.next_steps() == by_sql.next_steps(), query


@pytest.mark.usefixtures("_in_memory")
def test_choosing_values_that_were_counted_asks_no_more() -> None:
    archive()
    listing = LISTINGS["meetings"]
    asked(listing, "", in_memory=True).facets()
    filters = asked(listing, "year=2024&kind=conference&kind=briefing", in_memory=True)
    filters.cleaned  # noqa: B018 - values are looked up here
    with CaptureQueriesContext(connection) as queries:
        assert filters.kept().any()
    assert not queries.captured_queries


@pytest.mark.usefixtures("_in_memory")
def test_an_agency_and_its_part_hold_for_the_same_assignment() -> None:
    archive()
    listing = LISTINGS["directives"]
    for facet in asked(listing, "", in_memory=False).facets():
        if facet.name == "agency":
            for option in facet.options:
                for part in ("assignee", "coordinator", "leader"):
                    query = f"{option.url[1:]}&part={part}"
                    by_sql, in_memory = (asked(listing, query, in_memory=flag) for flag in (False, True))
                    assert [row.pk for row in in_memory.rows()[:]] == [row.pk for row in by_sql.qs]
                    assert in_memory.facets() == by_sql.facets()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_in_memory")
def test_a_change_is_counted_at_once(client: Client) -> None:
    archive()
    before = client.get("/cuoc-hop/").context["total"]
    make_meeting("Phiên mới")
    assert client.get("/cuoc-hop/").context["total"] == before + 1
    Meeting.objects.filter(title="Phiên mới").update(state=State.REJECTED)
    assert client.get("/cuoc-hop/").context["total"] == before


@pytest.mark.usefixtures("_in_memory")
def test_a_row_that_went_meanwhile_is_left_out() -> None:
    archive()
    filters = asked(LISTINGS["directives"], "", in_memory=True)
    rows: Any = filters.rows()
    first = rows[0]
    Directive.objects.filter(pk=first.pk).update(state=State.REJECTED)
    assert first.pk not in [row.pk for row in rows[:]]


@pytest.mark.usefixtures("_in_memory")
@pytest.mark.parametrize("words", ["họp phiên", "phiên họp", "phien 3", "thường kỳ ubnd"])
def test_words_side_by_side_come_first_though_few_texts_are_read(
    words: str, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    archive()
    for number in range(8):
        make_meeting(f"{('Phiên họp', 'Họp phiên')[number % 2]} thường kỳ {number} của UBND tỉnh")
    listing = LISTINGS["meetings"]
    monkeypatch.setattr(ranking, "_FIRST", 2)
    by_sql, in_memory = (asked(listing, urlencode({"q": words}), in_memory=one) for one in (False, True))
    with CaptureQueriesContext(connection) as looked:
        assert [row.pk for row in in_memory.rows()[:3]] == [row.pk for row in by_sql.qs[:3]]
    find = {"postgresql": "strpos(", "sqlite": "instr("}[connection.vendor]
    assert any(find in query["sql"] and "LIMIT" not in query["sql"] for query in looked)
    monkeypatch.setattr(ranking, "LOOKED_AT", 1)
    every_row = asked(listing, urlencode({"q": words}), in_memory=True)
    assert every_row.stock is not None
    every_row.stock._answers.clear()
    assert [row.pk for row in every_row.rows()[:]] == [row.pk for row in by_sql.qs]


@pytest.mark.usefixtures("_in_memory")
@pytest.mark.parametrize("words", ["phien hop", "Nguyễn", "sở", "chu tich", "khongco"])
def test_the_search_over_everything_shows_what_sql_finds(client: Client, settings: Any, words: str) -> None:
    archive()
    page = client.get("/tim-kiem/", {"q": words}).content
    settings.STOCK_LEAST = 0
    assert client.get("/tim-kiem/", {"q": words}).content == page


@pytest.mark.usefixtures("_in_memory")
def test_tasks_of_an_agency_are_those_of_sql(client: Client, settings: Any) -> None:
    archive()
    agency = Organization.objects.published().annotate(tasks=Count("assignments")).order_by("-tasks")[0]
    address = agency.get_absolute_url()
    queries = ["", "?part=assignee", "?deadline=none", "?year=2024&order=deadline", "?since=2024-02-01", "?q=trinh"]
    settings.STOCK_LEAST = 0
    by_sql = [client.get(address + query).content for query in queries]
    settings.STOCK_LEAST = 1
    client.get(address)
    assert ("TaskFilter", agency.pk) in keeping._KEPT
    with CaptureQueriesContext(connection) as few:
        assert client.get(address).content == by_sql[0]
    assert [client.get(address + query).content for query in queries] == by_sql
    settings.STOCK_LEAST = 0
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(few) < len(many)
    settings.STOCK_LEAST = 100  # a short list is not read
    keeping.forget()
    client.get(address)
    assert keeping._KEPT == {}


@pytest.mark.usefixtures("_in_memory")
@pytest.mark.parametrize("name", sorted(LISTINGS))
def test_nobody_waits_for_what_a_list_shows(client: Client, name: str) -> None:
    archive()
    listing = LISTINGS[name]
    client.get(reverse(listing.page))
    shown = keeping._KEPT[(listing.filters.__qualname__, None)].serve(str(STATE.now()))
    assert shown is not None
    ahead = Stock(listing.rows(), "state")
    listing.filters._read_ahead(ahead)
    assert set(shown._readings) <= set(ahead._readings)


@pytest.mark.usefixtures("_in_memory")
@pytest.mark.parametrize("typed", ["nguyen", "nguyenn"])  # who is there, and who has a similar name
def test_whether_a_name_is_there_is_asked_once(client: Client, typed: str) -> None:
    archive()
    page = client.get("/can-bo/", {"q": typed})
    assert page.context["total"] > 0
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/can-bo/", {"q": typed}).content == page.content
    assert not [one["sql"] for one in asked if "MATCH" in one["sql"] or "tsquery" in one["sql"]]


@pytest.mark.usefixtures("_in_memory")
def test_lists_of_agencies_unasked_the_longest_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 2)
    rows = Meeting.objects.published
    for name in ("a", "b", "a", "c"):
        keeping.stock_for(name, rows, "state")
    assert list(keeping._KEPT) == ["a", "c"]
