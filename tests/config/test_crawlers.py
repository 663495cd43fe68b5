"""What machines ask for at the root of the site."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.meetings.views.pages import make_scene, queries

ROOT = Path(__file__).resolve().parents[2]


def addresses(client: Client, page: str) -> list[str]:
    answer = client.get(page)
    assert answer.status_code == 200, page
    return [
        found.removeprefix("http://testserver") for found in re.findall(r"<loc>(.*?)</loc>", answer.content.decode())
    ]


@pytest.mark.django_db
def test_the_sitemaps_hold_every_page_in_both_languages_and_nothing_that_cannot_be_seen(client: Client) -> None:
    scene = make_scene()
    hidden = make_scene(1).directive
    hidden.state = "rejected"
    hidden.save()
    told = [page for each in addresses(client, "/sitemap.xml") for page in addresses(client, each)]
    assert len(told) == len(set(told))
    for record in (scene.meeting, scene.directive, scene.target, scene.document, scene.article, scene.official):
        assert record.get_absolute_url() in told
    assert {"/", "/en/", "/can-bo/", "/en/organizations/"} <= set(told)
    assert {"/tinh-thanh/nghe-an/", "/van-ban/nam/2024/", "/phuong-phap/", "/tu-dien/"} <= set(told)
    assert {"/so-sanh/can-bo/", "/so-sanh/co-quan/", "/so-sanh/chi-tieu/"} <= set(told)
    assert hidden.get_absolute_url() not in told
    assert len([page for page in told if page.startswith("/en/")]) * 2 == len(told)
    assert [page for page in told if not is_canonical(client, page)] == []


def is_canonical(client: Client, page: str) -> bool:
    answer = client.get(page)
    link = f'<link rel="canonical" href="http://testserver{page}">'
    return answer.status_code == 200 and link in answer.content.decode()


@pytest.mark.django_db
def test_the_sitemaps_ask_little_however_much_there_is(client: Client) -> None:
    make_scene()
    before = {page: queries(client, page) for page in ("/sitemap.xml", "/sitemap-vi-directives.xml")}
    for number in range(1, 4):
        make_scene(number)
    assert {page: queries(client, page) for page in before} == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/sitemap-xx.xml", "/sitemap-vi-meetings.xml?p=99", "/sitemap-vi-meetings.xml?p=x"]
)
def test_a_file_that_is_none_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_crawlers_are_let_to_pages_and_kept_from_the_desk(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    allowed = {address: rules.can_fetch("any", address) for address in ("/", "/cuoc-hop/", "/admin/", "/en/search/")}
    assert allowed == {"/": True, "/cuoc-hop/": True, "/admin/": False, "/en/search/": False}
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_manifest_names_icons_that_are_there(client: Client) -> None:
    answer = client.get("/site.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    icons = json.loads(answer.content)["icons"]
    assert {icon["purpose"] for icon in icons} == {"any", "maskable"}
    for icon in icons:
        path = finders.find(icon["src"].removeprefix("/static/"))
        assert path
        width, height = (int.from_bytes(Path(path).read_bytes()[i : i + 4], "big") for i in (16, 20))
        assert icon["sizes"] == f"{width}x{height}"


def test_the_manifest_has_the_colours_of_the_site(client: Client) -> None:
    told = json.loads(client.get("/site.webmanifest").content)
    tokens = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8").partition("@media")[0]
    assert f"--ground: {told['background_color']};" in tokens
    assert f"--brand: {told['theme_color']};" in tokens


def test_an_icon_is_found_where_browsers_guess_it(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert finders.find(answer.headers["Location"].removeprefix("/static/"))
