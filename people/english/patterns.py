"""Patterns of names such as "Sở {field} {scope}": literal words and slots that a phrase fills."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from people.english.words import Words, key, split

Reader = Callable[[Words], str | None]
Filled = dict[str, Words]

MAY_BE_EMPTY = "scope"
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Pattern:
    """A name's words, slots marked by braces, with the row of the table that says what it is in English."""

    items: Words
    row: Mapping[str, str]

    @property
    def first(self) -> str:
        """The word that a phrase must begin with."""
        return self.items[0]


def patterns(rows: tuple[dict[str, str], ...], name: str) -> dict[str, list[Pattern]]:
    """All patterns of a table's column `name`, where "|" divides alternatives, by the word they begin with.

    Those that say most in their own words stand first.
    """
    found: dict[str, list[Pattern]] = {}
    for row in rows:
        for alternative in row[name].split("|"):
            items = tuple(item if _SLOT.fullmatch(item) else key(item) for item in split(alternative))
            found.setdefault(items[0], []).append(Pattern(items, row))
    for group in found.values():
        group.sort(key=lambda pattern: -sum(1 for item in pattern.items if not _SLOT.fullmatch(item)))
    return found


def fillings(items: Words, words: Words) -> Iterator[Filled]:
    """Every way in which the words fill the pattern's slots, short fillings first."""
    if not items:
        if not words:
            yield {}
        return
    slot = _SLOT.fullmatch(items[0])
    if slot is None:
        if words and key(words[0]) == items[0]:
            yield from fillings(items[1:], words[1:])
        return
    name = slot[1]
    least = 0 if name == MAY_BE_EMPTY else 1
    for end in range(least, len(words) + 1):
        for rest in fillings(items[1:], words[end:]):
            yield {name: words[:end], **rest}


def read(pattern: Pattern, words: Words, readers: Mapping[str, Reader]) -> Iterator[dict[str, str]]:
    """What the slots mean in English, for each way in which all of them mean something."""
    for filled in fillings(pattern.items, words):
        meanings: dict[str, str] = {}
        for name, inside in filled.items():
            meaning = readers[name](inside)
            if meaning is None:
                break
            meanings[name] = meaning
        else:
            yield meanings
