"""From one page of a list the reader gets to the others, with all filters."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from people.templatetags.pagination import page_numbers


def rendered(query: str, pages: int, current: int) -> str:
    page = Paginator(range(pages), 1).page(current)
    context = Context({"request": RequestFactory().get(f"/a/{query}"), "page_obj": page})
    return Template("{% load pagination %}{% pagination page_obj %}").render(context)


@pytest.mark.parametrize(
    ("pages", "current", "shown"),
    [
        (3, 1, [1, 2, 3]),
        (20, 10, [1, "…", 9, 10, 11, "…", 20]),
    ],
)
def test_page_numbers(pages: int, current: int, shown: list[Any]) -> None:
    page = Paginator(range(pages), 1).page(current)
    assert [n if isinstance(n, int) else "…" for n in page_numbers(page)] == shown


@pytest.mark.parametrize(
    ("query", "before"),
    [
        ("", "?page="),
        ("?page=2", "?page="),
        ("?q=a%20b&page=9&kind=x&kind=y&page=1", "?q=a+b&kind=x&kind=y&page="),
        ('?q="><script>', "?q=%22%3E%3Cscript%3E&page="),
    ],
)
def test_links_keep_the_filters(query: str, before: str) -> None:
    html = rendered(query, 20, 10)
    links = [unescape(link) for link in re.findall('href="([^"]*)"', html)]
    assert links == [f"{before}{n}" for n in (9, 1, 9, 10, 11, 20, 11)]
    assert re.findall(r'page=(\d+)" aria-current="page"', html) == ["10"]
    assert html.count('class="gap"') == 2


@pytest.mark.parametrize(("current", "ways"), [(1, ["next"]), (2, ["prev", "next"]), (3, ["prev"])])
def test_ends_have_one_way(current: int, ways: list[str]) -> None:
    assert re.findall('rel="([a-z]+)"', rendered("", 3, current)) == ways


def test_a_single_page_leads_nowhere() -> None:
    assert rendered("", 1, 1) == ""
