"""Parquet: exact numbers, rows in groups that fit into memory."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pyarrow import parquet

from opendata.releases.tables import Column, Table, Type
from opendata.releases.writers import parquet_file
from opendata.releases.writers.parquet_file import ParquetFile

COLUMNS = (Column("id", Type.INTEGER, "số"), *(Column(kind.name.lower(), kind, kind.value) for kind in Type))
TABLE = Table("rows", "", "", COLUMNS, lambda: iter([]))


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    moment = datetime.datetime(2026, 3, 5, 6, 0, 30, tzinfo=datetime.UTC)
    number = Decimal("123456789012345678.123456789")
    full = (1, 7, number, "Đặng", datetime.date(2026, 3, 5), moment, True, ["a", "b"])
    with ParquetFile(tmp_path / "rows.parquet", TABLE) as file:
        file.write([full, (2, *[None] * 7)])
        file.write([])
    read = parquet.read_table(tmp_path / "rows.parquet")
    assert [tuple(row.values()) for row in read.to_pylist()] == [full, (2, *[None] * 7)]
    assert not read.schema.field("id").nullable
    assert read.schema.field("id").metadata[b"description"].decode() == "số"


def test_rows_are_let_go_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_file, "ROWS_OF_GROUP", 10)
    with ParquetFile(tmp_path / "rows.parquet", TABLE) as file:
        for number in range(25):
            file.write([(number, *[None] * 7)])
    told = parquet.ParquetFile(tmp_path / "rows.parquet")
    assert [told.metadata.row_group(at).num_rows for at in range(told.num_row_groups)] == [10, 10, 5]


def test_a_table_without_rows_is_a_file_with_columns(tmp_path: Path) -> None:
    ParquetFile(tmp_path / "rows.parquet", TABLE).close()
    assert parquet.read_table(tmp_path / "rows.parquet").column_names == [column.name for column in COLUMNS]
