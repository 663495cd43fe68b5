"""The head of a page for machines: one address, each language, nothing of what only filters make."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client

from people.templatetags.sharing import as_description
from tests.factories import make_meeting, make_official, make_province, make_target
from tests.meetings.views.pages import make_scene, markup
from tests.public_pages import LANGUAGES, PAGES, addresses, make_public_scene

SITE = "http://testserver"


def head(client: Client, address: str) -> str:
    return markup(client, address).partition("</head>")[0]


def links(html: str, rel: str) -> list[tuple[str, str]]:
    return re.findall(rf'<link rel="{rel}"(?: hreflang="([^"]+)")? href="([^"]+)">', html)


def blocks(html: str) -> list[Any]:
    """What the data blocks of a page say."""
    return [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]


def test_a_capture_keeps_what_it_renders_and_shows_it_where_asked() -> None:
    text = "{% load sharing %}{% capture as x %} <b>{{ y }}</b>\n  {% endcapture %}[{{ x }}]"
    assert Template(text).render(Context({"y": "a&b"})) == "[<b>a&amp;b</b>]"
    with pytest.raises(TemplateSyntaxError):
        Template("{% load sharing %}{% capture x %}{% endcapture %}")


@pytest.mark.parametrize(
    ("text", "line"),
    [("một\n\nhai  ba", "một hai ba"), ("từ " * 100, "từ " * 66 + "…")],
)
def test_a_description_is_one_line_cut_between_words(text: str, line: str) -> None:
    assert as_description(text) == line


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/cuoc-hop/", "/cuoc-hop/?utm_source=x", "/cuoc-hop/?page=1", "/cuoc-hop/?page=x"])
def test_what_an_address_carries_besides_makes_no_other_page(client: Client, address: str) -> None:
    html = head(client, address)
    assert links(html, "canonical") == [("", f"{SITE}/cuoc-hop/")]
    assert links(html, "alternate") == [
        ("vi", f"{SITE}/cuoc-hop/"),
        ("en", f"{SITE}/en/meetings/"),
        ("x-default", f"{SITE}/cuoc-hop/"),
    ]


@pytest.mark.django_db
def test_a_later_page_is_a_page_of_its_own_with_a_title_of_its_own(client: Client) -> None:
    for number in range(21):
        make_meeting(f"Phiên họp {number}")
    html = head(client, "/en/meetings/?page=2&utm_source=x")
    assert links(html, "canonical") == [("", f"{SITE}/en/meetings/?page=2")]
    assert ("vi", f"{SITE}/cuoc-hop/?page=2") in links(html, "alternate")
    assert "<title>Meetings, page 2 of 2 · Việc Tỉnh</title>" in html


@pytest.mark.django_db
def test_what_filters_left_is_not_indexed_but_can_be_shared(client: Client) -> None:
    make_meeting()
    html = head(client, "/cuoc-hop/?kind=regular_session")
    assert 'content="noindex, follow"' in html
    assert links(html, "canonical") == links(html, "alternate") == []
    assert f'<meta property="og:url" content="{SITE}/cuoc-hop/?kind=regular_session">' in html


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/tim-kiem/?q=x", "/khong-co/"])
def test_what_is_no_page_has_no_address(client: Client, address: str) -> None:
    html = client.get(address).content.decode().partition("</head>")[0]
    assert html.count('name="robots" content="noindex') == 1
    assert links(html, "canonical") == []


@pytest.mark.django_db
def test_title_and_description_are_said_to_readers_and_to_who_shares(client: Client) -> None:
    official = make_official('Lê "Hồng" <Vinh>')
    html = head(client, official.get_absolute_url())
    title = "Lê &quot;Hồng&quot; &lt;Vinh&gt;"
    assert f"<title>{title} · Việc Tỉnh</title>" in html
    assert f'<meta property="og:title" content="{title}">' in html
    description = re.search(r'name="description" content="([^"]+)"', html)
    assert description
    assert f'<meta property="og:description" content="{description[1]}">' in html


@pytest.mark.django_db
def test_the_way_from_the_front_page_is_told_to_readers_and_to_machines(client: Client) -> None:
    province = make_province("Nghệ An")
    html = markup(client, make_official("Lê Hồng Vinh", province=province).get_absolute_url())
    nav = html.partition('<nav class="crumbs"')[2].partition("</nav>")[0]
    assert re.findall(r"<a [^>]*>([^<]+)</a>", nav) == ["Trang chủ", "Cán bộ", "Nghệ An"]
    (page,) = (block for block in blocks(html) if block["@type"] == "WebPage")
    assert page["inLanguage"] == "vi"
    steps = [(step["name"], step.get("item")) for step in page["breadcrumb"]["itemListElement"]]
    assert steps == [
        ("Trang chủ", f"{SITE}/"),
        ("Cán bộ", f"{SITE}/can-bo/"),
        ("Nghệ An", f"{SITE}/can-bo/?province=nghe-an"),
        ("Lê Hồng Vinh", None),
    ]


@pytest.mark.django_db
def test_every_page_says_where_it_is_and_records_what_they_are_about(client: Client) -> None:
    scene = make_scene()
    kinds = {
        scene.meeting.get_absolute_url(): {"Event"},
        scene.official.get_absolute_url(): {"Person"},
        scene.finance.get_absolute_url(): {"GovernmentOrganization"},
        scene.document.get_absolute_url(): {"Legislation"},
        scene.article.get_absolute_url(): {"NewsArticle"},
        scene.directive.get_absolute_url(): {"Quotation"},
        scene.target.get_absolute_url(): {"Quotation"},
        "/en/officials/": set[str](),
    }
    found = {address: {block["@type"] for block in blocks(markup(client, address))} for address in kinds}
    assert found == {address: kind | {"WebPage"} for address, kind in kinds.items()}
    assert [block["@type"] for block in blocks(markup(client, "/"))] == ["WebSite"]


@pytest.mark.django_db
@pytest.mark.parametrize("swapped", [False, True])
def test_two_who_are_compared_are_one_page_whoever_stands_first(client: Client, swapped: bool) -> None:
    one, other = make_official("Lê Hồng Vinh").pk, make_official("Trần Thị Hoa").pk
    a, b = (other, one) if swapped else (one, other)
    html = head(client, f"/so-sanh/can-bo/?a={a}&b={b}&utm_source=x")
    assert links(html, "canonical") == [("", f"{SITE}/so-sanh/can-bo/?a={one}&amp;b={other}")]
    assert ("en", f"{SITE}/en/compare/officials/?a={one}&amp;b={other}") in links(html, "alternate")


@pytest.mark.django_db
def test_a_comparison_of_one_with_nobody_is_no_page(client: Client) -> None:
    html = head(client, f"/so-sanh/can-bo/?a={make_official().pk}")
    assert 'content="noindex, follow"' in html
    assert links(head(client, "/so-sanh/can-bo/"), "canonical") == [("", f"{SITE}/so-sanh/can-bo/")]


@pytest.mark.django_db
def test_an_indicator_compared_is_a_page_and_what_filters_leave_of_it_is_none(client: Client) -> None:
    make_target(make_meeting(province=make_province()), "thu ngân sách", period="2025")
    whole = head(client, "/so-sanh/chi-tieu/?utm_source=x&indicator=thu+ngân+sách")
    address = "/so-sanh/chi-tieu/?indicator=thu+ng%C3%A2n+s%C3%A1ch"
    assert links(whole, "canonical") == [("", f"{SITE}{address}")]
    assert [language for language, _ in links(whole, "alternate")] == ["vi", "en", "x-default"]
    for more in ("&year=2025", "&province=nghe-an", "&unit=tỷ+đồng"):
        assert 'content="noindex, follow"' in head(client, address + more), more
    assert 'content="noindex, follow"' in head(client, "/so-sanh/chi-tieu/?indicator=kh%C3%B4ng+c%C3%B3")


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_but_the_front_page_says_in_the_same_order_where_it_is(client: Client, language: str) -> None:
    home = {"vi": ("Trang chủ", f"{SITE}/"), "en": ("Home", f"{SITE}/en/")}[language]
    told = addresses(make_public_scene(), language)
    for name in PAGES.keys() - {"meetings:home"}:
        html = markup(client, told[name])
        nav = html.partition('<nav class="crumbs"')[2].partition("</nav>")[0]
        shown = [(unescape(text), SITE + href) for href, text in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', nav)]
        (page,) = (block for block in blocks(html) if block["@type"] == "WebPage")
        trail = page["breadcrumb"]
        assert page["inLanguage"] == language
        steps = [(step["name"], step.get("item")) for step in trail["itemListElement"]]
        assert [step["position"] for step in trail["itemListElement"]] == list(range(1, len(steps) + 1)), name
        assert shown[0] == steps[0] == home, name
        assert shown == steps[:-1], name
        assert steps[-1][0], name
        assert steps[-1][1] is None, name
