"""A list as XLSX, sent while it is made: xlsxwriter makes the workbook, and its rows are written between its parts.

The library itself sends nothing before the last row, after which whoever waits for a long list may have gone.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import override
from xlsxwriter.utility import xl_col_to_name

from opendata.files.cells import one
from opendata.files.export import Export
from opendata.files.xlsx_book import book_of

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_ON_A_SHEET = 1_048_575  # below the heading
BYTES_ON_A_SHEET = 1_900_000_000  # before they are packed: more would need a form of ZIP that not all programs read
LONGEST_CELL = 32_767  # characters
DIGITS = 15  # that a cell keeps of a number
_DAY_ZERO = datetime.date(1899, 12, 30)
_FIRST_DAY = datetime.date(1900, 3, 1)  # before it spreadsheets count wrongly
_NO_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class _Sent:
    """What ZipFile writes to: it cannot go back."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self.pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is held open."""

    def taken(self) -> bytes:
        """What was written since it was taken last."""
        piece = b"".join(self.pieces)
        self.pieces.clear()
        return piece


def stream(export: Export, rows_on_a_sheet: int = ROWS_ON_A_SHEET) -> Iterator[bytes]:
    """The file in pieces; no more than some hundred rows are ever in memory."""
    sent = _Sent()
    chunks = export.chunks()
    rows: list[Any] = []
    counts: list[int] = []
    with override(export.language):
        empty = book_of(export, [0, 0])
    with ZipFile(sent, "w", ZIP_DEFLATED, compresslevel=5) as file:
        while rows or not counts or (rows := next(chunks, [])):
            number, count, size = len(counts), 0, 0
            name = "xl/worksheets/sheet1.xml" if not number else f"xl/worksheets/sheet{number + 2}.xml"
            with file.open(name, "w") as part:
                part.write(empty.before_rows(min(number, 1)).encode())
                while rows or (rows := next(chunks, [])):
                    room = rows_on_a_sheet - count
                    if room <= 0 or size > BYTES_ON_A_SHEET:
                        break
                    with override(export.language):
                        said = "".join(
                            _row(export, record, row, empty.day) for row, record in enumerate(rows[:room], count + 2)
                        ).encode()
                    part.write(said)
                    count, size, rows = count + len(rows[:room]), size + len(said), rows[room:]
                    if piece := sent.taken():
                        yield piece
                with override(export.language):
                    part.write(book_of(export, [count]).after_rows(0).encode())
            counts.append(count)
        with override(export.language):
            whole = book_of(export, counts)
        for name, text in whole.parts.items():
            if name not in whole.sheets:
                file.writestr(name, text)
    yield sent.taken()


def _row(export: Export, record: Any, row: int, day: str) -> str:
    cells = (
        cell(f"{xl_col_to_name(place)}{row}", one(column.for_people(record)), day)
        for place, column in enumerate(export.columns)
    )
    return f'<row r="{row}">{"".join(cells)}</row>'


def cell(place: str, value: Any, day: str) -> str:
    """A cell at `place` ("B2"): a number, a day in the style `day`, or words, which are never a formula."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime.date) and value >= _FIRST_DAY:
        return f'<c r="{place}" s="{day}"><v>{(value - _DAY_ZERO).days}</v></c>'
    if isinstance(value, Decimal):
        value = f"{value.normalize():f}" if not fits(value) else value
    if isinstance(value, int | Decimal) and fits(value):
        return f'<c r="{place}"><v>{f"{value.normalize():f}" if isinstance(value, Decimal) else value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words(str(value))}</t></is></c>'


def words(text: str) -> str:
    """Words as the file holds them, cut where a cell cannot hold them."""
    cut = text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
    return _NO_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", cut).translate(_MARKUP)


def fits(value: int | Decimal) -> bool:
    """Whether a cell keeps every digit of the number."""
    return len(Decimal(value).normalize().as_tuple().digits) <= DIGITS
