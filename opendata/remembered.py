"""What is said of a record many times over: looked up once for each instance and language."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.utils.translation import get_language

_Said = TypeVar("_Said")


def once(read: Callable[[Any], _Said]) -> Callable[[Any], _Said]:
    """`read`, which asks a record only the first time: hundreds of rows of a file name the same meeting.

    For records that are only shown: what is changed in the instance afterwards is not seen.
    """
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def value(record: Any) -> _Said:
        known = record.__dict__.setdefault("_said_once", {})
        key = (name, get_language())
        if key not in known:
            known[key] = read(record)
        said: _Said = known[key]
        return said

    return value
