"""Parquet with exact decimals, days and moments; labels stand in the schema as descriptions of the fields."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import pyarrow
from pyarrow import parquet

from opendata.releases.tables import Column, Row, Table, Type

ROWS_OF_GROUP = 50_000
BYTES_OF_GROUP = 32 * 1024 * 1024  # what is held in memory, uncompressed

_TYPES = {
    Type.INTEGER: pyarrow.int64(),
    Type.NUMBER: pyarrow.decimal128(33, 9),  # wide enough for the widest of the models' decimals
    Type.TEXT: pyarrow.string(),
    Type.DAY: pyarrow.date32(),
    Type.MOMENT: pyarrow.timestamp("s", tz="UTC"),
    Type.TRUTH: pyarrow.bool_(),
    Type.LIST: pyarrow.list_(pyarrow.string()),
}


class ParquetFile:
    """A table as Parquet."""

    def __init__(self, path: Path, table: Table) -> None:
        self._schema = pyarrow.schema([_field(column) for column in table.columns])
        self._file = path.open("wb")
        self._out = parquet.ParquetWriter(self._file, self._schema, compression="zstd")
        self._held: list[pyarrow.RecordBatch] = []

    def write(self, rows: Sequence[Row]) -> None:
        """Adds rows."""
        if not rows:
            return
        columns = zip(*rows, strict=True)
        arrays = [pyarrow.array(c, type=f.type) for c, f in zip(columns, self._schema, strict=True)]
        self._held.append(pyarrow.record_batch(arrays, schema=self._schema))
        many = sum(batch.num_rows for batch in self._held) >= ROWS_OF_GROUP
        if many or sum(batch.nbytes for batch in self._held) >= BYTES_OF_GROUP:
            self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the file."""
        with self._file:
            self._let_go()
            self._out.close()

    def _let_go(self) -> None:
        if self._held:
            group = pyarrow.Table.from_batches(self._held)
            self._out.write_table(group, row_group_size=group.num_rows)
            self._held = []


def _field(column: Column) -> pyarrow.Field:
    nullable = column.name != "id"
    return pyarrow.field(column.name, _TYPES[column.type], nullable, {"description": str(column.label)})
