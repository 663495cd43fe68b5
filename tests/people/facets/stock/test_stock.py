"""What a stock reads is read once; whoever waits for a slow question keeps nobody else waiting."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.typing import NDArray

from meetings.models import Meeting
from people.facets.stock import stock as module
from people.facets.stock.stock import Stock

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
    begun, reads = threading.Barrier(3), []

    def read() -> list[int]:
        begun.wait(LONGEST)
        return stock._once("list", lambda _: reads.append(1) or reads)  # type: ignore[func-returns-value]

    with ThreadPoolExecutor(2) as beside:
        found = [beside.submit(read) for _ in range(2)]
        begun.wait(LONGEST)
        assert [one.result(LONGEST) for one in found] == [[1], [1]]


def test_answers_unasked_the_longest_are_let_go(stock: Stock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2 * 8)
    asked: list[str] = []

    def ask(name: str) -> None:
        stock.answer(name, lambda: asked.append(name) or numbers(1))  # type: ignore[func-returns-value]

    for name in "abacab":
        ask(name)
    assert "".join(asked) == "abcb"
