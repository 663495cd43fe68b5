"""Only what is slow to count is remembered."""

from __future__ import annotations

import pytest

from people import remembering
from people.remembering import remembered_if_slow


def test_what_is_counted_quickly_is_always_fresh() -> None:
    numbers = iter([1, 2])
    assert [remembered_if_slow("numbers", lambda: next(numbers)) for _ in range(2)] == [1, 2]


def test_what_takes_long_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "SLOW", -1)
    numbers = iter([0, 2])
    assert [remembered_if_slow("numbers", lambda: next(numbers)) for _ in range(2)] == [0, 0]
