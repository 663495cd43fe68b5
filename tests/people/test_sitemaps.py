"""Sitemaps in files by key: no row is counted, skipped or told twice."""

from __future__ import annotations

import pytest
from django.core.paginator import EmptyPage, PageNotAnInteger
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Official
from people.sitemaps import KeyPages
from tests.factories import make_official

pytestmark = pytest.mark.django_db


def test_every_row_is_in_one_page_and_stays_there() -> None:
    made = [make_official(f"Người {number}") for number in range(7)]
    before = {pk: n for n in KeyPages(Official.objects.all(), 3).page_range for pk in keys(n)}
    assert set(before) == {official.pk for official in made}
    gone = before.pop(made[2].pk)
    made[2].delete()
    newest = make_official("Người mới").pk
    after = {pk: n for n in KeyPages(Official.objects.all(), 3).page_range for pk in keys(n)}
    after.pop(newest)
    assert after == before
    assert gone in before.values()


def keys(number: int) -> list[int]:
    return [row.pk for row in KeyPages(Official.objects.all(), 3).page(number).object_list]


def test_no_rows_are_one_empty_page() -> None:
    pages = KeyPages(Official.objects.none())
    assert (pages.num_pages, list(pages.page(1).object_list)) == (1, [])


def test_pages_that_are_none_are_refused() -> None:
    pages = KeyPages(Official.objects.all())
    with pytest.raises(EmptyPage):
        pages.page(2)
    with pytest.raises(PageNotAnInteger):
        pages.page("x")


def test_a_page_is_two_questions_to_the_database() -> None:
    make_official()
    with CaptureQueriesContext(connection) as captured:
        pages = KeyPages(Official.objects.all())
        list(pages.page(pages.num_pages).object_list)
    assert len(captured) == 2
    assert not any("COUNT" in query["sql"] or "OFFSET" in query["sql"] for query in captured)
