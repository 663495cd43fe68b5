"""One makes it, the others wait until it is made."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from people.freshness import making
from people.freshness.making import Making


def test_one_makes_it_and_others_wait_for_its_end() -> None:
    made = Making()
    assert [made.begin("a"), made.begin("a"), made.begin("b")] == [True, False, True]
    with ThreadPoolExecutor(1) as others:
        waiting = others.submit(made.wait, "a")
        time.sleep(0.02)
        assert not waiting.done()
        made.end("a")
        waiting.result(timeout=10)
    assert made.begin("a")


def test_nobody_waits_for_what_nobody_makes_nor_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_PATIENCE", 0.01)
    made = Making()
    made.wait("a")
    made.end("a")
    assert made.begin("a")
    made.wait("a")
    assert not made.begin("a")
