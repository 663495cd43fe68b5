"""Every list, search, official, agency, document and province as a feed that keeps the rules of Atom."""

from __future__ import annotations

import datetime
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from meetings.listings import LISTINGS
from meetings.models import Directive
from opendata.feeds import views
from people.corrections import State
from tests.factories import make_directive, make_meeting, make_merge, make_official, make_organization, make_province
from tests.meetings.views.pages import Scene, make_scene
from tests.opendata.feeds.rules import entries_of, feed_at, link_of, text_of

pytestmark = pytest.mark.django_db


def feeds(scene: Scene) -> dict[str, str]:
    """Every feed of the scene by the name of its address."""
    records = {"official": scene.official, "organization": scene.finance, "document": scene.document}
    return {
        "news": reverse("opendata:news_feed"),
        "search": reverse("opendata:search_feed") + "?q=tai+chinh",
        "province": reverse("opendata:province_feed", args=["nghe-an"]),
        **{name: reverse(f"opendata:{name}_feed") for name in LISTINGS},
        **{name: reverse(f"opendata:{name}_feed", args=[record.pk]) for name, record in records.items()},
    }


def kinds(feed: ElementTree.Element) -> list[str]:
    """The kinds of a feed's entries by their identifiers."""
    return [text_of(entry, "id").split("/")[-2] for entry in entries_of(feed)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_feed_keeps_the_rules_and_tells_of_what_it_follows(client: Client, language: str) -> None:
    scene = make_scene()
    with translation.override(language):
        addresses = feeds(scene)
    told = {name: sorted(set(kinds(feed_at(client, address)))) for name, address in addresses.items()}
    everything = ["article", "directive", "document", "meeting", "official", "organization", "target"]
    assert told == {
        "news": ["directive", "meeting", "target"],
        "search": ["article", "directive", "meeting", "organization"],
        "province": ["directive", "meeting", "target"],
        "official": ["directive", "meeting"],
        "organization": ["directive"],
        "document": ["citation"],
        **{name: [kind] for kind in everything for name in [f"{kind}s"]},
    }


def test_a_list_is_followed_with_its_filters_and_words(client: Client) -> None:
    scene = make_scene()
    make_directive(scene.meeting, "Sở Y tế báo cáo.", assignees=[make_organization("Sở Y tế")])
    feed = feed_at(client, reverse("opendata:directives_feed") + f"?agency={scene.finance.pk}&order=deadline")
    assert [text_of(entry, "id") for entry in entries_of(feed)] == [
        f"http://testserver/id/directive/{scene.directive.pk}"
    ]
    assert "Sở Tài chính" in text_of(feed, "title")
    assert client.get(link_of(feed, "alternate")).status_code == 200
    found = feed_at(client, reverse("opendata:directives_feed") + "?q=bao+cao")
    assert [text_of(entry, "title") for entry in entries_of(found)] == ["Sở Y tế: Sở Y tế báo cáo."]


def test_the_newest_known_here_stands_first_whatever_its_day(client: Client) -> None:
    make_meeting("Họp năm 2025", date=datetime.date(2025, 1, 2))
    make_meeting("Họp năm 2020", date=datetime.date(2020, 1, 2))
    titles = [text_of(entry, "title") for entry in entries_of(feed_at(client, reverse("opendata:meetings_feed")))]
    assert [title[:12] for title in titles] == ["Họp năm 2020", "Họp năm 2025"]


def test_later_pages_hold_what_the_first_leaves_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "ENTRIES", 2)
    scene = make_scene()
    for number in range(4):
        make_directive(scene.meeting, f"Việc {number}.")
    address, seen, first = reverse("opendata:province_feed", args=["nghe-an"]), [], ""
    while address:
        feed = feed_at(client, address)
        first = first or text_of(feed, "id")
        assert text_of(feed, "id") == first
        seen += [text_of(entry, "id") for entry in entries_of(feed)]
        address = link_of(feed, "next")
    assert len(seen) == len(set(seen)) == 7


def test_only_the_kinds_asked_for_are_told(client: Client) -> None:
    make_scene()
    address = reverse("opendata:news_feed")
    assert kinds(feed_at(client, address + "?kind=target")) == ["target"]
    assert set(kinds(feed_at(client, address + "?kind=target&kind=meeting"))) == {"target", "meeting"}


