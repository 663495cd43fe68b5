"""Garbage is looked for seldom while texts are loaded: nearly all that they need is there until they are written."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects between two looks, and how many of these for one at the older ones: at Python's own numbers a tenth of the
# time goes there, for rows and facts that stay until the end of their batch.
_SELDOM = (50_000, 20, 100)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Until the end of the block, by Python's own numbers again behind it."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
