"""The tables that a list was read from are noted, wherever it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from people.facets.stock import tables
from people.facets.stock.tables import ALWAYS, Tables
from people.models import Official


class Connection:
    """A database of which one table is asked for while somebody notes it."""

    def __init__(self, table: str) -> None:
        self.question = f'SELECT "{table}"."id" FROM "{table}"'

    @contextmanager
    def execute_wrapper(self, note: Callable[..., object]) -> Iterator[None]:
        note(lambda *asked: None, self.question, (), False, {})
        yield


def test_tables_are_noted_in_the_database_that_is_read_from_then(monkeypatch: pytest.MonkeyPatch) -> None:
    official, elsewhere = Official._meta.db_table, "meetings_meeting"
    monkeypatch.setattr(tables, "connections", {"default": Connection(official), "replica": Connection(elsewhere)})
    rows: Any = SimpleNamespace(db="default")
    noted = Tables(rows)
    with noted.noted():
        pass
    assert noted.read == ALWAYS | {official}
    rows.db = "replica"
    with noted.noted():
        pass
    assert noted.read == ALWAYS | {official, elsewhere}
