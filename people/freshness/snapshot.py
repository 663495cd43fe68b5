"""One view of a database for several questions, whatever is loaded or corrected meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections, transaction


@contextmanager
def snapshot(using: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Reads within see one state of the database. Nobody who writes has to wait.

    Inside a transaction of the caller's, that one is what is seen.
    """
    database: Any = connections[using]
    if database.in_atomic_block:
        yield
    elif database.vendor == "postgresql":
        with transaction.atomic(using), database.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        database.ensure_connection()
        mode, database.transaction_mode = database.transaction_mode, None  # the site's takes the right to write
        try:
            with transaction.atomic(using):
                yield
        finally:
            database.transaction_mode = mode
