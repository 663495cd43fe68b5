"""Which row of an earlier reading a fact is: by its place in the text, by what it says, or by its words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
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
    keys = [set(keys_of(row)) for row in rows]
    nearby = _by_key(keys) if place_is_shared else _by_place(rows, keys)
    pairs = []
    for i, item in enumerate(wanted):
        for j in nearby(item):
            worth = likeness(item, rows[j], item.key in keys[j], place_is_shared)
            if worth > 0:
                pairs.append((-worth, abs(_start(rows[j]) - (item.span.start if item.span else 0)), i, j))
    found: list[_Row | None] = [None] * len(wanted)
    taken: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if found[i] is None and j not in taken:
            found[i] = rows[j]
            taken.add(j)
    return found


def match_kin(
    wanted: Sequence[Wanted],
    rows: Sequence[_Row],
    keys_of: Callable[[_Row], Collection[Hashable]],
    kin_of: Callable[[_Row], Collection[Hashable]],
    found: list[_Row | None],
) -> None:
    """Completes what `match` found of rows that share their places: what is left over is read otherwise than before.

    It continues a row that is left over, too: of nearly the same key on the very same words, or one that shares `kin`.
    """
    matched = {id(row) for row in found}
    at_place: dict[Hashable, list[int]] = defaultdict(list)
    of_kin: dict[Hashable, list[int]] = defaultdict(list)
    for j, row in enumerate(rows):
        if id(row) not in matched:
            place: Any = row
            at_place[place.start, place.end].append(j)
            for kin in kin_of(row):
                of_kin[kin].append(j)
    for i, item in enumerate(wanted):
        if found[i] is not None:
            continue
        here = at_place[item.span.start, item.span.end] if item.span else []
        alike = [j for j in here if any(_nearly(item.key, key) for key in keys_of(rows[j]))]
        kindred = of_kin[item.kin] if item.kin is not None else []
        for j in (*alike, *kindred):
            if id(rows[j]) not in matched:
                found[i] = rows[j]
                matched.add(id(rows[j]))
                break


def _nearly(one: Any, other: Any) -> bool:
    """Whether two keys share their first part, which says who, or all parts but one."""
    if not isinstance(one, tuple) or not isinstance(other, tuple) or not len(one) == len(other) > 1:
        return False
    return (one[0] == other[0] is not None) or sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _by_key(keys: Sequence[set[Hashable]]) -> Callable[[Wanted], Collection[int]]:
    """What finds the rows of a key, without looking at all of them."""
    index: dict[Hashable, list[int]] = defaultdict(list)
    for j, own in enumerate(keys):
        for key in own:
            index[key].append(j)
    return lambda item: index.get(item.key, ())


def _by_place(rows: Sequence[Any], keys: Sequence[set[Hashable]]) -> Callable[[Wanted], Collection[int]]:
    """What finds the rows that overlap a place, and those whose words are gone, without looking at all of them."""
    gone = [j for j, row in enumerate(rows) if row.start is None]
    placed = sorted((row.start, j) for j, row in enumerate(rows) if row.start is not None)
    longest = max((row.end - row.start for row in rows if row.start is not None), default=0)
    keyed = _by_key(keys)

    def nearby(item: Wanted) -> Collection[int]:
        if item.span is None:
            return keyed(item)
        low = bisect_left(placed, (item.span.start - longest, -1))
        high = bisect_left(placed, (item.span.end, -1))
        return [*(j for _, j in placed[low:high]), *gone]

    return nearby


def _start(row: Any) -> int:
    return row.start or 0


def likeness(item: Wanted, row: Any, same_key: bool = False, place_is_shared: bool = False) -> float:
    """How likely a row is what a fact continues; 0 where it is not."""
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
