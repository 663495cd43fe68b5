"""Few long answers at once, whether they are read to their end, in part, or not at all."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.http import StreamingHttpResponse
from django.test import Client

from opendata.turns import During, Turn, Turns
from opendata.views import files
from tests.meetings.views.pages import make_scene


def taken(turns: Turns) -> Turn:
    turn = turns.take()
    assert turn is not None
    return turn


def parts() -> Iterator[bytes]:
    yield b"a"
    yield b"b"


def broken() -> Iterator[bytes]:
    yield b"a"
    raise OSError("the database is away")


def test_a_turn_ends_with_the_last_part() -> None:
    turns = Turns(1)
    answer = During(taken(turns), parts())
    assert turns.take() is None
    assert list(answer) == [b"a", b"b"]
    taken(turns)


@pytest.mark.django_db  # which a closed answer lets go
@pytest.mark.parametrize("read", [0, 1])
def test_a_turn_ends_when_the_answer_is_closed_before(read: int) -> None:
    turns = Turns(1)
    answer = StreamingHttpResponse(During(taken(turns), parts()))
    content = iter(answer)
    for _ in range(read):
        next(content)
    assert turns.take() is None
    answer.close()
    taken(turns)


def test_a_turn_ends_where_making_fails_and_only_once() -> None:
    turns = Turns(1)
    answer = During(taken(turns), broken())
    with pytest.raises(OSError, match="away"):
        list(answer)
    taken(turns)
    answer.close()
    assert turns.take() is None


def test_who_waits_gets_the_turn_that_ends_and_few_may_wait() -> None:
    turns = Turns(1, patience=60)
    held = taken(turns)
    with ThreadPoolExecutor(1) as others:
        waiting = others.submit(turns.take)
        while turns._seats._value:
            time.sleep(0.001)
        assert turns.take() is None  # at once: the only seat is taken
        held.end()
        got = waiting.result(timeout=30)
    assert got is not None
    got.end()
    taken(turns)


def test_whose_patience_ends_is_told_so_and_leaves_the_seat() -> None:
    turns = Turns(1, patience=0.01)
    held = taken(turns)
    assert [turns.take(), turns.take()] == [None, None]
    held.end()
    taken(turns)


@pytest.mark.django_db(transaction=True)  # an answer that is closed gives its connection back
def test_who_comes_while_others_are_served_is_told_when_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_scene()
    monkeypatch.setattr(files, "TURNS", Turns(2))
    first, second = (client.get("/cuoc-hop/danh-sach.csv") for _ in range(2))
    refused = client.get("/cuoc-hop/danh-sach.json")
    assert (refused.status_code, refused.headers["Content-Type"]) == (503, "application/problem+json")
    assert int(refused.headers["Retry-After"]) > 0
    assert client.head("/cuoc-hop/danh-sach.csv").status_code == 200
    first.close()
    third = client.get("/cuoc-hop/danh-sach.json")
    assert third.status_code == 200
    for answer in (second, third):
        assert b"".join(answer.streaming_content)  # type: ignore[attr-defined]
