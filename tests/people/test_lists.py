"""A list page answers every page number, and every record has one address."""

from __future__ import annotations

import pytest
from django.core.paginator import Paginator
from django.test import RequestFactory

from people.lists import elsewhere, page_of


@pytest.mark.parametrize(
    ("asked", "number", "notices"),
    [
        (None, 1, 0),
        ("1", 1, 0),
        ("3", 3, 0),
        ("4", 3, 1),
        ("0", 1, 1),
        ("-7", 1, 1),
        ("x", 1, 1),
        ("", 1, 1),
        ("1.5", 1, 1),
        ("9" * 30, 3, 1),
        ("9" * 5000, 1, 1),
    ],
)
def test_page_of(asked: str | None, number: int, notices: int) -> None:
    request = RequestFactory().get("/", {} if asked is None else {"page": asked})
    said: list[str] = []
    assert page_of(request, Paginator(range(25), 10), said).number == number
    assert len(said) == notices


class _Record:
    def get_absolute_url(self) -> str:
        return "/right/"


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [("/right/", None), ("/right/?q=1", None), ("/wrong/", "/right/"), ("/wrong/?a=1&a=2", "/right/?a=1&a=2")],
)
def test_elsewhere(path: str, leads_to: str | None) -> None:
    answer = elsewhere(RequestFactory().get(path), _Record())
    assert (answer.headers["Location"] if answer else None) == leads_to
    assert answer is None or answer.status_code == 301
