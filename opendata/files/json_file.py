"""A list as JSON: `{"about": {…}, "rows": [{…}, …], "count": n}`, names and codes for programs, one row a line."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import override

from opendata.files.about import about
from opendata.files.export import Export

CONTENT_TYPE = "application/json; charset=utf-8"


def stream(export: Export) -> Iterator[bytes]:
    """The file in pieces. `count`, at its end, says how many rows it holds: a file that was cut short has none."""
    with override(export.language):
        said = {name: value for name, _, value in about(export)}
    columns = [column for column in export.columns if not column.only_words]
    said["columns"] = {column.name: column.label for column in columns}  # type: ignore[assignment]
    yield f'{{"about": {_json(said)},\n"rows": ['.encode()
    count, between = 0, "\n"
    for chunk in export.chunks():
        with override(export.language):
            rows = (_json({column.name: column.value(record) for column in columns}) for record in chunk)
            piece = between + ",\n".join(rows)
        count, between = count + len(chunk), ",\n"
        yield piece.encode()
    yield f'\n],\n"count": {count}}}\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=plain)


def plain(value: Any) -> Any:
    """Days as ISO words; exact numbers as numbers, where a float holds them, else as words."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        number = float(value)
        whole = int(value) if value == value.to_integral_value() else number
        return whole if Decimal(str(whole)) == value else f"{value.normalize():f}"
    raise TypeError(f"{type(value).__name__} has no form in JSON")
