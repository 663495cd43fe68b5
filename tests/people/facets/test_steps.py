"""An empty list says what to drop, with exactly what is then found."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from meetings.filters import MeetingFilter
from meetings.models import Meeting
from tests.factories import make_meeting
from tests.meetings.views.pages import markup, queries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def archive() -> None:
    """Two briefings at Vinh and a conference."""
    for number in range(2):
        make_meeting(f"Giao ban Vinh {number}", kind="briefing")
    make_meeting("Hội nghị Việt Trì", kind="conference")


def steps(**typed: object) -> tuple[list[tuple[str, int]], list[tuple[str, int]], int]:
    found = MeetingFilter(typed, queryset=Meeting.objects.published()).next_steps()
    told = ([(step.value, step.count) for step in kind] for kind in (found.without_a_filter, found.without_a_word))
    return (*told, found.all_rows)  # type: ignore[return-value]


def test_each_filter_is_dropped_alone_the_one_that_finds_most_first() -> None:
    assert steps(q="vinh", kind="conference") == ([("Hội nghị", 2), ("vinh", 1)], [], 3)


def test_a_word_is_dropped_alone_and_one_that_finds_nothing_is_not_offered() -> None:
    assert steps(q="giao ban khôngcó") == ([("giao ban khôngcó", 3)], [("giao ban", 2)], 3)


def test_what_leads_to_another_empty_list_is_not_offered() -> None:
    without_a_filter, without_a_word, _ = steps(q="khôngcó khôngđâu", kind="citizen_reception", year="1999")
    assert (without_a_filter, without_a_word) == ([], [])


def test_a_page_offers_what_its_links_find(client: Client) -> None:
    html = markup(client, "/cuoc-hop/?q=vinh+tri&kind=conference").partition('<div class="empty">')[2]
    offered = re.findall(r'href="(\?[^"]+)".*?(\d+)\s+kết quả', html, re.DOTALL)
    assert len(offered) >= 2
    for address, count in offered:
        page = client.get("/cuoc-hop/" + address.replace("&amp;", "&"))
        assert page.context["total"] == int(count)


def test_however_much_is_typed_little_is_asked(client: Client) -> None:
    few = queries(client, "/cuoc-hop/?q=khongco")
    many = queries(client, "/cuoc-hop/?q=" + "+".join(f"khong{n}" for n in range(16)))
    assert many - few <= 8


def test_where_nothing_was_read_yet_nothing_can_be_dropped(client: Client) -> None:
    Meeting.objects.all().delete()
    assert "Chưa có gì ở đây." in markup(client, "/cuoc-hop/")
