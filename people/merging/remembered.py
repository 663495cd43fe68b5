"""Likely pairs for pages: where names are so many that finding them takes long, pairs are kept for some minutes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from people.corrections import State
from people.merging.likely import Pair, pairs_of
from people.models import Distinction

SECONDS_KEPT = 600
SLOW = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Found:
    """A likely pair by its keys; `provinces` are those of the two, None where one is unknown."""

    first: int
    second: int
    reason: str
    score: int
    provinces: tuple[int | None, int | None]


def found_pairs(model: Any, *, anew: bool = False) -> list[Found]:
    """All likely pairs, likeliest first; `anew` looks for them although they are remembered."""
    key = f"likely-{model._meta.label_lower}"
    kept: list[Found] | None = None if anew else cache.get(key)
    if kept is not None:
        return kept
    begun = time.monotonic()
    pairs = [
        Found(p.first.pk, p.second.pk, p.reason, p.score, (p.first.province_id, p.second.province_id))
        for p in pairs_of(model)
    ]
    if time.monotonic() - begun > SLOW:
        cache.set(key, pairs, SECONDS_KEPT)
    return pairs


def still_open(model: Any, found: Sequence[Found]) -> list[Pair]:
    """Those of a page's pairs of which nobody has spoken meanwhile, with their records."""
    keys = {key for pair in found for key in (pair.first, pair.second)}
    rows = model.objects.filter(pk__in=keys, state__in=(State.READ, State.CONFIRMED)).select_related("province")
    records = {row.pk: row for row in rows.defer("search_text")}
    apart = Distinction.pairs_of(model)
    return [
        Pair(records[pair.first], records[pair.second], pair.reason, pair.score)
        for pair in found
        if pair.first in records and pair.second in records and (pair.first, pair.second) not in apart
    ]
