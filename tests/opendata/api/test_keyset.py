"""Pages by key hold every row once, in the order of the whole list, whatever is empty and whatever comes meanwhile."""

from __future__ import annotations

import base64
import datetime
import json
import random
from typing import Any

import pytest
from django.db.models import F, QuerySet

from meetings.listings import LISTINGS
from meetings.models import Directive, Meeting
from opendata.api.cursors import BadCursor
from opendata.api.filters import filters_of
from opendata.api.keyset import page_of
from opendata.resources import RESOURCES
from people.models import Organization
from tests.factories import make_directive, make_meeting, make_organization, make_province
from tests.meetings.views.pages import make_scene

pytestmark = pytest.mark.django_db


def all_pages(rows: QuerySet[Any], limit: int) -> list[Any]:
    found, cursor = [], ""
    while True:
        page, cursor = page_of(rows, limit, cursor)
        assert len(page) <= limit
        found += page
        if not cursor:
            return found


def make_tasks(number: int) -> None:
    chance = random.Random(7)
    held = [make_meeting(f"Họp {n}", date=datetime.date(2024, 1 + n % 3, 15)) for n in range(4)]
    for n in range(number):
        day = chance.choice([None, None, *(datetime.date(2025, month, 28) for month in (1, 2, 12))])
        make_directive(held[n % 4], f"Việc {n}", order=chance.randrange(3), deadline_to=day)


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 50])
@pytest.mark.parametrize(
    "order",
    [
        ("pk",),
        ("-pk",),
        ("-meeting__sort_date", "-meeting_id", "order", "pk"),
        ("meeting__sort_date", "meeting_id", "order", "pk"),
        (F("deadline_to").asc(nulls_last=True), "pk"),
        (F("deadline_to").desc(nulls_last=True), "pk"),
        (F("deadline_to").asc(nulls_first=True), "-pk"),
        ("deadline_to", "pk"),
        ("-deadline_to", "-pk"),
    ],
    ids=str,
)
def test_the_pages_are_the_whole_list_in_its_order(order: tuple[Any, ...], limit: int) -> None:
    make_tasks(15)
    rows = Directive.objects.order_by(*order)
    assert all_pages(rows, limit) == list(rows)


@pytest.mark.parametrize("name", RESOURCES)
def test_every_order_that_a_list_offers_is_one_of_pages(name: str) -> None:
    for number in range(3):
        make_scene(number)
    make_organization("Bộ Tài chính")
    make_organization("Sở Nội vụ", province=make_province("Thanh Hóa"))
    for order in (None, *(choice.value for choice in filters_of(name, {}).orders())):
        rows = filters_of(name, {"order": order} if order else {}).qs
        assert all_pages(rows, 2) == list(rows)


def test_rows_that_come_meanwhile_move_none_to_another_page() -> None:
    for number in range(6):
        make_meeting(f"Họp {number}", date=datetime.date(2024, 1, number + 1))
    rows = Meeting.objects.order_by("-sort_date", "-pk")
    first, cursor = page_of(rows, 3)
    make_meeting("Họp mới", date=datetime.date(2025, 1, 1))
    second, _end = page_of(rows, 3, cursor)
    assert [row.title for row in [*first, *second]] == [f"Họp {number}" for number in (5, 4, 3, 2, 1, 0)]


def test_an_order_by_relevance_has_a_first_page_only() -> None:
    for number in range(3):
        make_organization(f"Sở Tài chính {number}")
    rows = LISTINGS["organizations"].filters({"q": "tài chính"}, queryset=Organization.objects.all()).qs
    page, cursor = page_of(rows, 2)
    assert (len(page), cursor) == (2, "")
    with pytest.raises(BadCursor):
        page_of(rows, 2, "WzFd")


def _encoded(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "ÿ",
        "%%%",
        _encoded({"a": 1}),
        _encoded(7),
        _encoded([]),
        _encoded(["2024-01-01"]),
        _encoded(["2024-01-01", 1, 2]),
        _encoded(["2024-13-01", 1]),
        _encoded(["yesterday", 1]),
        _encoded(["2024-01-01", "x"]),
        _encoded(["2024-01-01", 10**30]),
        _encoded(["2024-01-01", True]),
        _encoded([["2024-01-01"], 1]),
        _encoded(["2024-01-01\0", 1]),
    ],
)
def test_a_cursor_that_was_not_made_here_is_refused(cursor: str) -> None:
    with pytest.raises(BadCursor):
        page_of(Meeting.objects.order_by("-sort_date", "-pk"), 3, cursor)
