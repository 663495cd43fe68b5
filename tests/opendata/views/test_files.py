"""A list as a file holds exactly the rows of the screen, in its order, on all its pages, or says what was wrong."""

from __future__ import annotations

import datetime
import json
import re
from urllib.parse import unquote

import pytest
from django.test import Client

from meetings.listings import LISTINGS
from opendata.files.tables import TABLES
from opendata.page_urls import LISTS
from opendata.views.files import FILED
from people.corrections import State
from tests.factories import make_directive, make_meeting, make_merge, make_official, make_province
from tests.meetings.views.pages import make_scene, markup
from tests.opendata.files.exports import NAMES, address, body, file_of, queries, records, table

pytestmark = pytest.mark.django_db


def test_every_list_has_a_file_and_every_file_a_list() -> None:
    assert sorted(TABLES) == sorted(LISTINGS) == NAMES
    assert sorted(LISTS) == sorted(FILED) == sorted([*NAMES, "provinces"])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_heading_is_said_once_and_every_row_has_identifier_citation_and_version(
    client: Client, name: str, language: str
) -> None:
    make_scene()
    head, *rows = table(file_of(client, name, language=language))
    assert len(set(head)) == len(head)
    assert "" not in head
    assert rows
    columns = {label: place for place, label in enumerate(head)}
    said = (
        ("Mã định danh cố định", "Trích dẫn", "Phiên bản")
        if language == "vi"
        else ("Permanent identifier", "Citation", "Version")
    )
    identifier, citation, version = (columns[label] for label in said)
    for row in rows:
        assert re.fullmatch(r"http://testserver/id/[a-z]+/\d+", row[identifier])
        assert row[identifier] in row[citation]
        assert row[citation].startswith("'") or "Việc Tỉnh, http" in row[citation]
        assert re.fullmatch(r"v[0-9a-f]{10}", row[version])


@pytest.mark.parametrize(
    "query", ["", "?order=oldest", "?q=cuoc+hop&order=oldest", "?province=nghe-an&year=2024", "?all=year&era=63"]
)
def test_the_rows_are_those_of_all_pages_of_the_screen_in_its_order(client: Client, query: str) -> None:
    for number in range(45):
        day = datetime.date(2024 if number % 9 else 2023, number % 12 + 1, 5)
        make_meeting(f"Cuộc họp {number}", date=day, province=make_province("Nghệ An"))
    shown: list[str] = []
    for page in (1, 2, 3)[: 2 if "year=2024" in query else 3]:
        html = markup(client, f"/cuoc-hop/{query}{'&' if query else '?'}page={page}")
        shown += re.findall(r'<li class="record">\s*<h2><a href="/cuoc-hop/(\d+)', html)
    rows = json.loads(file_of(client, "meetings", "json", query))["rows"]
    assert [str(row["id"]) for row in rows] == shown
    assert len(rows) == (40 if "year=2024" in query else 45)
    assert [row["Mã số"] for row in records(file_of(client, "meetings", "csv", query))] == shown


def test_words_searched_for_give_the_screens_order(client: Client) -> None:
    for number, text in enumerate(("Rà soát đất đai.", "Ra soat dat dai.", "Đất đai cần rà soát.", "Việc khác.")):
        make_directive(make_scene(number).meeting, text, order=5)
    html = markup(client, "/nhiem-vu/?q=ra+soat+đất+đai")
    shown = re.findall(r'<th scope="row" class="ledger-content"><a lang="vi" href="/nhiem-vu/(\d+)', html)
    assert len(shown) == 3
    rows = json.loads(file_of(client, "directives", "json", "?q=ra+soat+đất+đai"))["rows"]
    assert [str(row["id"]) for row in rows] == shown


