"""Popolo and Open Civic Data over HTTP: pages by key, filters of the lists, problems that name the parameter."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from opendata.standards.views import CLASSES
from people.corrections import State
from tests.factories import make_meeting, make_merge, make_official, make_role
from tests.meetings.views.pages import make_scene
from tests.opendata.standards.rich import make_rich_scene
from tests.opendata.standards.schemas import objections

pytestmark = pytest.mark.django_db
ADDRESSES = {name: f"/api/{'ocd' if name == 'events' else 'popolo'}/{name}" for name in CLASSES}


@pytest.fixture(autouse=True)
def _asks_as_often_as_it_likes(settings: Any) -> None:
    settings.LIMITS = dict.fromkeys(settings.LIMITS, 1_000_000)


def all_of(client: Client, name: str, query: str = "limit=2") -> list[Any]:
    """The records of all pages."""
    found: list[Any] = []
    address: str | None = f"{ADDRESSES[name]}?{query}"
    while address:
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json")
        found += answer.json()[name]
        address = answer.json()["next"]
    return found


@pytest.mark.parametrize("name", CLASSES)
def test_all_pages_hold_each_record_once_and_each_is_valid(client: Client, name: str) -> None:
    make_rich_scene()
    for number in range(3):
        make_role(make_official(f"Nguyễn Văn {number}"))
        make_meeting(f"Phiên họp {number}")
    records = all_of(client, name)
    assert len(records) >= 3
    assert len({record["id"] for record in records}) == len(records) == CLASSES[name].rows().count()
    assert [error for record in records for error in objections(name, record)] == []


@pytest.mark.parametrize("name", CLASSES)
def test_a_record_by_itself_is_the_one_of_the_list(client: Client, name: str) -> None:
    make_rich_scene()
    row: Any = CLASSES[name].rows().order_by("pk").first()
    assert client.get(f"{ADDRESSES[name]}/{row.pk}").json() == all_of(client, name)[0]
    for key in (row.pk + 1000, 10**30):
        answer = client.get(f"{ADDRESSES[name]}/{key}")
        assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_filters_are_those_of_the_lists(client: Client) -> None:
    scene = make_rich_scene()
    make_official("Trần Thị Hoa")
    assert [p["name"] for p in all_of(client, "persons", "q=vinh+le")] == ["Lê Hồng Vinh"]
    kept = all_of(client, "organizations", "kind=committee&province=nghe-an")
    assert [agency["name"] for agency in kept] == ["UBND tỉnh"]
    assert all_of(client, "events", "since=2024-11-15") == []
    assert len(all_of(client, "events", f"official={scene.official.pk}")) == 1


@pytest.mark.parametrize(("name", "query", "parameter"), [
    ("persons", "province=x", "province"), ("persons", "khongco=1", "khongco"), ("persons", "page=2", "page"),
    ("areas", "q=x", "q"), ("memberships", "limit=0", "limit"), ("events", "limit=201", "limit"),
    ("events", "limit=%D9%A3", "limit"), ("organizations", "cursor=x", "cursor"),
    ("events", "cursor=WyJ4Il0", "cursor"),
    ("persons/1", "x=1", "x"),
])  # fmt: skip
def test_what_makes_no_sense_is_refused_by_name(client: Client, name: str, query: str, parameter: str) -> None:
    base, _, key = name.partition("/")
    make_official()
    answer = client.get(f"{ADDRESSES[base]}{'/' + key if key else ''}?{query}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert parameter in [error["parameter"] for error in answer.json()["errors"]]


@pytest.mark.parametrize("address", ["/api/popolo/", "/api/popolo/votes", "/api/ocd/events/x", "/api/ocd/bills/1"])
def test_what_is_no_class_is_a_problem(client: Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_a_person_merged_away_leads_to_the_survivor(client: Client) -> None:
    keep, drop = make_official("Trần Thị Hoa"), make_official("Trần Thị Hòa")
    make_merge(keep, drop)
    assert client.get(f"/api/popolo/persons/{drop.pk}").headers["Location"] == f"/api/popolo/persons/{keep.pk}"


def test_what_readers_may_not_see_is_not_told(client: Client) -> None:
    scene = make_rich_scene()
    scene.official.state = State.REJECTED
    scene.official.save()
    assert all_of(client, "persons") == all_of(client, "memberships") == []
    assert all("posts" not in agency for agency in all_of(client, "organizations"))


def test_no_language_changes_what_is_told(client: Client) -> None:
    make_rich_scene()
    for address in ADDRESSES.values():
        answers = {client.get(address, headers={"Accept-Language": code}).content for code in ("vi", "en")}
        assert len(answers) == 1


def test_who_has_it_is_told_so(client: Client) -> None:
    make_rich_scene()
    for address in ADDRESSES.values():
        etag = client.get(address).headers["ETag"]
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


def test_no_number_of_records_asks_the_database_more_often(client: Client) -> None:
    def queries() -> list[int]:
        counted = []
        for address in ADDRESSES.values():
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            counted.append(len(captured))
        return counted

    make_rich_scene()
    few = queries()
    for number in range(10, 13):
        make_scene(number)
        make_role(make_official(f"Nguyễn Văn {number}"))
    assert queries() == few
