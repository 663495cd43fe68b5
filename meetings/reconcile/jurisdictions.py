"""Where the officials of a text serve: the nation, a province that their title names, or the meeting's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from meetings.extraction.facts import RoleFact
from meetings.extraction.provinces import provinces_in
from meetings.extraction.spans import matchable
from meetings.reconcile.provinces import Place
from meetings.reconcile.titles import is_national
from people.models import Province


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Where somebody serves; `province` is that of the day, None for the nation and where it is unknown."""

    kind: Literal["nation", "province", "unknown"]
    province: Province | None = None


def jurisdiction(roles: Iterable[RoleFact], text: str, place: Place) -> Jurisdiction:
    """Where the holder of `roles` serves, by their words in `text`: "Chủ tịch UBND tỉnh Bình Định" at any meeting.

    A national office counts only where none of a province stands beside it.
    """
    roles = list(roles)
    named = {name for role in roles for name in _provinces_in(role, text)}
    if len(named) == 1 and (province := place.named(named.pop())):
        return Jurisdiction("province", province)
    if roles and any(is_national(role.canonical) for role in roles) and not any(_is_provincial(role) for role in roles):
        return Jurisdiction("nation")
    return Jurisdiction("province", place.province) if place.province else Jurisdiction("unknown")


def _provinces_in(role: RoleFact, text: str) -> set[str]:
    printed = matchable(role.span.of(text))
    found = set()
    for start, _, name in provinces_in(printed):
        before = printed[:start].rstrip().casefold()
        if before.endswith((" tỉnh", "tỉnh ủy", "thành ủy", "ubnd", "hđnd", "đbqh")):
            found.add(name)
    return found


def _is_provincial(role: RoleFact) -> bool:
    key = role.canonical.casefold()
    return key.endswith((" tỉnh", "tỉnh ủy", "thành ủy")) or " tỉnh " in key
