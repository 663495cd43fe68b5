"""Blocks: records whose names share a key at one place, so that only they need to be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from people.merging.likeness import all_but_one, initials, is_short, shortened, without_middle, without_place

if TYPE_CHECKING:
    from people.merging.known import Known

# A key that more share says nothing of any two of them.
LARGEST = 400
Block = tuple[str, list[int]]


def blocks_of(known: Known, around: int | None = None) -> Iterator[Block]:
    """Blocks of at least two records, each with the reason for which they may be one.

    Namesakes are compared with each other; with others only the oldest of them is, or the one that is asked `around`.
    """
    by_key: dict[str, list[int]] = defaultdict(list)
    for pk in known.all():
        by_key[known.key(pk)].append(pk)
    yield from _shared("homonym", by_key.values())
    for there in known.at_places():
        members = _one_of_each_name(known, there, around)
        yield from _slips(known, members)
        if known.are_people:
            yield from _middle(known, members)
        else:
            yield from _short(known, members)


def _one_of_each_name(known: Known, members: list[int], around: int | None) -> list[int]:
    ones: dict[str, int] = {}
    for pk in sorted(members):
        ones.setdefault(known.key(pk), pk)
    if around is not None and around in members:
        ones[known.key(around)] = around
    return list(ones.values())


def _shared(reason: str, groups: Iterable[list[int]]) -> Iterator[Block]:
    for members in groups:
        if 1 < len(set(members)) <= LARGEST:
            yield reason, members


def _slips(known: Known, members: list[int]) -> Iterator[Block]:
    """Names that differ in one word, and in it by one letter or tone."""
    alike: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for pk in members:
        for _place, word, others in all_but_one(known.key(pk)):
            alike[others].append((word, pk))
    for group in alike.values():
        if len(group) < 2:
            continue
        words: dict[str, list[int]] = defaultdict(list)
        for word, pk in group:
            for form in shortened(word):
                words[form].append(pk)
        yield from _shared("slip", words.values())


def _middle(known: Known, members: list[int]) -> Iterator[Block]:
    """A name of three words or more, and the same without a middle one."""
    whole: dict[str, list[int]] = defaultdict(list)
    for pk in members:
        whole[known.key(pk)].append(pk)
    for pk in members:
        for key in without_middle(known.key(pk)):
            if key in whole:
                yield from _shared("middle", [[pk, *whole[key]]])


def _short(known: Known, members: list[int]) -> Iterator[Block]:
    """Agencies of one province by initials where one is a short form, and by name without the province."""
    letters: dict[str, list[int]] = defaultdict(list)
    bare: dict[str, list[int]] = defaultdict(list)
    for pk in members:
        record = known.record(pk)
        for name in (record.name, *record.abbreviations.split("|")):
            if name:
                letters[initials(name)].append(pk)
        bare[without_place(record.name, known.province_name(pk))].append(pk)
    for group in letters.values():
        if any(is_short(word) for pk in group for word in known.record(pk).name.split()):
            yield from _shared("short", [group])
    yield from _shared("place", bare.values())
