"""What pages of one record or list ask the database for each time, read once for each state of the data."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest

from people.freshness.memory import KeptValue, Memory
from people.freshness.visits import visit_of

VALUES: Memory[KeptValue] = Memory()
_PART = 4  # of the memory for pieces, that this may take beside them

_Value = TypeVar("_Value")


def read_once(request: HttpRequest, name: Hashable, read: Callable[[], _Value]) -> _Value:
    """What `read` gives, or gave to others in this state of the data; a copy, which is the caller's own.

    `name` must tell all that it depends on beside the data.
    """
    state = visit_of(request).state
    kept = VALUES.get(name, state) if state is not None else None
    if kept is not None:
        value: _Value = pickle.loads(kept.packed)  # noqa: S301 - packed by this process
        return value
    value = read()
    if state is not None:
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        VALUES.keep(name, KeptValue(state, packed), settings.PIECE_MEMORY // _PART)
    return value
