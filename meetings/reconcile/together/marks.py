"""Names of what is held while a batch is written, as the numbers that PostgreSQL locks."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b


def lock_keys(marks: Iterable[str]) -> list[int]:
    """A number of 64 bits for each name, in their order."""
    return [int.from_bytes(blake2b(mark.encode(), digest_size=8).digest(), signed=True) for mark in marks]
