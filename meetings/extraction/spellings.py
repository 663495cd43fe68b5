"""Whether two printed names can be one person's: a slip of the keyboard, or a middle name left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import chain
from typing import Generic, TypeVar

_T = TypeVar("_T")


def same_name(one: str, other: str) -> bool:
    """Whether the names differ by case, one letter or one middle syllable: "Huỳnh Thị Thúy Vân", "Huỳnh Thúy Vân".

    Only a hint: two people may have such names, so the caller asks for a shared title as well.
    """
    if one.casefold() == other.casefold():
        return True
    first, second = one.casefold().split(), other.casefold().split()
    if len(first) == len(second):
        differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
        return len(differing) == 1 and _one_edit(*differing[0])
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or longer[0] != shorter[0] or longer[-1] != shorter[-1]:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(1, len(longer) - 1))


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter put in, left out or exchanged makes `one` into `other`."""
    if abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    return one[head + 1 :] == other[head + 1 :] or one[head + 1 :] == other[head:] or one[head:] == other[head + 1 :]


class Spellings(Generic[_T]):
    """Names with something known of each, found again by any name that can be the same one's.

    Of two such names the syllables but one are alike, and that one without some letter, too; or the shorter is the
    longer without a middle syllable. So a name is kept, and looked for, under each of these remainders.
    """

    def __init__(self) -> None:
        self._alike: dict[Hashable, list[tuple[str, _T]]] = defaultdict(list)
        self._longer: dict[tuple[str, ...], list[tuple[str, _T]]] = defaultdict(list)
        self._whole: dict[tuple[str, ...], list[tuple[str, _T]]] = defaultdict(list)

    def add(self, name: str, known: _T) -> None:
        """Keeps `name` and what is known of it."""
        syllables = tuple(name.casefold().split())
        for remainder in _remainders(syllables):
            self._alike[remainder].append((name, known))
        for shorter in _without_middle(syllables):
            self._longer[shorter].append((name, known))
        self._whole[syllables].append((name, known))

    def like(self, name: str) -> Iterator[_T]:
        """What is known of each name that `same_name` holds for, some of it more than once."""
        if not self._whole:
            return iter(())
        syllables = tuple(name.casefold().split())
        candidates = chain(
            *(self._alike.get(remainder, ()) for remainder in _remainders(syllables)),
            *(self._whole.get(shorter, ()) for shorter in _without_middle(syllables)),
            self._longer.get(syllables, ()),
            self._whole.get(syllables, ()),
        )
        return (known for other, known in candidates if same_name(name, other))


def _remainders(syllables: tuple[str, ...]) -> Iterator[Hashable]:
    """For each syllable its place, what is left of it without each of its letters and without none, and the others."""
    for at, syllable in enumerate(syllables):
        others = (*syllables[:at], *syllables[at + 1 :])
        yield at, syllable, others
        for letter in range(len(syllable)):
            yield at, syllable[:letter] + syllable[letter + 1 :], others


def _without_middle(syllables: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in range(1, len(syllables) - 1):
        yield (*syllables[:at], *syllables[at + 1 :])