def test_what_readers_may_not_see_is_in_no_feed(client: Client) -> None:
    scene = make_scene()
    Directive.objects.update(state=State.REJECTED)
    assert "directive" not in kinds(feed_at(client, reverse("opendata:news_feed")))
    assert kinds(feed_at(client, reverse("opendata:organization_feed", args=[scene.finance.pk]))) == []
    scene.meeting.state = State.WITHDRAWN
    scene.meeting.save()
    assert kinds(feed_at(client, reverse("opendata:news_feed"))) == []
    assert kinds(feed_at(client, reverse("opendata:document_feed", args=[scene.document.pk]))) == []


def test_who_has_it_is_told_so_until_something_changes(client: Client) -> None:
    scene = make_scene()
    address = reverse("opendata:news_feed")
    first = client.get(address)
    assert "max-age" in first.headers["Cache-Control"]
    again = {"headers": {"If-None-Match": first.headers["ETag"]}}
    assert client.get(address, **again).status_code == 304  # type: ignore[arg-type]
    since = {"headers": {"If-Modified-Since": first.headers["Last-Modified"]}}
    assert client.get(address, **since).status_code == 304  # type: ignore[arg-type]
    scene.directive.text = "Sở Tài chính trình phương án khác."
    scene.directive.save()
    assert client.get(address, **again).status_code == 200  # type: ignore[arg-type]


def test_a_feed_of_a_record_merged_away_leads_to_the_survivor(client: Client) -> None:
    keep, drop = make_official("Trần Thị Hoa"), make_official("Trần Thị Hòa")
    address = reverse("opendata:official_feed", args=[drop.pk])
    make_merge(keep, drop)
    answer = client.get(address + "?kind=meeting")
    assert answer.status_code == 301
    assert answer.headers["Location"] == reverse("opendata:official_feed", args=[keep.pk]) + "?kind=meeting"


@pytest.mark.parametrize(("name", "arguments"), [("official", [99]), ("organization", [10**30]), ("document", [99]),
                                                 ("province", ["khong-co"])])  # fmt: skip
def test_a_feed_of_nothing_is_a_problem(client: Client, name: str, arguments: list[Any]) -> None:
    answer = client.get(reverse(f"opendata:{name}_feed", args=arguments))
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


BAD: list[tuple[str, dict[str, str], str]] = [
    ("directives", {"agency": "x"}, "agency"),
    ("meetings", {"since": "32/13/2025"}, "since"),
    ("meetings", {"khongco": "1"}, "khongco"),
    ("officials", {"utm_source": "x"}, "utm_source"),
    ("targets", {"before": "x"}, "before"),
    ("targets", {"before": "meeting-1"}, "before"),
    ("news", {"kind": "official"}, "kind"),
    ("news", {"q": "x"}, "q"),
    ("search", {"q": "…"}, "q"),
    ("search", {}, "q"),
    ("search", {"q": "\0"}, "q"),
]


@pytest.mark.parametrize(("name", "query", "parameter"), BAD)
def test_what_makes_no_sense_is_refused_by_name(
    client: Client, name: str, query: dict[str, str], parameter: str
) -> None:
    answer = client.get(f"{reverse(f'opendata:{name}_feed')}?{urlencode(query)}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")
    assert parameter in [error["parameter"] for error in answer.json()["errors"]]


def test_no_number_of_entries_asks_the_database_more_often(client: Client) -> None:
    def queries() -> dict[str, int]:
        counted = {}
        for name, address in feeds(scene).items():
            client.get(address)  # what is looked up once for all
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            counted[name] = len(captured)
        return counted

    scene = make_scene()
    few = queries()
    for number in range(1, 4):
        more = make_scene(number)
        official = make_official(f"Nguyễn Văn {'ABC'[number - 1]}", province=make_province("Nghệ An"))
        make_directive(more.meeting, f"Sở Tài chính báo cáo {number}.", assignees=[scene.finance, official])
    assert queries() == few


def test_words_that_xml_cannot_hold_break_no_feed(client: Client) -> None:
    scene = make_scene()
    Directive.objects.update(text="Sở Tài chính \x01 trình <b>&amp; phương án\ufffe.")
    entry = entries_of(feed_at(client, reverse("opendata:directives_feed")))[0]
    assert text_of(entry, "id").endswith(f"/{scene.directive.pk}")
    assert "trình &lt;b&gt;&amp;amp; phương án." in text_of(entry, "content")
    answer = client.get(reverse("opendata:articles_feed") + "?publisher=%01%EF%BF%BE")
    ElementTree.fromstring(answer.content)
