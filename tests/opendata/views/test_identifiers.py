"""A permanent identifier leads to its record in the reader's language, follows merges, and never to another record."""

from typing import Any

import pytest
from django.test import Client

from meetings.models import Appearance, Assignment, Citation, Decision
from opendata.identifiers import KINDS, absolute, find, identifier
from people.corrections import State
from people.merging import merge
from people.models import Province
from tests.factories import make_official
from tests.meetings.views.pages import make_scene
from tests.staff import make_reviewer

pytestmark = pytest.mark.django_db


def test_every_kind_leads_to_a_page_that_is_there(client: Client) -> None:
    scene = make_scene()
    records: dict[str, Any] = {
        "meeting": scene.meeting,
        "official": scene.official,
        "organization": scene.finance,
        "role": scene.official.roles.get(),
        "directive": scene.directive,
        "assignment": Assignment.objects.first(),
        "target": scene.target,
        "decision": Decision.objects.first(),
        "appearance": Appearance.objects.first(),
        "document": scene.document,
        "citation": Citation.objects.first(),
        "article": scene.article,
        "province": Province.objects.today().get(slug="nghe-an"),
    }
    assert records.keys() == KINDS.keys()
    for kind, record in records.items():
        path = identifier(record)
        assert path == f"/id/{kind}/{record.pk}"
        answer = client.get(path)
        assert answer.status_code == 303
        address, _hash, anchor = answer.headers["Location"].partition("#")
        page = client.get(address)
        assert page.status_code == 200
        assert not anchor or f'id="{anchor}"' in page.content.decode()


@pytest.mark.parametrize(
    ("language", "beginning"), [("en", "/en/meetings/"), ("vi", "/cuoc-hop/"), ("fr", "/cuoc-hop/")]
)
def test_the_page_is_in_the_readers_language(client: Client, language: str, beginning: str) -> None:
    path = identifier(make_scene().meeting)
    answer = client.get(path, headers={"Accept-Language": language})
    assert answer.headers["Location"].startswith(beginning)
    assert {"Accept", "Accept-Language"} <= {name.strip() for name in answer.headers["Vary"].split(",")}


def test_programs_are_led_to_the_api(client: Client) -> None:
    scene = make_scene()
    for record in (scene.meeting, scene.document, scene.finance):
        answer = client.get(identifier(record), headers={"Accept": "application/json"}, follow=True)
        assert answer.redirect_chain[0][1] == 303
        assert answer.json()["identifier"] == f"http://testserver{identifier(record)}"


def test_one_that_was_merged_leads_to_the_survivors_identifier(client: Client) -> None:
    keep, drop = make_official("Lê Văn An"), make_official("Lê Văn Ân")
    merge(keep, drop, by=make_reviewer(), reason="Một người")
    answer = client.get(identifier(drop))
    assert (answer.status_code, answer.headers["Location"]) == (301, identifier(keep))


def test_what_is_no_longer_published_is_gone_and_what_never_was_is_not_there(client: Client) -> None:
    scene = make_scene()
    scene.directive.state = State.REJECTED
    scene.directive.save()
    page = client.get(identifier(scene.directive), headers={"Accept-Language": "en"})
    assert page.status_code == 410
    assert "no longer published" in page.content.decode()
    told = client.get(identifier(scene.directive), headers={"Accept": "application/json"})
    assert (told.status_code, told.headers["Content-Type"]) == (410, "application/problem+json")
    for path in ("/id/meeting/99999999", "/id/meeting/99999999999999999999", "/id/person/1", "/id/meeting/x"):
        assert client.get(path).status_code == 404


def test_pages_elsewhere_may_read_them(client: Client) -> None:
    answer = client.get(identifier(make_scene().meeting), headers={"Origin": "https://example.org"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in client.get("/", headers={"Origin": "https://example.org"}).headers


def test_the_address_of_the_site_stands_where_nobody_asks(settings: pytest.FixtureRequest) -> None:
    settings.SITE_URL = "https://viectinh.example"  # type: ignore[attr-defined]
    assert absolute("/id/meeting/1") == "https://viectinh.example/id/meeting/1"
    assert find("meeting", 1) is None
