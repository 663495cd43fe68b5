"""What no data show is made once, for each page as its own."""

from __future__ import annotations

from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override


def test_it_is_made_once_for_each_language_and_what_it_depends_on(settings: Any) -> None:
    made = Template(
        "{% load constant i18n %}{% constant here %}{{ here }} {{ other }} {% translate 'Filters' %}{% endconstant %}"
    )
    assert made.render(Context({"here": "a", "other": 1})) == "a 1 Bộ lọc"
    assert made.render(Context({"here": "a", "other": 2})) == "a 1 Bộ lọc"
    assert made.render(Context({"here": "b", "other": 2})) == "b 2 Bộ lọc"
    with override("en"):
        assert made.render(Context({"here": "a", "other": 3})) == "a 3 Filters"
    settings.DEBUG = True  # whoever works on a template sees it at once
    anew = Template("{% load constant %}{% constant %}{{ other }}{% endconstant %}")
    assert [anew.render(Context({"other": n})) for n in (1, 2)] == ["1", "2"]


@pytest.mark.django_db
def test_each_page_says_of_itself_that_it_is_open(client: Client) -> None:
    for address in ("/cuoc-hop/", "/can-bo/", "/cuoc-hop/", "/en/meetings/"):
        page = client.get(address).content.decode()
        navigation = page.partition('class="site-nav"')[2].partition("</nav>")[0]
        assert navigation.count("aria-current") == 1
        assert f'<a href="{address}" aria-current="page">' in navigation
