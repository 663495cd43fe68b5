"""A writer whose transaction began before another's and ends after it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from django.db import connection, transaction

_LONGEST = 20  # seconds that are waited for
Late = Callable[[Callable[[], Any]], AbstractContextManager[Callable[[], None]]]


@pytest.fixture
def late() -> Late:
    """Makes a change in a transaction beside this one, which is committed when what the context gives is called."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    return _late


@contextmanager
def _late(change: Callable[[], Any]) -> Iterator[Callable[[], None]]:
    begun, may_end = threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            change()
            begun.set()
            may_end.wait(_LONGEST)
        connection.close()

    writer = threading.Thread(target=write)

    def commit() -> None:
        may_end.set()
        writer.join()

    writer.start()
    assert begun.wait(_LONGEST)
    try:
        yield commit
    finally:
        commit()
