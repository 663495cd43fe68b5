"""The list of provinces as a file: the places of the screen in their order, with what is counted there."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from meetings.models import Meeting
from people.models import Province
from tests.factories import make_directive, make_meeting, make_province, make_target
from tests.meetings.views.pages import markup
from tests.opendata.files.exports import address, body, file_of, records

pytestmark = pytest.mark.django_db


def shown(client: Client, query: str = "") -> list[tuple[str, ...]]:
    """The table of the page: names and numbers."""
    rows = re.findall(r'<tr><th scope="row">(.*?)</tr>', markup(client, f"/tinh-thanh/{query}"))
    cells = [re.split(r"</th>|</td>", row) for row in rows]
    return [tuple(re.sub("<[^>]+>", "", cell) for cell in row[:4]) for row in cells]


def told(client: Client, query: str = "") -> list[tuple[str, ...]]:
    rows = json.loads(file_of(client, "provinces", "json", query))["rows"]
    return [(row["province"], *(str(row[name]) for name in ("meetings", "tasks", "figures"))) for row in rows]


@pytest.fixture
def _joined() -> None:
    """A province that became part of another one, with meetings of before, of since, and of nobody knows where."""
    former = make_province("Vĩnh Phúc", former=True)
    former.successor = make_province("Phú Thọ")
    former.save()
    make_target(make_meeting("Buổi làm việc ở Vĩnh Phúc", province=former))
    for number in range(2):
        make_directive(make_meeting(f"Phiên họp {number}", province=make_province("Phú Thọ")))
    make_meeting("Ở đâu đó")


@pytest.mark.usefixtures("_joined")
@pytest.mark.parametrize("query", ["", "?era=34", "?era=63", "?era=63&order=most"])
def test_the_rows_are_those_of_the_screen_in_its_order(client: Client, query: str) -> None:
    rows = told(client, query)
    assert rows == shown(client, query)
    assert sum(int(row[1]) for row in rows) == Meeting.objects.count()
    assert ("Phú Thọ", "3", "2", "1") in rows or ("Vĩnh Phúc", "1", "0", "1") in rows


@pytest.mark.usefixtures("_joined")
@pytest.mark.parametrize("query", ["", "?era=63"])
def test_every_row_has_a_citation_and_leads_to_what_it_counts(client: Client, query: str) -> None:
    rows = json.loads(file_of(client, "provinces", "json", query))["rows"]
    for row in rows:
        identifier = row["identifier"] or row["address"]
        assert identifier in row["citation"]
        assert row["map"] == ("63" if query else "34")
        if row["meetings"]:
            html = client.get(row["address"].removeprefix("http://testserver")).content.decode()
            assert html.count('<li class="record">') == row["meetings"]
    unknown = [row for row in rows if row["id"] is None]
    assert [row["province_slug"] for row in unknown] == ["none"]


@pytest.mark.usefixtures("_joined")
def test_a_province_is_identified_in_the_borders_of_the_map() -> None:
    client = Client()
    of_today, of_before = (
        {row["province_slug"]: row for row in json.loads(file_of(client, "provinces", "json", query))["rows"]}
        for query in ("", "?era=63")
    )
    assert of_before["vinh-phuc"]["id"] == Province.objects.get(slug="vinh-phuc").pk
    assert of_before["phu-tho-moi"]["id"] == of_today["phu-tho"]["id"]
    assert of_before["phu-tho"]["valid_to"] == "2025-06-30"
    assert of_today["phu-tho"]["valid_to"] is None


def test_people_read_words(client: Client) -> None:
    make_meeting(province=make_province("Nghệ An"))
    first = records(file_of(client, "provinces"))[0]
    assert (first["Tỉnh, thành"], first["Bản đồ"], first["Cuộc họp"]) == ("Nghệ An", "34 tỉnh, thành", "1")
    english = records(file_of(client, "provinces", language="en"))[0]
    assert english["Map"] == "34 provinces"


@pytest.mark.parametrize("query", ["?era=x", "?q=a", "?page=1", "?order=date", "?era=%00"])
def test_what_the_list_does_not_know_is_refused(client: Client, query: str) -> None:
    answer = client.get(address("provinces", "json") + query)
    assert answer.status_code == 400
    assert json.loads(body(answer))["errors"][0]["parameter"] == query[1:].partition("=")[0]


def test_the_page_offers_its_file_on_the_same_map(client: Client) -> None:
    make_meeting()
    assert 'href="/tinh-thanh/danh-sach.xlsx"' in markup(client, "/tinh-thanh/")
    assert 'href="/tinh-thanh/danh-sach.xlsx?era=63"' in markup(client, "/tinh-thanh/?era=63")
