"""Every record's page says how to cite it, and its identifier leads back to it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.meetings.views.pages import make_scene, markup
from tests.plain import plain

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_record_page_can_be_cited(client: Client, language: str) -> None:
    scene = make_scene()
    records = (scene.meeting, scene.directive, scene.target, scene.document, scene.article, scene.official)
    for record in (*records, scene.finance):
        page = str(record.get_absolute_url())
        html = markup(client, page if language == "vi" else _in_english(client, page))
        box = html[html.index('class="rule cite-record"') : html.index('class="cite-identifier"') + 400]
        (address,) = set(re.findall(r'href="(http://testserver/id/[a-z]+/\d+)"', box))
        assert plain(box.replace("</span>,", ",")).count(f"Việc Tỉnh, {address}, ") == 1
        assert f"url = {{{address}}}," in unescape(box)
        assert client.get(address, follow=True).request["PATH_INFO"] == page


def _in_english(client: Client, page: str) -> str:
    (address,) = re.findall(r'<a class="tool" href="([^"]+)" lang="en"', markup(client, page))
    return unescape(address)
