"""Many patterns asked at once: each is tried only where one of the words stands that it begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.first_words import NUMBER, first_words

_WORD = re.compile(r"\w+")
Found = tuple[int, int, re.Match[str]]  # the pattern's number, where it begins, its match


class PatternSet:
    """Patterns in their order; ValueError for one whose first words are not known."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._match = [pattern.match for pattern in patterns]
        self._by_word: dict[str, tuple[int, ...]] = {}
        for number, pattern in enumerate(patterns):
            for word in first_words(pattern.pattern, pattern.flags):
                self._by_word[word] = (*self._by_word.get(word, ()), number)
        words = [r"\d" if word == NUMBER else word + r"(?!\w)" for word in self._by_word]
        self._opening = WordPattern("|".join(words), re.IGNORECASE)
        self._by_number = self._by_word.pop(NUMBER, ())

    def matches(self, plain: str, start: int, end: int) -> list[Found]:
        """What matches in `plain[start:end]`, pattern by pattern, none of one pattern inside another.

        `plain` is a whole text, whose words are known by one pass over it.
        """
        places = self._opening.places(plain, start, end)
        return self._at(plain, places, end) if places else []

    def matches_of(self, words: str) -> list[Found]:
        """As `matches`, for a phrase that may be none of the text."""
        return self._at(words, [match.start() for match in _WORD.finditer(words)], len(words))

    def _at(self, text: str, places: Sequence[int], end: int) -> list[Found]:
        found: list[Found] = []
        for place in places:
            if text[place].isdecimal():
                numbers = self._by_number
            else:
                word = _WORD.match(text, place)[0]  # type: ignore[index]  # a place is where a word begins
                numbers = self._by_word.get(word.lower(), ())
            for number in numbers:
                if match := self._match[number](text, place, end):
                    found.append((number, place, match))
        return _apart(sorted(found)) if len(found) > 1 else found


def _apart(found: list[Found]) -> list[Found]:
    """Without what begins inside an earlier match of the same pattern."""
    kept: list[Found] = []
    for one in found:
        if not kept or one[0] != kept[-1][0] or one[1] >= kept[-1][2].end():
            kept.append(one)
    return kept
