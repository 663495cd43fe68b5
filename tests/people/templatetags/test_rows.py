"""Rows of lists are made once for each state of the data, and look as if they were made anew."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from people.models import Official
from people.templatetags.rows import PIECES
from tests.meetings.views.pages import markup, queries
from tests.public_pages import make_public_scene

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("remembering")]


@pytest.mark.parametrize("in_stock", [False, True])
@pytest.mark.parametrize(
    "query", ["", "?q=a", "?q=so", "?order=name", "?found=van", "?page=2", "?since=nonsense", "?year=2025&kind=other"]
)
def test_rows_look_as_if_made_anew(client: Client, settings: Any, query: str, in_stock: bool) -> None:
    make_public_scene()
    settings.STOCK_LEAST, settings.STOCK_AT_ONCE = int(in_stock), True
    for language in ("", "/en"):
        for address in addresses(language):
            settings.PIECE_MEMORY = 0
            anew = markup(client, address + query)
            settings.PIECE_MEMORY = 4_000_000
            assert markup(client, address + query) == anew
            assert markup(client, address + query) == anew
    assert len(PIECES._kept) > 0


def addresses(language: str) -> list[str]:
    people = ("people:official", "people:organization")
    names = (
        "meetings:meeting",
        *people,
        *(f"meetings:{name}" for name in ("document", "article", "directive", "target")),
    )
    with override(language.strip("/") or "vi"):
        return [reverse(f"{name}_list") for name in names]


def test_a_row_is_fetched_once_until_the_data_are_others(client: Client, settings: Any) -> None:
    make_public_scene()
    settings.STOCK_LEAST, settings.STOCK_AT_ONCE = 1, True
    address = addresses("")[1]
    first, second = queries(client, address), queries(client, address)
    assert second < first
    official = Official.objects.published().first()
    assert official is not None
    official.name = "Tên Mới Tinh"
    official.save()
    assert "Tên Mới Tinh" in re.sub("\N{NO-BREAK SPACE}", " ", markup(client, address))


@pytest.mark.parametrize("number", range(7))
def test_a_list_that_is_asked_for_again_asks_for_no_row(client: Client, settings: Any, number: int) -> None:
    make_public_scene()
    settings.STOCK_LEAST, settings.STOCK_AT_ONCE = 1, True
    address = addresses("")[number]
    first = queries(client, address)
    # The name of the state: for the list in memory, and for the parts of the page; a day or year that two lists name.
    assert queries(client, address) <= 3 < first


def test_words_searched_for_go_along_in_the_links_of_their_own_page_only(client: Client) -> None:
    make_public_scene()
    address = addresses("")[1]
    name = Official.objects.published().values_list("name", flat=True).first()
    assert "found=" not in markup(client, address)
    assert "found=" in markup(client, f"{address}?q={name}")
    assert "found=" not in markup(client, address)
