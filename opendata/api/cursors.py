"""Cursors: a place in an order, as it stands in an address."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any


class BadCursor(ValueError):
    """A cursor that was not made here, or for another order."""


def written(values: list[Any]) -> str:
    """The values, which JSON can hold, in letters that no address has to quote."""
    return urlsafe_b64encode(json.dumps(values, ensure_ascii=False).encode()).decode().rstrip("=")


def read(cursor: str, length: int) -> list[Any]:
    """The values, as many as there must be. Raises `BadCursor`."""
    try:
        values = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError) as error:  # of which those of base64, UTF-8 and JSON are
        raise BadCursor from error
    if not isinstance(values, list) or len(values) != length:
        raise BadCursor
    return values
