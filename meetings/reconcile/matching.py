"""Which row of an earlier reading a fact is: by its place in the text, by what it says, or by its words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from difflib import SequenceMatcher
from typing import Any, TypeVar

from meetings.extraction.spans import Span
from meetings.reconcile.rows import Wanted

_Row = TypeVar("_Row")
_ALIKE = 0.6


def match(
    wanted: Sequence[Wanted],
    rows: Sequence[_Row],
    keys_of: Callable[[_Row], Collection[Hashable]],
    *,
    place_is_shared: bool = False,
) -> list[_Row | None]:
    """For each of `wanted` the row that it continues, each row at most once, the likeliest pairs first.

    `keys_of` gives the keys under which a row may be known: as it was read, and as a person has set it right.
    `place_is_shared`: several rows of a kind may stand on the same words ("A and B ‹attend›"), so that only an equal
    key makes two of them one; their place may then move within the text.
    """
    pairs = []
    for i, item in enumerate(wanted):
        for j, row in enumerate(rows):
            likeness = _likeness(item, row, item.key in keys_of(row), place_is_shared)
            if likeness > 0:
                pairs.append((-likeness, abs(_start(row) - (item.span.start if item.span else 0)), i, j))
    found: list[_Row | None] = [None] * len(wanted)
    taken: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if found[i] is None and j not in taken:
            found[i] = rows[j]
            taken.add(j)
    return found


def _start(row: Any) -> int:
    return row.start or 0


def _likeness(item: Wanted, row: Any, same_key: bool, place_is_shared: bool) -> float:
    if place_is_shared:
        return (3.0 if item.span == (row.start, row.end) else 1.0) if same_key else 0.0
    if row.start is None:
        return _words_alike(item.quote, row.quote) if row.quote else 0.0
    if item.span is None:
        return float(same_key)
    own = Span(row.start, row.end)
    if item.span == own:
        return 3.0 + same_key
    shared = min(item.span.end, own.end) - max(item.span.start, own.start)
    share = shared / min(item.span.end - item.span.start, own.end - own.start)
    return share + same_key if share >= 0.5 else 0.0


def _words_alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(a=one.split(), b=other.split(), autojunk=False)
    if matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0
