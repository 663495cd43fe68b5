"""Of people who ask at the same time, no two get the same place: real threads, each with its own connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections

from meetings.review.queue import next_item, renew, skip
from tests.factories import make_article, make_directive, make_meeting, make_province
from tests.staff import make_editor

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, ARTICLES = 6, 12
# By place, who got it, in which order.
Handed = list[tuple[str, str]]


@contextmanager
def shared_with_threads(folder: Path) -> Iterator[None]:
    """Lets threads find the test's data: SQLite has it in one connection's memory, they get a copy in a file."""
    if connection.vendor != "sqlite":
        yield
        return
    settings = connections.settings["default"]
    memory, settings["NAME"] = settings["NAME"], str(folder / "threads.sqlite3")
    try:
        with sqlite3.connect(settings["NAME"]) as copy:
            connection.connection.backup(copy)
        copy.close()
        yield
    finally:
        settings["NAME"] = memory


def fill() -> list[User]:
    for number in range(ARTICLES):
        article = make_article()
        meeting = make_meeting(f"Phiên {number}", province=make_province(), date=date(2024, 3, 27), articles=[article])
        for _ in range(3):
            make_directive(meeting, article=article, confidence=30 + number)
    return [make_editor() for _ in range(PEOPLE)]


def in_threads(work: object, people: list[User]) -> Handed:
    together = Barrier(len(people))

    def run(user: User) -> Handed:
        together.wait(30)
        try:
            return work(user)  # type: ignore[operator]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(people)) as pool:
        return [handed for found in pool.map(run, people) for handed in found]


def test_two_people_never_get_the_same_article(tmp_path: Path) -> None:
    def work(user: User) -> Handed:
        mine = [next_item(user, after=None) for _ in range(3)]
        assert len({item.place for item in mine if item}) == 1  # one's own article is the best for oneself
        return [(item.place, user.username) for item in mine[:1] if item]

    people = fill()
    with shared_with_threads(tmp_path):
        handed = in_threads(work, people)
    assert len(handed) == len({place for place, _user in handed}) == PEOPLE


def test_nobody_is_handed_what_another_still_holds(tmp_path: Path) -> None:
    """Each works through what is there; whoever has an item must be able to keep hold of it until leaving it."""

    def work(user: User) -> Handed:
        found: Handed = []
        while item := next_item(user):
            assert renew(item, user)
            found.append((f"{item.pk}", user.username))
            skip(item, user)
        return found

    people = fill()
    with shared_with_threads(tmp_path):
        handed = in_threads(work, people)
    assert len(handed) == len(set(handed))  # what somebody skipped is not handed to them again
    assert len({item for item, _user in handed}) == ARTICLES * 3
