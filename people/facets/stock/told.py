"""What a stock holds, as arrays of numbers and a text, which can be kept without running what stands in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from people.facets.stock.cells import Cells
from people.freshness.notes import Mark

_ABOUT = "about"
Read = Mapping[str, Any]  # cells or an array, by the name of what was read


@dataclass(frozen=True)
class Told:
    """What a stock holds. `trace` is that of the changes up to the `mark`; see `people.freshness.notes`."""

    state: str
    mark: Mark
    trace: str
    keys: NDArray[np.int64]
    read: Read
    columns: frozenset[str]
    tables: frozenset[str]


def to_arrays(told: Told) -> dict[str, NDArray[Any]]:
    """All of it. Raises `TypeError` for cells whose values are neither text, numbers, days nor tuples of these."""
    arrays: dict[str, NDArray[Any]] = {"keys": told.keys, "noted": told.mark.noted}
    values: dict[str, list[Any] | None] = {}  # None for what is an array by itself
    for number, (name, read) in enumerate(told.read.items()):
        if isinstance(read, Cells):
            values[name] = read.values
            arrays[f"{number} rows"], arrays[f"{number} codes"] = read.rows, read.codes
        else:
            values[name] = None
            arrays[f"{number}"] = read
    about = {
        "state": told.state,
        "trace": told.trace,
        "values": values,
        "columns": sorted(told.columns),
        "tables": sorted(told.tables),
    }
    return {_ABOUT: np.frombuffer(json.dumps(about, default=_day).encode(), np.uint8), **arrays}


def from_arrays(stored: Mapping[str, NDArray[Any]]) -> Told:
    """What `to_arrays` made arrays of. Raises `KeyError`, `TypeError` or `ValueError` for others."""
    about, keys = json.loads(stored[_ABOUT].tobytes()), stored["keys"]
    read: dict[str, Any] = {}
    for number, (name, values) in enumerate(about["values"].items()):
        read[name] = (
            stored[f"{number}"]
            if values is None
            else Cells(stored[f"{number} rows"], stored[f"{number} codes"], [_value(one) for one in values], len(keys))
        )
    columns, tables = frozenset(about["columns"]), frozenset(about["tables"])
    return Told(about["state"], Mark(stored["noted"]), about["trace"], keys, read, columns, tables)


def _day(value: Any) -> dict[str, str]:
    if type(value) is not date:
        raise TypeError(f"{value!r} cannot be shared")
    return {"day": value.isoformat()}


def _value(told: Any) -> Any:
    if isinstance(told, dict):
        return date.fromisoformat(told["day"])
    return tuple(map(_value, told)) if isinstance(told, list) else told
