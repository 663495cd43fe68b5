"""The newest of records of several kinds, page by page, by when they became known here.

A younger record has the higher key, so that each kind is read along its primary key: no page counts, skips or sorts
what stands before it.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import QuerySet

_PLACE = re.compile(r"[a-z]+-[1-9][0-9]{0,17}(?:\.[a-z]+-[1-9][0-9]{0,17})*", re.ASCII)


@dataclass(frozen=True)
class Stream:
    """Records of one kind, as identifiers name it."""

    kind: str
    rows: QuerySet[Any]


@dataclass(frozen=True)
class Newest:
    """A page: (kind, key) of each record, the newest first, and the place where the next page begins, if there is one.

    A place is written `meeting-12.target-40`: of each kind, what is older than that record; all of a kind not named.
    """

    keys: tuple[tuple[str, int], ...]
    place: str = ""


def place_of(text: str, streams: Iterable[Stream]) -> dict[str, int]:
    """What a place says, by kind. Raises `ValueError` for one that is written otherwise, or of other kinds."""
    if not _PLACE.fullmatch(text):
        raise ValueError(text)
    below = {kind: int(key) for kind, _, key in (part.partition("-") for part in text.split("."))}
    if not below.keys() <= {stream.kind for stream in streams}:
        raise ValueError(text)
    return below


def newest(streams: Sequence[Stream], size: int, below: dict[str, int] | None = None) -> Newest:
    """The first `size` records after the place `below`: one query for each stream."""
    place = dict(below or {})
    rows = heapq.merge(*(_rows(stream, size + 1, place.get(stream.kind)) for stream in streams), reverse=True)
    found = list(islice(rows, size + 1))
    shown = found[:size]
    place |= {kind: key for _, kind, key in shown}  # the last one of a kind is the lowest
    more = len(found) > size
    return Newest(
        tuple((kind, key) for _, kind, key in shown),
        ".".join(f"{kind}-{key}" for kind, key in sorted(place.items())) if more else "",
    )


def _rows(stream: Stream, most: int, below: int | None) -> list[tuple[datetime, str, int]]:
    rows = stream.rows.prefetch_related(None).order_by("-pk")
    if below is not None:
        rows = rows.filter(pk__lt=below)
    return [(known, stream.kind, key) for key, known in rows.values_list("pk", "created_at")[:most]]
