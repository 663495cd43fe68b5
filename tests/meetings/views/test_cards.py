"""Pictures of pages: of what can be seen only, drawn once, and not for whoever asks for very many."""

from __future__ import annotations

import re

import pytest
from django.core.cache import caches
from django.test import Client

from meetings.cards import MAKERS
from meetings.views import cards
from tests.factories import make_document, make_meeting
from tests.meetings.views.pages import make_scene, markup, queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    for alias in ("default", "cards"):
        caches[alias].clear()


def test_every_kind_of_page_names_a_picture_that_is_there(client: Client) -> None:
    scene = make_scene()
    records = (scene.meeting, scene.directive, scene.target, scene.document, scene.article)
    for address in ("/", *(r.get_absolute_url() for r in (*records, scene.official, scene.finance))):
        (card,) = re.findall(r'property="og:image" content="http://testserver([^"]+)"', markup(client, address))
        answer = client.get(card)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png"), address
        assert answer.content.startswith(b"\x89PNG")


def test_a_picture_says_the_words_of_the_record() -> None:
    scene = make_scene()
    made = MAKERS["directive"](scene.directive.pk)
    assert made
    assert made.words == scene.directive.text
    assert made.kicker == "Nhiệm vụ · Nghệ An · chiều 14/11/2024"
    assert "Sở Tài chính, Sở Y tế" in made.foot


@pytest.mark.parametrize("address", ["/anh/site/1.png", "/anh/khong/1.png", "/anh/meeting/0.png"])
def test_what_is_not_there_has_no_picture(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_what_cannot_be_seen_has_no_picture(client: Client) -> None:
    scene = make_scene()
    scene.meeting.state = "rejected"
    scene.meeting.save()
    for kind, record in (("meeting", scene.meeting), ("directive", scene.directive), ("target", scene.target)):
        assert client.get(f"/anh/{kind}/{record.pk}.png").status_code == 404


def test_a_picture_is_drawn_once_and_again_when_its_words_change(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = make_meeting("Phiên họp")
    address = f"/anh/meeting/{meeting.pk}.png"
    first = client.get(address)
    monkeypatch.setattr(cards, "LIMIT", 0)  # whatever would have to be drawn is refused
    assert client.get(address).content == first.content
    assert client.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    meeting.title = "Phiên họp khác"
    meeting.save()
    refused = client.get(address)
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 61


def test_a_picture_asks_little_of_the_database(client: Client) -> None:
    scene = make_scene()
    for kind, record, most in (("directive", scene.directive, 2), ("official", scene.official, 6)):
        assert queries(client, f"/anh/{kind}/{record.pk}.png") <= most
    assert queries(client, f"/anh/document/{make_document().pk}.png") == 1
