"""What a stock reads is read once; whoever waits for a slow question keeps nobody else waiting."""

from __future__ import annotations

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from numpy.typing import NDArray

from meetings.models import Meeting
from people.facets.stock import columns
from people.facets.stock import stock as module
from people.facets.stock.columns import read_columns
from people.facets.stock.stock import Stock
from tests.factories import make_meeting

LONGEST = 10  # seconds that are waited for


@pytest.fixture
def stock() -> Stock:
    return Stock(Meeting.objects.none(), "state")


def numbers(*values: int) -> NDArray[np.int64]:
    return np.array(values, np.int64)


def test_an_answer_is_found_once(stock: Stock) -> None:
    asked = []
    for _ in range(2):
        assert stock.answer("a", lambda: asked.append(1) or numbers(1, 2)).tolist() == [1, 2]  # type: ignore[func-returns-value]
    assert asked == [1]


def test_nobody_waits_for_what_another_asks(stock: Stock) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> NDArray[np.int64]:
        begun.set()
        assert may_end.wait(LONGEST)
        return numbers(1)

    with ThreadPoolExecutor(1) as beside:
        waiting = beside.submit(stock.answer, "slow", slow)
        assert begun.wait(LONGEST)
        assert stock.answer("quick", lambda: numbers(2)).tolist() == [2]
        may_end.set()
        assert waiting.result(LONGEST).tolist() == [1]


def test_what_two_need_at_the_same_time_is_read_once(stock: Stock) -> None:
    begun = threading.Barrier(3)
    reads: list[tuple[int, int]] = []

    def pairs(_stock: Stock) -> list[tuple[int, int]]:
        reads.append((1, 1))
        return reads

    def read() -> int:
        begun.wait(LONGEST)
        stock.cells("list", pairs)
        return len(reads)

    with ThreadPoolExecutor(2) as beside:
        found = [beside.submit(read) for _ in range(2)]
        begun.wait(LONGEST)
        assert [one.result(LONGEST) for one in found] == [1, 1]


def test_answers_unasked_the_longest_are_let_go(stock: Stock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2 * 8)
    asked: list[str] = []

    def ask(name: str) -> None:
        stock.answer(name, lambda: asked.append(name) or numbers(1))  # type: ignore[func-returns-value]

    for name in "abacab":
        ask(name)
    assert "".join(asked) == "abcb"


@pytest.mark.django_db
def test_columns_that_belong_together_are_read_by_one_query() -> None:
    make_meeting("Một", kind="thematic_session", date=datetime.date(2025, 11, 4))
    make_meeting("Hai", kind="thematic_session")
    stock = Stock(Meeting.objects.all(), "s1")
    stock.together = frozenset({"kind", "year"})
    with CaptureQueriesContext(connection) as asked:
        kinds = stock.column("kind", "kind", str)
        years = stock.column("year", "year", lambda year: year and str(year))
    assert len(asked) == 1
    assert kinds.counter(stock.everything) == {"thematic_session": 2}
    assert years.counter(stock.everything) == {"2025": 1}
    with CaptureQueriesContext(connection) as asked:
        stock.column("kind on another map", "kind", str.upper)
        stock.column("session", "session", str)
    assert len(asked) == 2
    later = Stock(Meeting.objects.all(), "s2")
    with CaptureQueriesContext(connection) as asked:
        later.follow(stock)
    assert len(asked) == 2  # all columns, and the one on the other map
    assert later.column("kind", "kind", str).counter(later.everything) == {"thematic_session": 2}
    assert not later._columns


@pytest.mark.django_db
def test_columns_of_many_rows_hold_what_the_rows_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "AT_ONCE", 3)
    titles = ["Một", "Hai", "Một", "Ba", "Hai", "Một", "Bốn"]
    keys = [make_meeting(title).pk for title in titles]
    stock = Stock(Meeting.objects.exclude(title="Bốn"), "s1")
    found = read_columns(Meeting.objects.all(), ["title", "year"], np.append(stock.keys, 10**9))
    assert [found["title"].values[code] for code in found["title"].codes[:-1]] == titles[:-1]
    assert found["title"].codes[-1] == found["year"].codes[-1] == -1
    assert found["year"].values == [None]
    cells = stock.column("title", "title", lambda title: None if title == "Ba" else title[:1])
    assert cells.counter(stock.everything) == {"M": 3, "H": 2}
    assert cells.counter(stock.keys <= keys[1]) == {"M": 1, "H": 1}
    nothing = Stock(Meeting.objects.none(), "s1")
    assert not nothing.column("title", "title", str).counter(nothing.everything)
