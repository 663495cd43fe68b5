"""Each table is read once and written three ways: CSV, Parquet and into the SQLite file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from opendata.releases.tables import Table
from opendata.releases.workplace import Workplace
from opendata.releases.writers.csv_file import CsvFile
from opendata.releases.writers.parquet_file import ParquetFile
from opendata.releases.writers.sqlite_file import SqliteFile

DATABASE_NAME = "viectinh"
DATABASE = f"{DATABASE_NAME}.db"

Told = Callable[[Table, int], None]  # what is called with the number of rows written of a table since the last call


def csv_of(table: Table) -> str:
    """Where in the release the table stands as CSV."""
    return f"csv/{table.name}.csv"


def parquet_of(table: Table) -> str:
    """Where in the release the table stands as Parquet."""
    return f"parquet/{table.name}.parquet"


def write_tables(place: Workplace, database: SqliteFile, tables: Iterable[Table], told: Told) -> None:
    """Writes what is not finished yet; a table that is stays as it is."""
    for table in tables:
        names = csv_of(table), parquet_of(table)
        if table.name in place.rows and place.has(*names):
            told(table, place.rows[table.name])
        else:
            place.keep_rows(table.name, _write(place, database, table, told))
            place.keep(*names)


def _write(place: Workplace, database: SqliteFile, table: Table, told: Told) -> int:
    written = 0
    database.begin(table)
    try:
        with (
            CsvFile(place.place(csv_of(table)), table.columns) as csv,
            ParquetFile(place.place(parquet_of(table)), table) as parquet,
        ):
            for rows in table.rows():
                for file in (csv, parquet, database):
                    file.write(rows)
                written += len(rows)
                told(table, len(rows))
        database.commit()
    except BaseException:
        database.rollback()
        raise
    return written
