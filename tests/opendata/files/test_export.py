"""An export asks for some hundred rows at a time: memory and the number of questions per rows do not grow."""

from __future__ import annotations

import itertools

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from meetings.listings import LISTINGS
from opendata.files import csv_file, export
from opendata.files.edition import Edition
from opendata.files.export import Export
from opendata.files.tables import TABLES
from tests.meetings.views.pages import make_scene

pytestmark = pytest.mark.django_db


def of(name: str) -> Export:
    listing = LISTINGS[name]
    filters = listing.filters(QueryDict(), queryset=listing.rows())
    return Export(TABLES[name], filters, Edition("https://viectinh.example"), "vi", "https://viectinh.example/")


@pytest.mark.parametrize("name", ["directives", "targets", "meetings", "articles"])
def test_rows_come_in_chunks_each_with_as_many_questions(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "AT_ONCE", 2)
    for number in range(7):
        make_scene(number)
    asked: list[int] = []
    sizes: list[int] = []
    with CaptureQueriesContext(connection) as captured:
        for chunk in of(name).chunks():
            sizes.append(len(chunk))
            asked.append(len(captured))
    assert sizes == [2, 2, 2, 1]
    after_the_first = [later - earlier for earlier, later in itertools.pairwise(asked)]
    assert len(set(after_the_first)) == 1
    assert after_the_first[0] <= asked[0]


def test_what_is_sent_first_is_made_before_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "AT_ONCE", 2)
    for number in range(7):
        make_scene(number)
    pieces = csv_file.stream(of("directives"))
    assert next(pieces).startswith(b"\xef\xbb\xbf")
    with CaptureQueriesContext(connection) as first:
        assert next(pieces).count(b"\r\n") == 2
    with CaptureQueriesContext(connection) as rest:
        assert [piece.count(b"\r\n") for piece in pieces] == [2, 2, 1]
    assert len(rest) > 2 * (len(first) - 2)
