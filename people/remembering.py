"""Numbers that take long to count are remembered for some minutes; those that are counted quickly are always fresh."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

SECONDS_KEPT = 300
SLOW = 0.25  # seconds

_Value = TypeVar("_Value")


def remembered_if_slow(key: str, count: Callable[[], _Value]) -> _Value:
    """What `count` gives, or gave within the last minutes where it took long. `key` names what is counted."""
    kept: tuple[_Value] | None = cache.get(key)
    if kept is not None:
        return kept[0]
    begun = time.monotonic()
    value = count()
    if time.monotonic() - begun > SLOW:
        cache.set(key, (value,), SECONDS_KEPT)
    return value
