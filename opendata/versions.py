"""Which version of a record somebody saw: a correction made to another one than the present is stale."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from people.stored import as_json


def version_of(record: Any) -> str:
    """A short name of the values that people may correct in `record`, and of its standing: `v3f9a2c1b0d`.

    Equal for equal values on every database; no spreadsheet takes it for a number or a day.
    """
    meta = record._meta
    values = [as_json(getattr(record, meta.get_field(name).attname)) for name in record.correctable_fields]
    said = json.dumps([meta.label_lower, record.pk, record.state, values], ensure_ascii=False)
    return "v" + hashlib.sha256(said.encode()).hexdigest()[:10]
