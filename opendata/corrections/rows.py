"""One row of a file against the record that it is of: what it changes, and why nothing of it may be taken."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from meetings.listings import LISTINGS
from opendata.corrections.comparing import NOT_COMPARED, says_the_same
from opendata.corrections.headings import Layout, columns_of
from opendata.corrections.outcome import Change, Row, add
from opendata.corrections.reasons import why_not_there, why_stale
from opendata.corrections.sheet import Line
from opendata.corrections.values import Reader, Refused, key_in
from opendata.corrections.writing import Hand, write
from opendata.files.tables import TABLES
from opendata.identifiers import identifier
from opendata.versions import version_of


class Taker:
    """Takes rows of one file in, by the hand of somebody."""

    def __init__(self, layout: Layout, hand: Hand, reader: Reader) -> None:
        self.layout, self.hand, self.reader = layout, hand, reader
        self.table, self.listing = TABLES[layout.name], LISTINGS[layout.name]
        self.model: Any = self.listing.rows().model
        self.columns = {n: c for n, c in columns_of(layout.name, layout.language).items() if n in layout.places}
        self.labels = {column.corrects: column.label for column in self.columns.values() if column.corrects}
        self.seen: dict[int, int] = {}  # the line of each record

    def take(self, lines: list[Line]) -> list[Row]:
        """What there is to say of the rows, which are few enough to be in memory."""
        keys = {line.number: self._key(line) for line in lines}
        wanted = [key for key in keys.values() if isinstance(key, int)]
        records = list(self.table.fetch(self.listing.rows().filter(pk__in=wanted)))
        self.table.describe(records)
        found = {record.pk: record for record in records}
        rows: list[Row] = []
        for line in lines:
            add(rows, self._row(line, keys[line.number], found))
        return rows

    def _key(self, line: Line) -> int | str:
        """The key of the record that the row is of, or why it has none."""
        try:
            told = {key_in(cell, self.model) for name in ("identifier", "id") if (cell := self._cell(line, name))}
        except Refused as refusal:
            return str(refusal)
        if len(told) > 1:
            return _("identifier and number are of different records")
        return told.pop() if told else _("it has no identifier")

    def _cell(self, line: Line, name: str) -> str:
        place = self.layout.places.get(name)
        return line.cells[place] if place is not None and place < len(line.cells) else ""

    def _row(self, line: Line, key: int | str, found: dict[int, Any]) -> Row:
        if isinstance(key, str):
            return Row(line.number, "", refused=[key])
        row = Row(line.number, f"{self.model._meta.model_name} {key}")
        record = found.get(key)
        if record is None:
            row.refused.append(why_not_there(self.model, key))
            return row
        row.record = identifier(record)
        if any(cell.strip() for cell in line.cells[self.layout.width :]):
            row.refused.append(_("it has more cells than there are headings: a separator stands in some words"))
            return row
        values = self._values(line, record, row)
        if not (values or row.refused):
            return row
        if self._cell(line, "version").strip() != version_of(record):
            row.refused = [why_stale(record)]
            row.left_out = []
        elif key in self.seen:
            row.refused.append(_("the record stands in line %(line)s, too") % {"line": self.seen[key]})
        elif values and not row.refused:
            self.seen[key] = line.number
            written = write(self.model, key, values, self.hand)
            row.refused += written.refused
            row.changes = [Change(self.labels[name], was, now) for name, was, now in written.changes]
        return row

    def _values(self, line: Line, record: Any, row: Row) -> dict[str, Any]:
        """By field, what the row says other than the record."""
        values: dict[str, Any] = {}
        for name, column in self.columns.items():
            place = self.layout.places[name]
            if place >= len(line.cells) or name in NOT_COMPARED:
                continue
            cell = line.cells[place]
            if not column.corrects:
                with override(self.layout.language or settings.LANGUAGE_CODE):
                    written = (column.for_people(record), column.value(record))
                if not says_the_same(cell, *written):
                    row.left_out.append(column.label)
                continue
            try:
                value = self.reader.value(record, column.corrects, cell)
            except Refused as refusal:
                row.refused.append(f"{column.label}: {refusal}")
                continue
            if value != getattr(record, column.corrects):
                values[column.corrects] = value
        return values
