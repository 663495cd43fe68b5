"""A workbook without its rows, made by xlsxwriter: styles, headings that stay in view, a sheet on the file itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from opendata.files.about import about
from opendata.files.export import Export

_DAYS = {"vi": "dd/mm/yyyy", "en": "d mmmm yyyy"}
_ILLEGAL = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_END = "</sheetData>"
_DIMENSION = re.compile(r"<dimension [^>]*/>")
_DAY = re.compile(r'<c r="B\d+" s="(\d+)"><v>')


@dataclass(frozen=True)
class Book:
    """The parts of a workbook by name; those of the sheets with rows in `sheets`, in their order.

    `day` is the number of the style that days are written in.
    """

    parts: dict[str, str]
    sheets: tuple[str, ...]
    day: str

    def before_rows(self, sheet: int) -> str:
        """What comes before the rows of a sheet, its headings last."""
        head = self.parts[self.sheets[sheet]].partition(_END)[0]
        return _DIMENSION.sub("", head)  # how many rows will come is not known yet

    def after_rows(self, sheet: int) -> str:
        """What comes behind the rows of a sheet."""
        return _END + self.parts[self.sheets[sheet]].partition(_END)[2]


def book_of(export: Export, rows: Sequence[int]) -> Book:
    """The workbook with a sheet for each of the numbers of rows, in the language in force."""
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True}) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        title = str(export.table.title).translate(_ILLEGAL)[:24]
        for number, count in enumerate(rows, start=1):
            sheet = book.add_worksheet(title if number == 1 else f"{title} ({number})")
            for place, column in enumerate(export.columns):
                sheet.set_column(place, place, column.width)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, count, len(export.columns) - 1)
            for place, column in enumerate(export.columns):
                sheet.write_string(0, place, column.label, bold)
            if number == 1:
                _tell(book, export, bold)
    made = zipfile.ZipFile(file)
    parts = {name: made.read(name).decode() for name in made.namelist()}
    names = [f"xl/worksheets/sheet{number}.xml" for number in range(1, len(rows) + 2)]
    day = _DAY.search(parts[names[1]])
    return Book(parts, (names[0], *names[2:]), day[1] if day else "0")


def _tell(book: Workbook, export: Export, bold: object) -> None:
    """The sheet that says what the file holds; the day on which it was taken is one as the others are."""
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": _DAYS.get(get_language() or "", "yyyy-mm-dd"), "align": "left"})
    sheet = book.add_worksheet(_("About this file"))
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for row, (name, label, value) in enumerate(about(export)):
        sheet.write_string(row, 0, label, bold)
        if name == "retrieved_on":
            sheet.write_datetime(row, 1, export.edition.day, day)
        else:
            sheet.write_string(row, 1, value, wrapped)
