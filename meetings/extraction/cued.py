"""Rules that are tried where one of the words stands that they begin with, and what a match of each decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.first_words import NUMBER, first_words

Decision = TypeVar("Decision")
_WORD = re.compile(r"\w+")
_Found = tuple[int, int, re.Match[str]]  # the rule's number, where it begins, its match


class Cued(NamedTuple, Generic[Decision]):
    """A rule by its name; without a `decision` it keeps its words from later ones."""

    rule: str
    pattern: re.Pattern[str]
    decision: Decision | None


def cued(rule: str, words: str, decision: Decision | None) -> Cued[Decision]:
    """The rule for `words`, a verbose pattern for letters of both cases that begins with a word that is known."""
    return Cued(rule, re.compile(words, re.IGNORECASE | re.VERBOSE), decision)


class CuedRules(Generic[Decision]):
    """Rules of one kind in their order: of those that claim the same words the earlier has them."""

    def __init__(self, rules: Iterable[Cued[Decision]]) -> None:
        self._rules = tuple(rules)
        self._by_word: dict[str, tuple[int, ...]] = {}
        for number, rule in enumerate(self._rules):
            for word in first_words(rule.pattern.pattern, rule.pattern.flags):
                self._by_word[word] = (*self._by_word.get(word, ()), number)
        words = [r"\d" if word == NUMBER else word + r"(?!\w)" for word in self._by_word]
        self._opening = WordPattern("|".join(words), re.IGNORECASE)
        self._by_number = self._by_word.pop(NUMBER, ())

    def last(self, words: str) -> tuple[str, re.Match[str], Decision] | None:
        """Rule, match and decision of the one that stands last in `words`; None where none decides."""
        return self._last(words, [match.start() for match in _WORD.finditer(words)], len(words))

    def last_in(self, plain: str, start: int, end: int) -> tuple[str, re.Match[str], Decision] | None:
        """As `last`, in `plain[start:end]` of a whole text, whose words are known by one pass over it."""
        places = self._opening.places(plain, start, end)
        return self._last(plain, places, end) if places else None

    def _last(self, text: str, places: Sequence[int], end: int) -> tuple[str, re.Match[str], Decision] | None:
        found: list[_Found] = []
        for place in places:
            if text[place].isdecimal():
                rules = self._by_number
            else:
                word = _WORD.match(text, place)[0]  # type: ignore[index]  # a place is where a word begins
                rules = self._by_word.get(word.lower(), ())
            for number in rules:
                if match := self._rules[number].pattern.match(text, place, end):
                    found.append((number, place, match))
        if not found:
            return None
        if len(found) > 1:
            found = _claimed(found)
        decides = [(place, number, match) for number, place, match in found if self._rules[number].decision is not None]
        if not decides:
            return None
        _, number, match = max(decides)
        return self._rules[number].rule, match, self._rules[number].decision  # type: ignore[return-value]  # not None


def _claimed(found: list[_Found]) -> list[_Found]:
    """Those whose words no earlier rule has, nor an earlier match of the same rule."""
    kept: list[_Found] = []
    before, reached = -1, 0
    for one in sorted(found):
        number, place, match = one
        if number == before and place < reached:
            continue
        before, reached = number, match.end()
        if not any(place < other.end() and other.start() < reached for _, _, other in kept):
            kept.append(one)
    return kept
