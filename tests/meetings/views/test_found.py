"""What was searched for stands out on the way from the result to the text."""

from __future__ import annotations

import html
import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.meetings.views.pages import make_scene, markup, queries

pytestmark = pytest.mark.django_db


def links(page: str, start: str) -> list[str]:
    return re.findall(rf'href="({re.escape(start)}[^"]*)"', page)


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
    page = markup(client, f"{address}?found=so")
    assert f'<a href="{address}" rel="nofollow">Bỏ tô</a>' in page
    assert "Bỏ tô" not in markup(client, address)
    assert '<link rel="canonical" href="http://testserver' + address + '">' in page


def test_marks_ask_nothing_of_the_database(client: Client) -> None:
    address = make_scene().meeting.get_absolute_url()
    assert queries(client, f"{address}?found=so+tai+chinh") == queries(client, address)


def test_from_the_text_back_to_the_meeting_the_words_stay(client: Client) -> None:
    scene = make_scene()
    page = markup(client, f"{scene.article.get_absolute_url()}?found=so")
    back = links(page, scene.meeting.get_absolute_url())
    assert back
    assert [link for link in back if "?found=so" not in link] == []


SUGGESTED = [
    ("document", "57 nq", "57-NQ"),
    ("meeting", "phien hop", "Phiên họp"),
    ("official", "hong vinh", "Hồng Vinh"),
    ("official", "lê hồng", "Lê Hồng"),
    ("finance", "so tai chinh", "Sở Tài chính"),
]
FOUND = [
    *SUGGESTED,
    ("directive", "so y te", "Sở Y tế"),
    ("directive", "Sở Y tế", "Sở Y tế"),
    ("target", "thu ngan sach", "thu ngân sách"),
    ("target", "THU NGÂN SÁCH", "thu ngân sách"),
    ("article", "phien hop", "Phiên họp"),
]


@pytest.mark.parametrize(
    ("search", "record", "typed", "marked"),
    [*(("/tim-kiem/", *each) for each in FOUND), *(("/goi-y/", *each) for each in SUGGESTED)],
)
def test_from_what_is_typed_to_the_record_the_words_are_marked(
    client: Client, search: str, record: str, typed: str, marked: str
) -> None:
    scene = make_scene()
    own = getattr(scene, record).get_absolute_url()
    (result, *_) = links(markup(client, f"{search}?{urlencode({'q': typed})}"), own)
    assert result.startswith(f"{own}?found=")
    page = markup(client, html.unescape(result))
    heading = re.sub(r"</?mark[^>]*>", "|", page.partition("<h1")[2].partition("</h1>")[0]).replace("\xa0", " ")
    assert "|" in heading
    assert marked.casefold() in heading.replace("|", "").casefold()
    assert "Bỏ tô" in page
    assert "không có bộ lọc" not in page


def test_from_a_figure_and_a_document_the_words_stay_to_the_text(client: Client) -> None:
    scene = make_scene()
    for record, words in ((scene.target, "thu ngan sach"), (scene.document, "57 nq")):
        page = markup(client, f"{record.get_absolute_url()}?{urlencode({'found': words})}")
        texts = [link for link in links(page, scene.meeting.get_absolute_url()) if "#w-" in link]
        assert texts
        assert all("?found=" in link for link in texts)
        assert '<mark class="found">' in markup(client, html.unescape(texts[0])).partition('id="text"')[2]


@pytest.mark.parametrize("page", ["/can-bo/?q=vinh", "/co-quan/?q=so", "/van-ban/?q=57", "/chi-tieu/?q=thu"])
def test_every_list_hands_its_words_on(client: Client, page: str) -> None:
    make_scene()
    assert f"?found={page.partition('=')[2]}" in markup(client, page)
