"""Patterns whose matches begin with words that are known: one pass over a text finds where each of them can begin.

To search a text for one pattern costs little, to search it sentence by sentence for two hundred does not. A press text
holds few of the words that such a pattern begins with; it is only tried where one of them stands.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from re import _constants as ops  # type: ignore[attr-defined]  # no public way to read a pattern's own structure
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from meetings.extraction.memory import remembered

_WORD = re.compile(r"\w+")
_NUMBER = "\\d"  # stands for any word that begins with a digit
_LARGEST_SET = 8  # "[Đđ]ồng chí" has a first word, "[A-Z]\w+" none that is known
_ZERO_WIDTH = (ops.ASSERT, ops.ASSERT_NOT, ops.AT)

_BEGUN_BY: dict[str, tuple[int, ...]] = {}  # the patterns that a word begins, by their numbers
_COUNT = [0]  # of patterns so far


class WordPattern:
    """A compiled pattern of which each match begins where a word does, with one of a few words or a number.

    `search` and `finditer` answer as those of `re` do; for strings that are made on the way (parts of a text) ask
    `compiled`, which needs no pass over them. ValueError for a pattern whose first words are not known.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag | int = 0) -> None:
        self.compiled = re.compile(pattern, flags)
        self.match = self.compiled.match
        self._number = _COUNT[0]
        _COUNT[0] += 1
        for word in first_words(pattern, flags):
            _BEGUN_BY[word] = (*_BEGUN_BY.get(word, ()), self._number)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match that begins in `text[start:end]`."""
        places = _places(text, _COUNT[0])[self._number]
        if not places:
            return None
        end = len(text) if end is None else end
        for i in range(bisect_left(places, start), len(places)):
            if (place := places[i]) >= end:
                return None
            if match := self.match(text, place, end):
                return match
        return None

    def places(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where a match may begin in `text[start:end]`."""
        places = _places(text, _COUNT[0])[self._number]
        for i in range(bisect_left(places, start), len(places)):
            if places[i] >= end:
                return
            yield places[i]

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterable[re.Match[str]]:
        """All matches in `text[start:end]`, in order, none inside another."""
        places = _places(text, _COUNT[0])[self._number]
        if not places:
            return ()
        end = len(text) if end is None else end
        found: list[re.Match[str]] = []
        for i in range(bisect_left(places, start), len(places)):
            if (place := places[i]) >= end:
                break
            if place >= start and (match := self.match(text, place, end)):
                found.append(match)
                start = match.end()
        return found


@remembered
def _places(text: str, count: int) -> list[array[int]]:
    """Where in `text` the words stand that each of the first `count` patterns begins with."""
    found = [array("I") for _ in range(count)]
    note = [places.append for places in found]
    numbers = _BEGUN_BY.get(_NUMBER, ())
    for word in _WORD.finditer(text):
        printed = word[0]
        begun = _BEGUN_BY.get(printed.lower(), ())
        if printed[0].isdecimal():
            begun += numbers
        if begun:
            place = word.start()
            for number in begun:
                note[number](place)
    return found


def first_words(pattern: str, flags: re.RegexFlag | int = 0) -> set[str]:
    r"""The words that `pattern` can begin with, in small letters, a number as `\d`: `(?:Đồng chí|ông) \w+` has two."""
    return {word.lower() for word in _words(list(parser.parse(pattern, flags)), "", pattern)}


def first_letters(pattern: str) -> set[str]:
    """The letters that `pattern`, which minds their case, can begin with."""
    return {word[0] for word in _words(list(parser.parse(pattern)), "", pattern)}


def _words(items: list[Any], word: str, pattern: str) -> Iterator[str]:
    """The first words of a parsed pattern, of which `word` has been read."""
    for i, (op, value) in enumerate(items):
        rest = items[i + 1 :]
        if op is ops.LITERAL and _is_of_word(chr(value)):
            word += chr(value)
        elif op is ops.LITERAL and word:
            yield word
            return
        elif op is ops.IN and not word and value == [(ops.CATEGORY, ops.CATEGORY_DIGIT)]:
            yield _NUMBER
            return
        elif op is ops.IN and (letters := _letters(value)):
            for letter in letters:
                yield from _words([(ops.LITERAL, letter), *rest], word, pattern)
            return
        elif op is ops.BRANCH:
            for way in value[1]:
                yield from _words([*way, *rest], word, pattern)
            return
        elif op is ops.SUBPATTERN:
            yield from _words([*value[-1], *rest], word, pattern)
            return
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            least, most, repeated = value
            yield from _words([*repeated, *rest] if most == 1 else list(repeated), word, pattern)
            if least == 0:
                yield from _words(rest, word, pattern)
            return
        elif word and _ends_word(op, value):
            yield word
            return
        elif word and op is ops.ASSERT and value[0] > 0:
            yield from _words(list(value[1]), word, pattern)
            return
        elif op not in _ZERO_WIDTH:
            break
    raise ValueError(f"no first word is known for all that this begins with: {pattern[:200]} ({word})")


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _letters(choices: list[tuple[Any, Any]]) -> list[int]:
    """The characters of a small set, none of a large one or one that is told by kinds."""
    if len(choices) > _LARGEST_SET or any(op is not ops.LITERAL for op, _ in choices):
        return []
    return [value for _, value in choices]


def _ends_word(op: Any, value: Any) -> bool:
    r"""Whether a word must have ended here: `\s`, `\b`, `(?!\w)`, `(?!\w| trục)`."""
    if op is ops.IN:
        return bool(value == [(ops.CATEGORY, ops.CATEGORY_SPACE)])
    if op is ops.AT:
        return bool(value is ops.AT_BOUNDARY)
    if op is not ops.ASSERT_NOT or value[0] < 0:
        return False
    first = value[1][0]
    ways = first[1][1] if first[0] is ops.BRANCH else [value[1]]
    return any(len(way) == 1 and way[0][0] is ops.IN and _takes_letters(way[0][1]) for way in ways)


def _takes_letters(choices: list[tuple[Any, Any]]) -> bool:
    r"""Whether a set is `\w`, more than it, or `[^\W_]`."""
    negated = choices[0][0] is ops.NEGATE
    return ((ops.CATEGORY, ops.CATEGORY_NOT_WORD) if negated else (ops.CATEGORY, ops.CATEGORY_WORD)) in choices
