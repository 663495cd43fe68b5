"""The new rows of many readings: each has its key at once, all of them are written together at the end."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any

from django.db import connection, models

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
    Citation,
    Decision,
    Directive,
    Meeting,
    Mention,
    Report,
    Target,
)
from meetings.reconcile.together.copying import insert
from people.models import Official, Organization, Role

# As many keys as there are rows already, and at least so many; what is left over is nobody's.
_FEWEST_KEYS = 50
# What two batches may both make comes first, lest the loser works in vain. A report that came after its meeting would
# touch it, and with it the index of all its words.
_ORDER: tuple[Any, ...] = (
    Article, Organization, Official, Role, Report, Meeting, Mention, Attestation, Directive, Assignment, Appearance,
    Target, Citation, Decision,
)  # fmt: skip
# The columns that no two rows share, in whose order they are written: two batches then wait for each other in a line.
_UNIQUE: dict[Any, tuple[str, ...]] = {
    Article: ("file_name",),
    Organization: ("name_key", "province_id"),
    Official: ("name_key", "province_id", "homonym"),
    Role: ("official_id", "title_key", "province_id"),
    Meeting: ("identity",),
}


class Batch:
    """New rows by kind. References between them are checked at the end of the transaction."""

    def __init__(self) -> None:
        self._rows: dict[Any, list[Any]] = defaultdict(list)
        self._keys: dict[Any, deque[int]] = defaultdict(deque)
        self._written: set[Any] = set()

    def add(self, row: models.Model) -> None:
        """Gives the row its key and keeps it until `write`."""
        model = type(row)
        if not self._keys[model]:
            self._keys[model].extend(_keys(model, len(self._rows[model])))
        row.pk = self._keys[model].popleft()
        self._rows[model].append(row)

    def of(self, model: Any) -> list[Any]:
        """The new rows of a kind."""
        return self._rows[model]

    def write_first(self, model: Any) -> None:
        """Inserts the rows of a kind before all others, which refer to them."""
        self._write(model)
        self._written.add(model)

    def write(self) -> None:
        """Inserts all rows; raises `IntegrityError` where another transaction made one of them meanwhile."""
        for model in _ORDER:
            if model not in self._written:
                self._write(model)

    def _write(self, model: Any) -> None:
        rows = self._rows[model]
        if names := _UNIQUE.get(model):
            rows = sorted(rows, key=lambda row: [_sortable(getattr(row, name)) for name in names])
        insert(model, rows)
        alias = connection.alias
        for row in rows:
            row._state.adding, row._state.db = False, alias


def _sortable(value: Any) -> tuple[bool, Any]:
    return value is not None, value


def _keys(model: Any, given: int) -> Iterable[int]:
    """Keys that nobody else has or gets, where so many were given to rows that are not written yet."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "WITH own AS MATERIALIZED (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS name)"
            sequence += " SELECT nextval(own.name) FROM own, generate_series(1, %s)"
            cursor.execute(sequence, [table, max(given, _FEWEST_KEYS)])
            return [key for (key,) in cursor.fetchall()]
        # Nobody else writes in the meantime; the table's own counter follows the keys that are written.
        cursor.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone()
    first = (last or 0) + given + 1
    return range(first, first + _FEWEST_KEYS)
