"""Common words are asked for in the background, and nobody waits for that."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import pytest
from django.db import OperationalError

from people.facets.stock.word_bits import MOST_WANTED, Clause, Keys, WordBits
from people.search import Query, Term

LONGEST = 10  # seconds that are waited for
BOTH: list[Clause] = [(Term(("so",)),), (Term(("tai",)),)]
ROWS = np.array([1, 2, 3], np.int64)


@pytest.fixture(autouse=True)
def _in_the_background(settings: Any) -> None:
    settings.STOCK_AT_ONCE = False


@pytest.fixture
def bits() -> WordBits:
    return WordBits(np.arange(8))


def join() -> None:
    for thread in threading.enumerate():
        if thread.name == "learning a word":
            thread.join(LONGEST)


def rows_with(bits: WordBits, clause: Clause) -> list[int]:
    found = bits.get(clause)
    assert found is not None
    return np.flatnonzero(np.unpackbits(found)).tolist()


def test_nobody_waits(bits: WordBits) -> None:
    may_answer = threading.Event()

    def ask(query: Query) -> Keys:
        assert may_answer.wait(LONGEST)
        return ROWS

    assert bits.note(BOTH, ROWS)
    bits.begin_learning(ask)
    assert bits.get(BOTH[0]) is None
    may_answer.set()
    join()
    assert [rows_with(bits, clause) for clause in BOTH] == [ROWS.tolist()] * 2


def test_of_rare_words_nothing_is_learnt() -> None:
    bits = WordBits(np.arange(1000))
    assert not bits.note(BOTH, ROWS)
    assert not bits.note(BOTH[:1], ROWS)
    assert bits.get(BOTH[0]) is None


def test_a_word_asked_for_by_itself_is_known(bits: WordBits) -> None:
    assert not bits.note(BOTH[:1], ROWS)
    assert rows_with(bits, BOTH[0]) == ROWS.tolist()


def test_while_it_rests_others_have_its_connection(bits: WordBits, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr("people.facets.stock.word_bits.give_back", lambda: done.append("given back"))
    monkeypatch.setattr("people.facets.stock.word_bits.time.sleep", lambda seconds: done.append("rested"))

    def ask(query: Query) -> Keys:
        done.append("asked")
        return ROWS

    bits.note(BOTH, ROWS)
    bits.begin_learning(ask)
    join()
    assert done == ["asked", "given back", "rested"] * 2


def test_only_so_many_words_wait(bits: WordBits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("people.facets.stock.word_bits.REST", 0)
    asked: list[Query] = []
    many: list[Clause] = [(Term((f"w{number}",)),) for number in range(2 * MOST_WANTED)]
    bits.note(many, ROWS)
    bits.note(many[::-1], ROWS)

    def ask(query: Query) -> Keys:
        asked.append(query)
        return ROWS

    bits.begin_learning(ask)
    join()
    assert len(asked) == MOST_WANTED


def test_a_database_that_is_away_is_said_and_asked_again(
    bits: WordBits, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("people.facets.stock.word_bits.REST", 0)

    def away(query: Query) -> Keys:
        raise OperationalError("the server closed the connection")

    bits.note(BOTH, ROWS)
    bits.begin_learning(away)
    join()
    assert "A common word is not in memory: the server closed the connection" in caplog.text
    bits.note(BOTH, ROWS)
    bits.begin_learning(lambda query: ROWS)
    join()
    assert [rows_with(bits, clause) for clause in BOTH] == [ROWS.tolist()] * 2
