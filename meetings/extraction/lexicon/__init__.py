"""Tables of words that the rules know: one CSV file per kind, one row per word, extended without touching code."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicon/NAME.csv` as dictionaries by column; a cell that is missing is an empty string.

    Raises `FileNotFoundError` for an unknown table and `ValueError`, naming file and line, for a row of another width.
    """
    rows = []
    with Path(__file__).with_name(f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            if None in row or None in row.values():
                cells = len(reader.fieldnames or ())
                raise ValueError(f"lexicon/{name}.csv line {reader.line_num}: expected {cells} cells")
            rows.append(row)
    return tuple(rows)


def variants(cell: str) -> tuple[str, ...]:
    """The alternatives of a cell, which are divided by "|"."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
