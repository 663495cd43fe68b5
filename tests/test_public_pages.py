"""Every public page is in the table that the browser's tests go through."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.public_pages import LANGUAGES, NO_PAGES, PAGES, addresses, make_public_scene, public_names

pytestmark = pytest.mark.django_db


def test_the_table_has_every_page_and_no_other() -> None:
    assert sorted(public_names()) == sorted({*PAGES, *NO_PAGES})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there(client: Client, language: str) -> None:
    for name, address in addresses(make_public_scene(), language).items():
        answer = client.get(address)
        assert answer.status_code == (404 if name == "not there" else 200), (name, address)
        assert f'<html lang="{language}"' in answer.content.decode(), name


@pytest.mark.parametrize(("language", "other"), [("vi", "en"), ("en", "vi")])
def test_each_page_leads_to_itself_in_the_other_language_with_its_query(
    client: Client, language: str, other: str
) -> None:
    scene = make_public_scene()
    here, there = addresses(scene, language), addresses(scene, other)
    there["not there"] = there["meetings:home"]
    for name in [*PAGES, "no result", "not there"]:
        asked = f"{'&' if '?' in here[name] else '?'}province=nghe-an&page=1&found=s%E1%BB%9F+y"
        html = client.get(here[name] + asked).content.decode()
        (switch,) = re.findall(rf'<a class="tool" href="([^"]+)" lang="{other}" hreflang="{other}">', html)
        assert unescape(switch) == there[name] + ("" if name == "not there" else asked), name
