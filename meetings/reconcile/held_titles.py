"""Titles that a text gives officials, and which of their roles each of them is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from meetings.extraction.facts import RoleFact
from meetings.models import Attestation
from people.corrections import State
from people.models import Official, Province, Role
from people.names import name_key


@dataclass(frozen=True, slots=True)
class Held:
    """A title that the text gives `official`, who serves in `province` (as `ProvinceRegister.home`)."""

    fact: RoleFact
    official: Official
    province: Province | None

    @property
    def title_key(self) -> str:
        """The title for comparison across texts."""
        return name_key(self.fact.canonical or self.fact.title)[:250]

    @property
    def key(self) -> tuple[int, str, int | None]:
        """What no two roles share."""
        return self.official.pk, self.title_key, self.province.pk if self.province else None


def matched(
    held: Sequence[Held], known: Sequence[Role], earlier: Mapping[int, Attestation], alone: Collection[int]
) -> list[Role | None]:
    """For each of `held` the role that it is, each role at most once.

    What bears the title now goes before what a person gave another one, and what a person added before what is gone.
    """

    def is_reread(role: Role, item: Held) -> bool:
        """Whether it is of the same words, which the text's reading now gives another form."""
        place = earlier.get(role.pk)
        here = place is not None and (place.start, place.end) == (item.fact.span.start, item.fact.span.end)
        readings = place is not None and (not place.by_person or not role.extracted)
        of_him = _is_of(role, item.official) and role.province_id in (item.key[2], None)
        return here and readings and role.pk in alone and of_him

    ways: tuple[Callable[[Role, Held], bool], ...] = (
        lambda role, item: role.state != State.WITHDRAWN and _bears(role, item),
        lambda role, item: _is_added(role, item, earlier.get(role.pk)),
        _bears,
        _is_same,
        is_reread,
    )
    found: list[Role | None] = [None] * len(held)
    taken: set[int] = set()
    his = _by_official(known)
    for is_it in ways:
        for place, item in enumerate(held):
            if found[place] is None:
                free = (role for role in his[item.official.pk] if role.pk not in taken and is_it(role, item))
                if (role := next(free, None)) is not None:
                    found[place] = role
                    taken.add(role.pk)
    return found


def _by_official(roles: Iterable[Role]) -> Mapping[int, Sequence[Role]]:
    """By key of an official, the roles that are his now or were read as his, each once."""
    found: dict[int, list[Role]] = defaultdict(list)
    for role in roles:
        for pk in {role.official_id, role.extracted.get("official", role.official_id)}:
            found[pk].append(role)
    return found


def _bears(role: Role, item: Held) -> bool:
    return (role.official_id, role.title_key, role.province_id) == item.key


def _is_same(role: Role, item: Held) -> bool:
    return _is_of(role, item.official) and role.province_id == item.key[2] and item.title_key in _keys(role)


def _is_added(role: Role, item: Held, place: Attestation | None) -> bool:
    """Whether a person added it: by the same title, or by one that says more or less on the same words."""
    if role.extracted or role.official_id != item.official.pk:
        return False
    mine = {role.title_key, name_key(role.title)}
    theirs = {item.title_key, name_key(item.fact.title)}
    if mine & theirs:
        return role.province is None or item.province is None or role.province.slug == item.province.slug
    if place is None or place.start is None or place.end is None:
        return False
    span = item.fact.span
    return place.start < span.end and span.start < place.end and _says_more_or_less(mine, theirs)


def _says_more_or_less(some: Iterable[str], others: Iterable[str]) -> bool:
    return any(f" {one} " in f" {other} " or f" {other} " in f" {one} " for one in some for other in others)


def _is_of(role: Role, official: Official) -> bool:
    return official.pk in (role.official_id, role.extracted.get("official"))


def _keys(role: Role) -> set[str]:
    return {role.title_key, name_key(role.extracted.get("canonical_title", role.canonical_title))[:250]}
