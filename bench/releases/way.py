"""One way in a process of its own, so that its peak memory is its own: `python -m bench.releases.way WAY FOLDER`."""

from __future__ import annotations

import io
import os
import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench.releases.multiply import multiply  # noqa: E402
from opendata.releases import contents, publish  # noqa: E402
from opendata.releases.writers.csv_file import CsvFile  # noqa: E402
from opendata.releases.writers.parquet_file import ParquetFile  # noqa: E402
from opendata.releases.writers.sqlite_file import SqliteFile  # noqa: E402
from opendata.resources import RESOURCES  # noqa: E402
from people.freshness.snapshot import snapshot  # noqa: E402

TABLE = "directives"


def main(way: str, where: str) -> None:
    """Fills the archive with `where` tasks, or writes to the folder `where`; prints time and memory."""
    if way == "fill":
        call_command("migrate", verbosity=0)
        call_command("load_articles", no_progress=True, stdout=io.StringIO())
        print(f"\n{connection.vendor}: {multiply(int(where)):,} tasks")
        return
    before, began, spent = _peak(), time.monotonic(), time.process_time()
    path = Path(where) / way
    rows = _whole(Path(where)) if way == "release" else _copied(path) if way == "copy" else _one(way, path)
    print(
        f"{way:8} {rows:>9,} rows {time.monotonic() - began:7.1f} s, processor {time.process_time() - spent:6.1f} s,"
        f" peak memory {_peak():4.0f} MB ({before:.0f} MB before it began)"
    )


def _one(way: str, path: Path) -> int:
    """The table of tasks in one form, or only read."""
    with snapshot():
        table = next(table for table in contents() if table.name == TABLE)
        rows = 0
        out: Any = None
        if way == "csv":
            out = CsvFile(path, table.columns)
        elif way == "parquet":
            out = ParquetFile(path, table)
        elif way == "sqlite":
            out = SqliteFile(path)
            out.begin(table)
        for some in table.rows():
            rows += len(some)
            if out is not None:
                out.write(some)
        if way == "sqlite":
            out.commit()
        if out is not None:
            out.close()
    return rows


def _copied(path: Path) -> int:
    """What `COPY … TO STDOUT` alone would take for the same columns and rows: bytes as PostgreSQL writes them."""
    sql, params = RESOURCES[TABLE].rows().order_by("pk").values_list(*_attributes()).query.sql_with_params()
    with connection.cursor() as cursor, path.open("wb") as file:
        with cursor.copy(f"COPY ({sql}) TO STDOUT WITH (FORMAT csv)", params) as lines:
            for line in lines:
                file.write(line)
        return int(cursor.rowcount)


def _attributes() -> list[str]:
    return [column.attribute for column in RESOURCES[TABLE].columns]


def _whole(folder: Path) -> int:
    rows = 0

    def count(_what: str, more: int, _total: int) -> None:
        nonlocal rows
        rows += more

    made = publish(folder / "releases", date(2026, 1, 1), contents, count)
    print(f"         the release is {sum(p.stat().st_size for p in made.rglob('*') if p.is_file()) / 1e6:.0f} MB:")
    for path in sorted(made.rglob("*"), key=lambda path: -path.stat().st_size)[:5]:
        print(f"           {path.relative_to(made)} {path.stat().st_size / 1e6:.1f} MB")
    return rows


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
