"""Each page leads to what follows it, for people and for feed readers, and what it leads to is there."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.meetings.views.pages import Scene, make_scene
from tests.opendata.feeds.rules import calendar_at, events_of, feed_at

pytestmark = pytest.mark.django_db
DISCOVERED = re.compile(r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)"(?: lang="vi")?>')
LISTS = ("people:official_list", "people:organization_list", "meetings:meeting_list", "meetings:directive_list",
         "meetings:target_list", "meetings:document_list", "meetings:article_list")  # fmt: skip


def pages(scene: Scene) -> list[str]:
    """The pages that can be followed."""
    records = (scene.official, scene.finance, scene.document, scene.meeting.province)
    named = [reverse(name) for name in LISTS]
    return [*named, *(str(record.get_absolute_url()) for record in records if record), reverse("meetings:home"),
            reverse("meetings:search") + "?q=tai+chinh"]  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_has_a_feed_and_what_it_names_is_there(client: Client, language: str) -> None:
    scene = make_scene()
    with translation.override(language):
        asked = pages(scene)
    for page in asked:
        html = client.get(page).content.decode()
        found = [(media, unescape(address)) for media, _, address in DISCOVERED.findall(html)]
        assert [media for media, _ in found][:1] == ["application/atom+xml"], page
        for media, address in found:
            assert address.startswith("/en/") is (language == "en")
            check = feed_at if media == "application/atom+xml" else calendar_at
            check(client, address)
            if page != reverse("meetings:home") and not page.endswith("/en/"):
                assert f'<a href="{address.replace("&", "&amp;")}"' in html, page


def test_a_filtered_page_leads_to_a_feed_of_the_same_rows(client: Client) -> None:
    scene = make_scene()
    page = reverse("meetings:directive_list") + f"?agency={scene.finance.pk}&year=x&order=deadline&page=1"
    html = client.get(page).content.decode()
    addresses = [unescape(address) for _, _, address in DISCOVERED.findall(html)]
    assert addresses == [
        reverse("opendata:directives_feed") + f"?agency={scene.finance.pk}",
        reverse("opendata:deadlines") + f"?agency={scene.finance.pk}",
    ]
    assert f'href="webcal://testserver{addresses[1]}"' in html


def test_a_province_leads_to_calendars_of_its_deadlines_and_meetings(client: Client) -> None:
    make_scene()
    html = client.get(reverse("meetings:province_detail", args=["nghe-an"])).content.decode()
    calendars = [unescape(address) for media, _, address in DISCOVERED.findall(html) if media == "text/calendar"]
    assert [len(events_of(calendar_at(client, address))) for address in calendars] == [1, 1]


@pytest.mark.parametrize("name", ["meetings:method", "meetings:search", "meetings:province_list"])
def test_what_has_nothing_new_is_not_followed(client: Client, name: str) -> None:
    html = client.get(reverse(name)).content.decode()
    assert DISCOVERED.findall(html) == []
    assert 'class="follow"' not in html


def test_a_page_that_is_not_there_is_not_followed(client: Client) -> None:
    for address in ("/can-bo/99-x/", "/co-quan/99-x/", "/van-ban/99-x/", "/tinh-thanh/khong-co/"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert DISCOVERED.findall(answer.content.decode()) == []


@pytest.mark.parametrize("query", ["q=…", "q=...+%2F", "office=%22&q=vinh", "q=%00", "q=" + "x+" * 60])
def test_no_words_make_a_page_lead_to_what_is_refused(client: Client, query: str) -> None:
    make_scene()
    for name in LISTS:
        html = client.get(f"{reverse(name)}?{query}").content.decode()
        for media, _, address in DISCOVERED.findall(html):
            assert client.get(unescape(address)).status_code == 200, (media, address)
