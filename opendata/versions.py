"""Which version of a record somebody saw: a correction made to another one than the present is stale."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from people.stored import as_json


def version_of(record: Any) -> str:
    """A short name of the values that people may correct in `record`, and of its standing: `v3f9a2c1b0d`.

    Equal for equal values on every database; no spreadsheet takes it for a number or a day.
    """
    label, columns = _columns(type(record)._meta.concrete_model)
    values = [as_json(getattr(record, column)) for column in columns]
    said = json.dumps([label, record.pk, record.state, values], ensure_ascii=False)
    return "v" + hashlib.sha256(said.encode()).hexdigest()[:10]


@cache
def _columns(model: Any) -> tuple[str, tuple[str, ...]]:
    meta = model._meta
    return meta.label_lower, tuple(meta.get_field(name).attname for name in model.correctable_fields)
