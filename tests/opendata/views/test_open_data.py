"""The page of what can be taken away: every way that it names is there, for people and for search engines."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from meetings.listings import LISTINGS
from opendata.page_urls import LISTS
from tests.factories import make_directive
from tests.meetings.views.pages import make_scene, markup, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _asks_as_often_as_it_likes(settings: Any) -> None:
    settings.LIMITS = dict.fromkeys(settings.LIMITS, 1_000_000)


def address() -> str:
    return reverse("opendata:open_data")


def catalogue(html: str) -> dict[str, Any]:
    """The page's catalogue for search engines."""
    blocks = [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]
    (found,) = [block for block in blocks if block["@type"] == "DataCatalog"]
    return dict(found)


def test_every_list_is_offered_as_files_and_feeds_that_are_there(client: Client) -> None:
    make_scene()
    html = markup(client, address())
    found = {unescape(link) for link in re.findall(r'href="(/[^"#]*)"', html.partition("<main")[2])}
    for name in LISTINGS:
        for ending in ("xlsx", "csv", "json"):
            assert reverse(f"opendata:{name}_file", args=[ending]) in found
        assert reverse(f"opendata:{name}_feed") in found
    assert reverse("opendata:provinces_file", args=["csv"]) in found
    assert {link for link in found if client.get(link).status_code not in (200, 302)} == set()


def test_the_numbers_are_those_of_the_lists(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting)
    html = markup(client, address())
    rows = re.findall(r'<th scope="row"><a href="([^"]+)">.*?<td class="numeric"[^>]*>(\d+)<', html, re.DOTALL)
    assert dict(rows)[reverse("meetings:directive_list")] == "2"
    assert dict(rows)[reverse("people:organization_list")] == "3"


def test_search_engines_find_the_same_files(client: Client) -> None:
    make_scene()
    told = catalogue(markup(client, address()))
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert len(told["dataset"]) == len(LISTS)
    for data_set in told["dataset"]:
        assert 50 <= len(data_set["description"]) <= 5000
        assert {"name", "license", "creator", "distribution", "dateModified"} <= data_set.keys()
        for download in data_set["distribution"]:
            answer = client.get(download["contentUrl"])
            assert answer.status_code == 200
            assert answer.headers["Content-Type"] == download["encodingFormat"] or "atom" in download["encodingFormat"]


def test_an_example_is_cited_and_its_identifier_leads_to_it(client: Client) -> None:
    scene = make_scene()
    identifier = f"http://testserver/id/target/{scene.target.pk}"
    page = words(client, address())
    assert f"Việc Tỉnh, {identifier}, truy cập ngày" in page
    assert client.get(identifier).status_code == 303


def test_an_empty_register_has_the_page(client: Client) -> None:
    assert "Dữ liệu mở" in words(client, address())


def test_releases_are_linked_where_the_installation_publishes_them(client: Client, settings: Any) -> None:
    assert "chưa công bố bản nào" in words(client, address())
    settings.RELEASES_URL = "https://data.example/viectinh/"
    assert 'href="https://data.example/viectinh/"' in markup(client, address())


def test_every_page_and_the_lists_menus_lead_here(client: Client) -> None:
    make_scene()
    assert markup(client, reverse("meetings:method")).count(f'href="{address()}"') == 1
    assert markup(client, reverse("meetings:meeting_list")).count(f'href="{address()}') == 3
    assert address() in client.get("/sitemap-vi-open-data.xml").content.decode()
