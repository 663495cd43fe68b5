"""Whatever an address of a feed, a calendar or a standard asks for, the answer is one that a program understands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from meetings.listings import LISTINGS
from opendata.standards.views import CLASSES
from tests.meetings.views.pages import Scene, make_scene
from tests.opendata.feeds.test_calendar_views import calendars
from tests.opendata.feeds.test_views import feeds
from tests.test_bad_input import SENT

pytestmark = pytest.mark.django_db
MORE = ("before=directive-1.directive-1", "before=", "kind=&kind=", "cursor=%00", "cursor=W10", "cursor=WyJcdTAwMDAiXQ",
        "cursor=WzFlOTk5XQ", "cursor=" + "W" * 5000, "limit=-1", "limit=1e1", "limit=", "q=", "q=a&q=b")  # fmt: skip


def addresses(scene: Scene) -> Iterator[str]:
    """One of each kind, without what it asks for; the lists' own filters are asked as much on their pages."""
    of_feeds = {name: address for name, address in feeds(scene).items() if name not in LISTINGS or name == "targets"}
    for address in (*of_feeds.values(), *calendars(scene).values()):
        yield address.partition("?")[0]
    for name in CLASSES:
        yield reverse(f"standards:{name}")
        yield reverse(f"standards:{name.removesuffix('s')}", args=[1])


def test_nothing_that_is_asked_breaks_anything(client: Client) -> None:
    answers: dict[tuple[str, str], tuple[int, str]] = {}
    for address in addresses(make_scene()):
        for sent in (*SENT, *MORE):
            answer = client.generic("GET", address, QUERY_STRING=sent)
            told = answer.headers["Content-Type"]
            if answer.status_code != 200 and (answer.status_code, told) not in (
                (400, "application/problem+json"),
                (404, "application/problem+json"),
            ):
                answers[address, sent[:60]] = (answer.status_code, told)
    assert answers == {}
