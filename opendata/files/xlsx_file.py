"""A list as XLSX: typed cells, a heading that stays in view, and a second sheet that says what the file holds."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import IO, Any

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from opendata.files.about import about
from opendata.files.cells import one
from opendata.files.export import Export

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_ON_A_SHEET = 1_048_575  # below the heading
LONGEST_CELL = 32_767  # characters
DIGITS = 15  # that a cell keeps of a number
PIECE = 256 * 1024
_DAYS = {"vi": "dd/mm/yyyy", "en": "d mmmm yyyy"}
_ILLEGAL = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def stream(export: Export, rows_on_a_sheet: int = ROWS_ON_A_SHEET) -> Iterator[bytes]:
    """The file in pieces: it is made on disk first, as its directory stands at its end."""
    with tempfile.TemporaryFile(prefix="export-") as file:
        write(export, file, rows_on_a_sheet)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def write(export: Export, file: IO[bytes], rows_on_a_sheet: int = ROWS_ON_A_SHEET) -> None:
    """Writes the workbook; no more than some hundred rows are ever in memory."""
    with Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        with override(export.language):
            sheets = _Sheets(book, export, rows_on_a_sheet)
        for chunk in export.chunks():
            with override(export.language):
                for record in chunk:
                    sheets.add([column.for_people(record) for column in export.columns])
        sheets.end()


class _Sheets:
    """The sheets of rows, as many as the rows need, and behind the first one the sheet on the file itself."""

    def __init__(self, book: Workbook, export: Export, rows_on_a_sheet: int) -> None:
        self.book, self.columns, self.room = book, export.columns, rows_on_a_sheet
        self.title = str(export.table.title).translate(_ILLEGAL)[:24]
        self.bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": _DAYS.get(get_language() or "", "yyyy-mm-dd"), "align": "left"})
        self.number, self.row = 1, 0
        self.sheet = self._sheet(self.title)
        self._tell(about(export))

    def add(self, values: Sequence[Any]) -> None:
        """Writes a row of values below the last one."""
        if self.row == self.room:
            self.end()
            self.number, self.row = self.number + 1, 0
            self.sheet = self._sheet(f"{self.title} ({self.number})")
        self.row += 1
        for place, value in enumerate(values):
            self._write(place, one(value))

    def end(self) -> None:
        """Ends the sheet: its headings offer to sort and filter its rows."""
        self.sheet.autofilter(0, 0, self.row, len(self.columns) - 1)

    def _write(self, place: int, value: Any) -> None:
        match value:
            case None:
                pass
            case datetime.date() if value.year >= 1900:
                self.sheet.write_datetime(self.row, place, value, self.day)
            case int() | Decimal() if fits(value):
                self.sheet.write_number(self.row, place, float(value))
            case Decimal():
                self.sheet.write_string(self.row, place, f"{value.normalize():f}")
            case _:
                self.sheet.write_string(self.row, place, _cut(str(value)))

    def _sheet(self, name: str) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        for place, column in enumerate(self.columns):
            sheet.set_column(place, place, column.width)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(self.columns):
            sheet.write_string(0, place, column.label, self.bold)
        return sheet

    def _tell(self, said: list[tuple[str, str, str]]) -> None:
        sheet = self.book.add_worksheet(_("About this file"))
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 100)
        for row, (_name, label, value) in enumerate(said):
            sheet.write_string(row, 0, label, self.bold)
            sheet.write_string(row, 1, value, self.wrapped)


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - 1] + "…"


def fits(value: int | Decimal) -> bool:
    """Whether a cell keeps every digit of the number."""
    return len(Decimal(value).normalize().as_tuple().digits) <= DIGITS
