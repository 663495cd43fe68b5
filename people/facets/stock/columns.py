"""Columns of the rows of a list, as small integers: several are read by one pass over the rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from django.db.models import QuerySet
from numpy.typing import NDArray

from people.facets.stock.cells import Cells, coded, places_of

AT_ONCE = 10_000  # rows that are fetched at once


@dataclass(frozen=True)
class Column:
    """The code of each row's value, below 0 where there is no such row; `values` holds each value once."""

    codes: NDArray[np.int32]
    values: list[Any]

    def cells(self, name: Callable[[Any], Hashable | None]) -> Cells:
        """The cells of what the values count for, which is None where they do not."""
        counted_as, of = coded(self.values, name)
        codes = np.append(counted_as, np.int32(-1))[self.codes]
        rows = np.flatnonzero(codes >= 0).astype(np.int32)
        return Cells(rows, codes[rows], of, len(codes))


def read_columns(rows: QuerySet[Any], fields: Collection[str], keys: NDArray[np.int64]) -> dict[str, Column]:
    """Each of the fields, all by one query, for the rows with the `keys`, which ascend."""
    plain = rows.select_related(None).prefetch_related(None).order_by()
    told = plain.values_list("pk", *fields).iterator(AT_ONCE)
    known: list[dict[Any, int]] = [{} for _ in fields]
    codes = [np.full(len(keys), -1, np.int32) for _ in fields]
    while chunk := list(islice(told, AT_ONCE)):
        first, *columns = zip(*chunk, strict=True)
        places, there = places_of(np.fromiter(first, np.int64, len(chunk)), keys)
        for code_of, of_rows, column in zip(known, codes, columns, strict=True):
            found = (code_of.setdefault(value, len(code_of)) for value in column)
            of_rows[places] = np.fromiter(found, np.int32, len(chunk))[there]
    return {field: Column(of_rows, list(code_of)) for field, of_rows, code_of in zip(fields, codes, known, strict=True)}
