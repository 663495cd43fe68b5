"""What was searched for stands out on the way from the result to the text."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests.meetings.views.pages import make_scene, markup, queries

pytestmark = pytest.mark.django_db


def links(html: str, start: str) -> list[str]:
    return re.findall(rf'href="({re.escape(start)}[^"]*)"', html)


def test_the_words_go_from_the_result_to_the_record_and_to_the_text(client: Client) -> None:
    scene = make_scene()
    (result, *_) = links(markup(client, "/tim-kiem/?q=so+y+te"), scene.directive.get_absolute_url())
    record = markup(client, result)
    assert record.count('<mark class="found">Sở Y tế</mark>') == 2  # the heading and the words around it
    meeting = next(link for link in links(record, scene.meeting.get_absolute_url()) if "#w-directive" in link)
    assert "?found=so+y+te#" in meeting
    text = markup(client, meeting).partition('id="text"')[2]
    assert '<mark class="found">Sở Y tế</mark>' in text


@pytest.mark.parametrize("page", ["/cuoc-hop/", "/nhiem-vu/", "/bai-viet/"])
def test_lists_hand_their_words_on(client: Client, page: str) -> None:
    make_scene()
    assert "?found=so+y+te" in markup(client, f"{page}?q=so+y+te")
    assert "?found=" not in markup(client, page)


def test_marks_can_be_taken_away(client: Client) -> None:
    address = make_scene().meeting.get_absolute_url()
    html = markup(client, f"{address}?found=so")
    assert f'<a href="{address}" rel="nofollow">Bỏ tô</a>' in html
    assert "Bỏ tô" not in markup(client, address)
    assert '<link rel="canonical" href="http://testserver' + address + '">' in html


def test_marks_ask_nothing_of_the_database(client: Client) -> None:
    address = make_scene().meeting.get_absolute_url()
    assert queries(client, f"{address}?found=so+tai+chinh") == queries(client, address)


def test_from_the_text_back_to_the_meeting_the_words_stay(client: Client) -> None:
    scene = make_scene()
    html = markup(client, f"{scene.article.get_absolute_url()}?found=so")
    back = links(html, scene.meeting.get_absolute_url())
    assert back
    assert [link for link in back if "?found=so" not in link] == []
