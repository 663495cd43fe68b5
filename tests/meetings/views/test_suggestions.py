"""The piece of a page that is offered while one types."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import make_official, make_organization
from tests.meetings.views.pages import make_scene, markup, queries, words

pytestmark = pytest.mark.django_db


def test_options_are_links_to_the_records_and_to_the_whole_search(client: Client) -> None:
    scene = make_scene()
    page = markup(client, "/goi-y/?q=hong+vinh")
    assert f'href="{scene.official.get_absolute_url()}?found=hong+vinh" data-key="{scene.official.pk}"' in page
    assert 'href="/tim-kiem/?q=hong%20vinh"' in page
    assert page.count('role="option"') == 2
    assert "<html" not in page


def test_what_was_typed_is_shown_and_never_run(client: Client) -> None:
    page = markup(client, "/goi-y/?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script" not in page
    assert "Tìm “&lt;script&gt;alert(1)&lt;/script&gt;” trong tất cả" in page


@pytest.mark.parametrize(
    "query", ["", "?q=", "?q=%00%01", "?kind=x&q=so", f"?q={'so+' * 3000}", "?q=%22&kind=officials"]
)
def test_nothing_typed_breaks_it(client: Client, query: str) -> None:
    assert client.get(f"/goi-y/{query}").status_code == 200


def test_a_form_that_wants_one_kind_is_offered_that_alone(client: Client) -> None:
    make_official("Sơn Minh")
    make_organization("Sở Y tế")
    page = words(client, "/goi-y/?q=so&kind=organizations")
    assert "Sở Y tế" in page
    assert "Sơn Minh" not in page
    assert "trong tất cả" not in page


def test_it_speaks_the_language_of_the_page(client: Client) -> None:
    make_scene()
    assert "Search everything for “vinh”" in words(client, "/en/suggestions/?q=vinh")


def test_browsers_keep_an_answer_for_a_moment(client: Client) -> None:
    assert client.get("/goi-y/?q=vinh").headers["Cache-Control"] == "public, max-age=60"


def test_queries_do_not_grow(client: Client) -> None:
    make_scene()
    few = queries(client, "/goi-y/?q=so+tai")
    for number in range(1, 8):
        make_scene(number)
        make_organization(f"Sở Tài {number}")
    assert queries(client, "/goi-y/?q=so+tai") <= few + 1  # details of the first official found by office
    assert few <= 16


@pytest.mark.parametrize("address", ["/", "/cuoc-hop/", "/tim-kiem/?q=vinh", "/khong-co/"])
def test_every_page_with_the_site_search_offers_them(client: Client, address: str) -> None:
    assert client.get(address).content.decode().count('data-suggest="/goi-y/"') == 1
