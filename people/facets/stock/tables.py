"""Which tables were read: where none of them changed, what was read of them still holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import connections
from django.db.models import QuerySet

from people.freshness.triggers import watched
from people.models import Province

# Filters look up provinces beside the rows, once for many stocks; they change so rarely that all is read anew then.
ALWAYS = frozenset({Province._meta.db_table})


class Tables:
    """The watched tables that questions about a list named, in whichever database they were asked."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.read = set(ALWAYS)
        self._rows = rows

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Notes the tables of what this thread asks meanwhile."""
        with connections[self._rows.db].execute_wrapper(self._note):
            yield

    def add(self, *others: Tables) -> None:
        """Counts the tables of others as read."""
        for other in others:
            self.read |= other.read

    def _note(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        self.read |= {table for table, quoted in _quoted().items() if quoted in sql}
        return execute(sql, params, many, context)


@cache
def _quoted() -> dict[str, str]:
    return {table: f'"{table}"' for table in watched()}
