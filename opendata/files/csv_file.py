"""A list as CSV: UTF-8 with the mark that Excel asks for, headings, days and numbers as programs write them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import override

from opendata.files.cells import harmless, one
from opendata.files.export import Export

CONTENT_TYPE = "text/csv; charset=utf-8"
MARK = "\ufeff"


class _Lines(list[str]):
    """What the csv module writes to."""

    def write(self, line: str) -> None:
        self.append(line)

    def taken(self) -> bytes:
        text = "".join(self)
        self.clear()
        return text.encode()


def stream(export: Export) -> Iterator[bytes]:
    """The file in pieces (RFC 4180: comma, CRLF, quotation marks where they are needed)."""
    lines = _Lines()
    pen = csv.writer(lines)
    columns = export.columns
    lines.write(MARK)
    pen.writerow([harmless(column.label) for column in columns])
    yield lines.taken()
    for chunk in export.chunks():
        with override(export.language):
            pen.writerows([cell(column.for_people(record)) for column in columns] for record in chunk)
        yield lines.taken()


def cell(value: Any) -> str | int:
    """A value as it stands in the file: 1234.5, 2025-03-05, words that are no formula, nothing for the unknown."""
    single = one(value)
    if single is None:
        return ""
    if isinstance(single, int):
        return single
    if isinstance(single, Decimal):
        return f"{single.normalize():f}"
    return harmless(single) if isinstance(single, str) else str(single)
