"""CSV as RFC 4180 has it: UTF-8, a line of names, values as they are, nothing where nothing is known."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from opendata.releases.tables import Column, Row, Type

DIVIDER = "|"  # between the values of a list


class CsvFile:
    """Rows as CSV."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._out = csv.writer(self._file)
        self._out.writerow([column.name for column in columns])
        self._odd = [(at, _TOLD[c.type]) for at, c in enumerate(columns) if c.type in _TOLD]

    def write(self, rows: Iterable[Row]) -> None:
        """Adds rows."""
        self._out.writerows(map(self._told, rows))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the file."""
        self._file.close()

    def _told(self, row: Row) -> list[Any]:
        cells = list(row)
        for at, told in self._odd:
            if cells[at] is not None:
                cells[at] = told(cells[at])
        return cells


def decimal(value: Decimal) -> str:
    """Its digits without exponent and without noughts at the end: `26000`, `7.25`."""
    return f"{value.normalize():f}"


def moment(value: datetime.datetime) -> str:
    """In UTC to the second: `2026-11-26T08:15:00Z`."""
    return value.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_TOLD: dict[Type, Callable[[Any], str]] = {
    Type.NUMBER: decimal,
    Type.DAY: datetime.date.isoformat,
    Type.MOMENT: moment,
    Type.TRUTH: lambda value: "true" if value else "false",
    Type.LIST: DIVIDER.join,
}
