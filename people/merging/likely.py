"""Pairs of records that may be one, likeliest first, without those that people have told apart or merged.

All are found in one pass over the names, by keys that two alike names share: the work grows with the number of names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

from people.corrections import State
from people.merging.blocks import blocks_of
from people.merging.known import Known
from people.models import Distinction, Official, Role

_OPEN = (State.READ, State.CONFIRMED)


class Reason(TextChoices):
    """Why two records may be one."""

    HOMONYM = "homonym", pgettext_lazy("why two may be one", "Same name in one province")
    UNPLACED = "unplaced", pgettext_lazy("why two may be one", "Same name, province of one unknown")
    ELSEWHERE = "elsewhere", pgettext_lazy("why two may be one", "Same name and agency, other province")
    SPELLING = "spelling", pgettext_lazy("why two may be one", "Tone mark placed otherwise")
    SLIP = "slip", pgettext_lazy("why two may be one", "One letter or tone apart")
    MIDDLE = "middle", pgettext_lazy("why two may be one", "A middle name is missing")
    SHORT = "short", pgettext_lazy("why two may be one", "Short form of the name")
    PLACE = "place", pgettext_lazy("why two may be one", "The province named, or not")
    SUCCESSION = "succession", pgettext_lazy("why two may be one", "One before, one after a change: successor?")


@dataclass(frozen=True, slots=True)
class Pair:
    """`first`, the older one, and `second` may be one for a `Reason`; `score` is from 0 to 100."""

    first: Any
    second: Any
    reason: str
    score: int


def pairs_of(model: Any) -> list[Pair]:
    """All likely pairs of officials, or of organizations; as many queries for many records as for few."""
    return _pairs(model, model.objects.filter(state__in=_OPEN))


def likely_of(record: Any) -> list[Pair]:
    """The likely pairs of which `record` is one."""
    rows = type(record).objects.filter(state__in=_OPEN)
    near = [Q(name_key=record.name_key)]
    if record.province_id is not None or not isinstance(record, Official):
        near.append(Q(province=record.province_id))
    if isinstance(record, Official):
        bodies = record.roles.filter(organization__isnull=False).values("organization")
        near.append(Q(pk__in=Role.objects.filter(organization__in=bodies).values("official")))
    # Each condition has its index; joined by OR they would have none.
    own, *others = (rows.filter(condition).order_by().values("pk") for condition in near)
    return _pairs(type(record), rows.filter(pk__in=own.union(*others)), around=record.pk)


def _pairs(model: Any, rows: Any, around: int | None = None) -> list[Pair]:
    known = Known(model, rows)
    apart = Distinction.pairs_of(model)
    best: dict[tuple[int, int], tuple[int, str]] = {}
    for reason, one, other in _candidates(known, apart, around):
        low, high = min(one, other), max(one, other)
        if (low, high) in apart or known.tied(low, high):
            continue
        judged = known.judge(Reason(reason), low, high)
        if judged is not None and judged > best.get((low, high), (0, "")):
            best[low, high] = judged
    found = [Pair(known.record(a), known.record(b), reason, score) for (a, b), (score, reason) in best.items()]
    return sorted(found, key=lambda pair: (-pair.score, pair.first.pk, pair.second.pk))


def _candidates(known: Known, apart: set[tuple[int, int]], around: int | None) -> Iterator[tuple[str, int, int]]:
    """Pairs in each block: of many who are alike, each with the oldest who is not known to be another."""
    for reason, members in blocks_of(known, around):
        if around is not None:
            if around in members:
                yield from ((reason, around, other) for other in members if other != around)
            continue
        members = sorted(set(members))
        for place, member in enumerate(members[1:], 1):
            older = next((o for o in members[:place] if (o, member) not in apart), None)
            if older is not None:
                yield reason, older, member
