"""Exported lists, corrected as people correct them in a spreadsheet, and saved as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from django.core.cache import caches
from django.test import Client

from tests.opendata.files.exports import file_of, table

Edit = Callable[[list[dict[str, str]]], object]


def edited(
    client: Client,
    folder: Path,
    name: str,
    edit: Edit,
    *,
    language: str = "vi",
    separator: str = ",",
    encoding: str = "utf-8-sig",
    every_cell: Callable[[str], str] = str,
) -> Path:
    """The list as a file, changed by `edit`, which is given the rows by heading; `every_cell` is what saving does."""
    caches["throttles"].clear()  # nobody corrects so fast
    head, *cells = table(file_of(client, name, language=language))
    rows = [dict(zip(head, row, strict=True)) for row in cells]
    edit(rows)
    path = folder / f"{name}.csv"
    written = io.StringIO(newline="")
    pen = csv.writer(written, delimiter=separator)
    names = list(rows[0]) if rows else head
    pen.writerow(names)
    pen.writerows([[every_cell(row.get(name, "")) for name in names] for row in rows])
    path.write_bytes(written.getvalue().encode(encoding))
    return path


def row_of(rows: list[dict[str, str]], key: int) -> dict[str, str]:
    """The row of the record with that key."""
    return next(row for row in rows if row.get("Mã số", row.get("Record number")) == str(key))
