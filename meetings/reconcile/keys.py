"""What rows are known by beside their places: values as they were read, and as people have set them right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from itertools import product
from typing import Any


def keys(*names: str) -> Callable[[Any], Collection[Hashable]]:
    """The keys of a row: each field as it was last read, before any merge, and as a person has set it right."""

    def of(row: Any) -> Collection[Hashable]:
        marks = getattr(row, "read_as", {})
        return set(product(*(_values(row, name, marks) for name in names)))

    return of


def keys_now(row: Any) -> Collection[Hashable]:
    """The keys of an appearance with survivors in the place of those merged into them."""
    names = ("official", "title", "act")
    return set(product(*({row.reading_of(name), row.extracted.get(name, row.reading_of(name))} for name in names)))


def _values(row: Any, name: str, marks: Mapping[str, int]) -> set[Hashable]:
    now = row.reading_of(name)
    read = row.extracted.get(name, now)
    return {marks.get(name, read), *([now] if now != read else [])}
