"""What holds for every list: bounded queries, odd addresses, pages, empty results, both languages."""

from __future__ import annotations

import string
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import make_article, make_meeting
from tests.meetings.views.pages import make_scene, markup, queries, words

pytestmark = pytest.mark.django_db
LISTS = [f"meetings:{name}_list" for name in ("meeting", "directive", "target", "document", "article")]
PARAMETERS = [
    *("q", "province", "era", "year", "kind", "branch", "body", "agency", "official", "deadlines", "targets", "since"),
    *("until", "order", "page", "part", "deadline", "strength", "assigner", "status", "indicator", "unit", "issuer"),
    *("subject", "publisher", "all", "nothing"),
]
VALUES = [
    "",
    "0",
    "-1",
    "1",
    "9" * 30,
    "9" * 5000,
    "\0",
    "'",
    '"><script>',
    "none",
    "yes",
    "63",
    "31/02/2025",
    "2025-1",
]
QUERY = st.lists(
    st.tuples(
        st.sampled_from(PARAMETERS),
        st.one_of(st.sampled_from(VALUES), st.text(max_size=20), st.text(string.printable, max_size=300)),
    ),
    max_size=6,
)


@pytest.mark.parametrize("name", LISTS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERY)
def test_no_address_breaks_a_list(client: Client, name: str, query: list[tuple[str, str]]) -> None:
    address = f"{reverse(name)}?{urlencode(query, errors='surrogatepass')}"
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("page=x", "Số trang không hợp lệ: đây là trang đầu."),
        ("page=99999999999999999999", "Không có trang số đó: đây là trang gần nhất."),
        ("page=-1", "Không có trang số đó: đây là trang gần nhất."),
        ("page=" + "9" * 5000, "Số trang không hợp lệ: đây là trang đầu."),
        ("mau=do", "mau"),
        ("era=99", "99"),
    ],
)
def test_what_makes_no_sense_is_left_out_with_a_notice(client: Client, name: str, query: str, notice: str) -> None:
    make_scene()
    page = markup(client, f"{reverse(name)}?{query}")
    assert notice in page.partition('class="notice"')[2].partition("</div>")[0]
    assert "0 cuộc họp" not in page


@pytest.mark.parametrize("name", LISTS)
def test_queries_do_not_grow_with_rows(client: Client, name: str) -> None:
    make_scene()
    few = queries(client, reverse(name))
    for number in range(1, 8):
        make_scene(number)
    assert queries(client, reverse(name)) <= few
    assert few <= 22


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_result_offers_a_next_step(client: Client, name: str) -> None:
    make_scene()
    page = markup(client, f"{reverse(name)}?q=khongcotunay")
    assert "Không có mục nào khớp tất cả điều kiện." in page
    assert '<a class="chip" href="?"' in page
    assert f"{reverse('meetings:search')}?q=khongcotunay" in page
    assert "Ở đây không có gì để lọc." in page


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_site_says_so(client: Client, name: str) -> None:
    assert "Chưa có gì ở đây." in words(client, reverse(name))


@pytest.mark.parametrize("name", LISTS)
def test_lists_in_english(client: Client, name: str) -> None:
    make_scene()
    with translation.override("en"):
        address = reverse(name)
        assert address.startswith("/en/")
        page = markup(client, address)
    assert '<html lang="en">' in page
    assert "Filters" in page


def test_pages_of_a_list(client: Client) -> None:
    for number in range(45):
        make_meeting(f"Phiên họp số {number}")
    address = reverse("meetings:meeting_list")
    first, last = markup(client, address), markup(client, f"{address}?page=3&kind=regular_session")
    assert first.count('<li class="record">') == 20
    assert last.count('<li class="record">') == 5
    assert "45 cuộc họp" in first
    assert 'aria-current="page"><span class="visually-hidden">Trang </span>3</a>' in last
    assert 'href="?kind=regular_session&amp;page=2"' in last


@pytest.mark.parametrize("typed", ["phuong an", "PHƯƠNG ÁN", "phương án", "phuong  án"])
def test_searching_needs_no_accents(client: Client, typed: str) -> None:
    scene = make_scene()
    make_meeting("Kỳ họp khác")
    page = words(client, f"{reverse('meetings:meeting_list')}?{urlencode({'q': typed})}")
    assert "1 cuộc họp" in page
    assert scene.meeting.title in page


def test_words_of_a_title_are_escaped(client: Client) -> None:
    make_article(title="<script>alert(1)</script>")
    page = markup(client, reverse("meetings:article_list"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
