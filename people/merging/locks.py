"""A merge waits for the readings that are going on, and they for it, lest one writes to whom the other merges away.

On SQLite every transaction that writes is alone anyway.
"""

from __future__ import annotations

from django.db import connection

# Any number that nobody else locks.
_KEY = 0x6D65726765


def while_reading() -> None:
    """Until the end of the transaction, nothing is merged; other readings go on."""
    _lock("pg_advisory_xact_lock_shared")


def while_merging() -> None:
    """Until the end of the transaction, nothing is read and nothing else merged."""
    _lock("pg_advisory_xact_lock")


def _lock(function: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [_KEY])
