"""Which rows of a list a change touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from people.freshness.notes import Changed

MOST = 20_000  # rows; more are read with all others
SHARE = 4  # and of a short list no more than one in so many


def touched_rows(
    rows: QuerySet[Any], number: int, touched_by: Mapping[str, str], read: Collection[str], changed: Changed
) -> NDArray[np.int64] | None:
    """Keys in ascending order of the rows, of some `number`, that may be others now; None where all may be.

    `touched_by` gives for noted columns, as "table.column", the path from a row to what stands there. Tables that were
    not `read` touch nothing.
    """
    most = min(MOST, number // SHARE + 1)
    found: set[int] = set()
    for table, keys in changed.items():
        if table not in read:
            continue
        paths = {name.partition(".")[2]: path for name, path in touched_by.items() if name.startswith(f"{table}.")}
        if keys is None or not paths:
            return None
        for column, path in paths.items():
            found |= _at(rows, path, keys.get(column, set()), most)
        if len(found) > most:
            return None
    return np.array(sorted(found), np.int64)


def _at(rows: QuerySet[Any], path: str, values: Collection[int], most: int) -> set[int]:
    if path == "pk" or not values:
        return {*values}
    # Of all rows of the model: one that was in the list may be in it no more.
    found = rows.model._base_manager.filter(**{f"{path}__in": values}).order_by()
    return {*found.values_list("pk", flat=True).distinct()[: most + 1]}
