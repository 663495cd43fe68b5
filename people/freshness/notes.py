"""What has changed since a list was read, as the triggers noted it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from django.db import connections, router
from numpy.typing import NDArray

from people.freshness.statements import NOTED, PLACES, keys_noted
from people.models import DataChange, RowChange

MOST_CHANGES = 2_000  # beyond which all is read anew
MOST_KEYS = 40_000  # of one column; the rows of a list that they touch may be fewer, or more
_TRACED = 100  # changes, by which a database is known again
# For each changed table its noted columns with the keys that stood there; None where the rows are not known.
Changed = dict[str, dict[str, set[int]] | None]


@dataclass(frozen=True)
class Mark:
    """What was noted up to a moment. Rows are seen when they are committed, not in the order of their keys."""

    noted: NDArray[np.int64]  # keys of changes, in ascending order; on SQLite the number that they stand at


def mark() -> Mark:
    """What is noted by now, of the very data that are read."""
    connection = connections[router.db_for_read(DataChange)]
    of_changes = "number" if connection.vendor == "sqlite" else "id"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {of_changes} FROM {NOTED} ORDER BY id")  # noqa: S608 - names of our own
        return Mark(np.array([value for (value,) in cursor.fetchall()], np.int64))


def trace(of: Mark) -> str:
    """A checksum of the last changes up to a moment, as they are noted now; empty where there are none.

    It is another one where notes were dropped since, or where the database was restored and has gone on otherwise.
    """
    if not len(of.noted):
        return ""
    told: Any
    if connections[router.db_for_read(RowChange)].vendor == "sqlite":
        last = int(of.noted[0])
        rows = RowChange.objects.filter(change__gt=last - _TRACED, change__lte=last)
        told = rows.order_by("change").values_list("change", "table_name", "keys")
    else:
        changes = DataChange.objects.filter(pk__in=of.noted[-_TRACED:].tolist())
        told = changes.order_by("pk").values_list("pk", "at")
    return sha256(repr(list(told)).encode()).hexdigest()


def changed_between(before: Mark, now: Mark) -> Changed | None:
    """What was noted from one moment to the other; None where that is not known any more, or too much."""
    if not len(before.noted) or not len(now.noted):
        return {} if len(now.noted) == len(before.noted) else None
    of_sqlite = connections[router.db_for_read(RowChange)].vendor == "sqlite"
    notes = _on_sqlite(int(before.noted[0]), int(now.noted[0])) if of_sqlite else _on_postgresql(before, now)
    if notes is None:
        return None
    changed: Changed = {}
    for table, keys in notes:
        _add(changed, table, keys)
    return changed


def _on_sqlite(before: int, now: int) -> Collection[Any] | None:
    if not 0 <= now - before <= PLACES:
        return None
    notes = RowChange.objects.filter(change__gt=before, change__lte=now).values_list("table_name", "keys")
    return notes if len(notes) == now - before else None


def _on_postgresql(before: Mark, now: Mark) -> Collection[Any] | None:
    if before.noted[0] != now.noted[0]:
        return None  # old notes were dropped: some of those may have come between
    changes = np.setdiff1d(now.noted, before.noted, assume_unique=True)
    if len(changes) > MOST_CHANGES:
        return None
    return RowChange.objects.filter(change__in=changes.tolist()).values_list("table_name", "keys")


def _add(changed: Changed, table: str, keys: str) -> None:
    known = changed.setdefault(table, {})
    if known is None:
        return
    if not keys or any(len(of_column) > MOST_KEYS for of_column in known.values()):
        changed[table] = None
        return
    for column, values in keys_noted(keys).items():
        known.setdefault(column, set()).update(values)