def test_what_readers_may_not_see_is_in_no_file(client: Client) -> None:
    scene = make_scene()
    hidden = make_directive(scene.meeting, "Việc bị loại.", state=State.REJECTED)
    repeated = make_directive(scene.meeting, "Việc kể lại.", same_as=scene.directive)
    young, old = make_official("Trần Văn Bình"), make_official("Trần Văn Bình", homonym=1)
    make_merge(young, old)
    keys = {row["id"] for row in json.loads(file_of(client, "directives", "json"))["rows"]}
    assert keys == {scene.directive.pk}
    assert not keys & {hidden.pk, repeated.pk}
    names = [row["name"] for row in json.loads(file_of(client, "officials", "json"))["rows"]]
    assert names.count("Trần Văn Bình") == 1
    assert body(client.get(address("officials") + "?q=binh")).count(b"\r\n") == 2


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("?year=x", "year"),
        ("?khongco=1", "khongco"),
        ("?since=32/13/2025", "since"),
        ("?order=%00", "order"),
        ("?province=atlantis", "province"),
        ("?q=%22*(", "q"),
        ("?page=2", "page"),
        ("?year=2024&official=999999", "official"),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_a_filter_that_means_nothing_is_refused_by_name(
    client: Client, ending: str, query: str, parameter: str
) -> None:
    make_scene()
    answer = client.get(address("meetings", ending) + query)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    told = json.loads(body(answer))
    assert [wrong["parameter"] for wrong in told["errors"]] == [parameter]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_file_says_its_kind_and_has_a_name_that_speaks(client: Client, ending: str) -> None:
    make_scene()
    answer = client.get(
        address("directives", ending) + "?province=nghe-an", headers={"Origin": "https://other.example"}
    )
    assert answer["Content-Type"].startswith(
        {"csv": "text/csv; charset=utf-8", "json": "application/json", "xlsx": "application/vnd.openxml"}[ending]
    )
    named = re.fullmatch(
        r"attachment; filename=\"([ -~]+)\"; filename\*=UTF-8''([!-~]+)", answer["Content-Disposition"]
    )
    assert named
    assert re.fullmatch(rf"viec-tinh-nhiem-vu-nghe-an-20\d\d-\d\d-\d\d\.{ending}", named[1])
    assert re.fullmatch(rf"Việc Tỉnh, Nhiệm vụ, Nghệ An, 20\d\d-\d\d-\d\d\.{ending}", unquote(named[2]))
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_name_holds_nothing_that_a_header_or_a_disk_could_take_amiss(client: Client) -> None:
    make_scene()
    answer = client.get(address("documents"), {"issuer": 'a"b\r\nSet-Cookie: x=1/..\\c' + "d" * 250})
    named = answer["Content-Disposition"]
    assert re.fullmatch(r"attachment; filename=\"[a-z0-9.-]+\"; filename\*=UTF-8''[A-Za-z0-9%._~-]+", named)
    assert not set(unquote(named)) & set("\r\n/\\<>|?:")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_who_asks_only_for_the_head_gets_no_rows(client: Client, ending: str) -> None:
    answer = client.head(address("meetings", ending))
    assert (answer.status_code, body(answer)) == (200, b"")
    assert answer["Content-Disposition"]
    assert client.post(address("meetings", ending)).status_code == 405


def test_another_ending_is_no_address(client: Client) -> None:
    assert client.get("/cuoc-hop/danh-sach.pdf").status_code == 404
    assert client.get("/cuoc-hop/danh-sach.csvx").status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_a_file_asks_no_more_of_the_database_for_more_rows(client: Client, name: str) -> None:
    make_scene(0)
    before = queries(client, name)
    for number in range(1, 6):
        scene = make_scene(number)
        make_official(f"Trần Văn {number}")
        make_directive(scene.meeting, "Rà soát.", order=9, deadline_text="sớm")
    assert queries(client, name) <= before + 1  # repeated tasks are looked up where there are some


@pytest.mark.parametrize("name", NAMES)
def test_the_page_offers_its_rows_as_files_with_its_filters(client: Client, name: str) -> None:
    make_scene()
    for language, start in (("vi", "/"), ("en", "/en/")):
        page = address(name, "csv", language).rpartition("/")[0] + "/"
        assert page.startswith(start)
        html = markup(client, f"{page}?all=province&era=63&page=1")
        links = re.findall(r'href="([^"]+)" rel="nofollow" download', html)
        assert links == [f"{address(name, ending, language)}?era=63" for ending in ("xlsx", "csv", "json")]
        assert client.get(links[1]).status_code == 200


def test_an_empty_list_offers_no_file(client: Client) -> None:
    assert "danh-sach.csv" not in markup(client, "/cuoc-hop/?q=khongco")


def test_an_address_that_asks_too_often_waits(client: Client) -> None:
    for _ in range(12):
        assert client.head(address("meetings")).status_code == 200
    answer = client.get(address("meetings"))
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
