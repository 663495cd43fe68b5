"""A table as spreadsheets save it: comma, semicolon or tab, UTF-8 with or without its mark, or UTF-16."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 10_000_000  # characters


class Unusable(Exception):
    """A file that nothing can be taken from; the message says why."""


@dataclass(frozen=True)
class Line:
    """A row of the file with the number of its first line, and its cells by the place of their column."""

    number: int
    cells: list[str]


@dataclass(frozen=True)
class Sheet:
    """A file, whose rows are read anew each time that they are asked for: it need not fit into memory."""

    path: Path
    encoding: str
    separator: str
    head: list[str]
    lines_before: int  # lines that come before the headings

    def lines(self) -> Iterator[Line]:
        """The rows below the headings, without empty ones. Raises `Unusable`."""
        with _reading(self.path, self.encoding) as text:
            rows = csv.reader(text, delimiter=self.separator)
            number = 1
            try:
                for count, row in enumerate(rows):
                    if count > self.lines_before and any(cell.strip() for cell in row):
                        yield Line(number, row)
                    number = rows.line_num + 1
            except (UnicodeError, csv.Error) as error:
                where = {"path": self.path, "line": number, "why": error}
                raise Unusable(_("%(path)s cannot be read from line %(line)s on: %(why)s.") % where) from error


def open_sheet(path: Path, known: Callable[[str], bool]) -> Sheet:
    """The table in the file. The separator is that by which most headings are `known`. Raises `Unusable`."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        encoding = _encoding(path)
        with _reading(path, encoding) as text:
            first = text.readline()
            told = first.strip().lower()
            before = 1 if told.startswith("sep=") and len(told) <= len("sep=;") else 0
            begin = ("" if before else first) + text.read(100_000)
    except OSError as error:
        raise Unusable(_("%(path)s cannot be read: %(why)s.") % {"path": path, "why": error.strerror}) from error
    except UnicodeError as error:
        raise Unusable(
            _("%(path)s is neither UTF-8 nor UTF-16: save it as “CSV UTF-8”, or letters are lost.") % {"path": path}
        ) from error
    heads = {separator: _head(begin, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: sum(map(known, heads[separator])))
    return Sheet(path, encoding, best, heads[best], before)


def _head(text: str, separator: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error:
        return []


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        first = file.read(4)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"


def _reading(path: Path, encoding: str) -> io.TextIOWrapper:
    return path.open(encoding=encoding, newline="")
