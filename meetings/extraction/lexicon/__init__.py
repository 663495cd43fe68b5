"""Tables of words that the rules know: one CSV file per kind, one row per word, extended without touching code."""

from __future__ import annotations

import csv
import io
import unicodedata
from functools import cache
from pathlib import Path

from meetings.extraction.lexicon.columns import Row, columns, faults

_MOST_TOLD = 5  # faults of one table


class LexiconError(ValueError):
    """A table that cannot be used; the message names file, line and column and how to mend it."""


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of `lexicon/NAME.csv` as dictionaries by column, with composed letters (NFC).

    Raises `FileNotFoundError` for an unknown table and `LexiconError` for one with a row that breaks what
    `lexicon/columns.py` declares: another width, an empty cell, a word twice, an unknown kind, a bad pattern.
    """
    return read_table(Path(__file__).with_name(f"{name}.csv"))


def read_table(path: Path) -> tuple[Row, ...]:
    """As `table`, of any file: its name tells which table it is."""
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LexiconError(f"{_place(path)}: it is not in UTF-8 ({error.reason}); save it as UTF-8") from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    names = list(reader.fieldnames or ())
    if missing := [column.name for column in columns(path.stem) if column.name not in names]:
        raise LexiconError(
            f"{_place(path)} line 1: its columns are {', '.join(names)}, of which none is called "
            f"{' or '.join(missing)}; add what is missing, and divide them by commas"
        )
    rows = []
    for row in reader:
        if None in row or None in row.values():
            cells = len([cell for cell in row.values() if isinstance(cell, str)]) + len(row.get(None, ()))
            raise LexiconError(
                f"{_place(path)} line {reader.line_num}: it has {cells} cells and the first line {len(names)}; put a "
                "comma for each empty cell, and quotes around a cell that holds a comma"
            )
        rows.append((reader.line_num, row))
    told = [f"{_place(path)} line {line}, column {name}: {words}" for line, name, words in faults(path.stem, rows)]
    if told:
        more = [f"… and {len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else []
        raise LexiconError("\n".join([*told[:_MOST_TOLD], *more]))
    return tuple(row for _, row in rows)


def _place(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def variants(cell: str) -> tuple[str, ...]:
    """The alternatives of a cell, which are divided by "|"."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
