"""Patterns whose matches begin with words that are known: one pass over a text finds where each of them can begin.

To search a text for one pattern costs little, to search it sentence by sentence for two hundred does not. A press text
holds few of the words that such a pattern begins with; it is only tried where one of them stands.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from meetings.extraction.first_words import NUMBER, first_words
from meetings.extraction.memory import when_forgotten

_T = TypeVar("_T")
_WORD = re.compile(r"\w+")
_BEGUN_BY: dict[str, tuple[int, ...]] = {}  # the patterns that a word begins, by their numbers
_COUNT = [0]  # of patterns so far
_LONGEST_TOKEN, _MOST_TOKENS = 24, 16_384
_PIECE = 65_536  # characters that are divided into words at once
_MAKERS: list[Callable[[], object]] = []


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
        _TOKENS.clear()
        _INDEX.text = None

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match that begins in `text[start:end]`."""
        places = (_INDEX.places if _INDEX.text is text else _INDEX.read(text))[self._number]
        if not places:
            return None
        if end is None:
            end = len(text)
        for i in range(bisect_left(places, start), len(places)):
            if (place := places[i]) >= end:
                return None
            if match := self.match(text, place, end):
                return match
        return None

    def places(self, text: str, start: int, end: int) -> Sequence[int]:
        """Where a match may begin in `text[start:end]`."""
        places = (_INDEX.places if _INDEX.text is text else _INDEX.read(text))[self._number]
        return places[bisect_left(places, start) : bisect_left(places, end)] if places else ()

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Sequence[re.Match[str]]:
        """All matches in `text[start:end]`, in order, none inside another."""
        places = (_INDEX.places if _INDEX.text is text else _INDEX.read(text))[self._number]
        if not places:
            return ()
        if end is None:
            end = len(text)
        found: list[re.Match[str]] = []
        for i in range(bisect_left(places, start), len(places)):
            if (place := places[i]) >= end:
                break
            if place >= start and (match := self.match(text, place, end)):
                found.append(match)
                start = match.end()
        return found


def made_once(make: Callable[[], _T]) -> Callable[[], _T]:
    """As `functools.cache`, for what makes such patterns: each made later asks for one more pass over a text."""
    kept = cache(make)
    _MAKERS.append(kept)
    return kept


class _Tokens(dict[str, tuple[tuple[int, tuple[int, ...]], ...]]):
    """What stands between two spaces, with each word in it that begins patterns: how far in, and which patterns.

    Words recur from text to text: it keeps them, up to a bound.
    """

    def __missing__(self, token: str) -> tuple[tuple[int, tuple[int, ...]], ...]:
        begun = []
        for word in _WORD.finditer(token):
            numbers = _BEGUN_BY.get(word[0].lower(), ())
            if word[0][0].isdecimal():
                numbers += _BEGUN_BY.get(NUMBER, ())
            if numbers:
                begun.append((word.start(), numbers))
        if len(token) <= _LONGEST_TOKEN:
            if len(self) >= _MOST_TOKENS:
                self.clear()
            self[token] = tuple(begun)
        return tuple(begun)


class _Index:
    """Of the text that is being read: where the words stand that each pattern begins with."""

    text: str | None = None
    places: Sequence[Sequence[int]] = ()

    def read(self, text: str) -> Sequence[Sequence[int]]:
        """The places in `text`, by the patterns' numbers: lists, which are the faster, or for a long text arrays."""
        while _MAKERS:
            _MAKERS.pop()()
        short = len(text) <= _PIECE
        found: list[list[int] | array[int]] = [[] if short else array("I") for _ in range(_COUNT[0])]
        note = [places.append for places in found]
        at = 0
        while at < len(text):
            stop = text.find(" ", at + _PIECE)
            tokens = text[at : stop if stop >= 0 else len(text)].replace("\n", " ").split(" ")
            for token, begun in zip(tokens, map(_TOKENS.__getitem__, tokens), strict=True):
                for offset, numbers in begun:
                    place = at + offset
                    for number in numbers:
                        note[number](place)
                at += len(token) + 1
        self.text, self.places = text, found
        return found

    def forget(self) -> None:
        """Lets go of the text."""
        self.text, self.places = None, ()


_TOKENS = _Tokens()
_INDEX = _Index()
when_forgotten(_INDEX.forget)
