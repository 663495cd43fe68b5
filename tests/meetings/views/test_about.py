"""The pages on the site itself."""

from __future__ import annotations

import pytest
from django.test import Client

from meetings import accuracy, glossary
from tests.meetings.views.pages import make_scene, queries, words

pytestmark = pytest.mark.django_db


def test_the_method_tells_measured_figures_and_what_is_not_known(client: Client) -> None:
    page = words(client, "/phuong-phap/")
    for kind in accuracy.by_kind():
        row = f"{kind.label} {kind.right:.1f}% {kind.found:.1f}%".replace(".", ",")
        assert row in page
    assert "Nhiệm vụ đã làm xong chưa." in page
    assert "25 bài báo thật đạt 0,89" in page


def test_the_method_asks_no_more_of_the_database_when_there_is_more(client: Client) -> None:
    make_scene()
    before = queries(client, "/phuong-phap/")
    make_scene(1)
    assert queries(client, "/phuong-phap/") == before <= 10


def test_the_glossary_explains_in_the_language_of_the_page(client: Client) -> None:
    term = glossary.terms()[0]
    assert term.vi in words(client, "/tu-dien/")
    page = words(client, "/en/glossary/")
    assert term.english in page
    assert term.vi not in page
    assert queries(client, "/tu-dien/") == 0


def test_every_page_leads_to_both(client: Client) -> None:
    foot = client.get("/").content.decode().partition('<footer class="site-foot">')[2]
    assert 'href="/phuong-phap/"' in foot
    assert 'href="/tu-dien/"' in foot
