"""Rules that are tried where one of the words stands that they begin with, and what a match of each decides."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from meetings.extraction.pattern_sets import Found, PatternSet

Decision = TypeVar("Decision")


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
        self._patterns = PatternSet([rule.pattern for rule in self._rules])

    def last(self, words: str) -> tuple[str, re.Match[str], Decision] | None:
        """Rule, match and decision of the one that stands last in `words`; None where none decides."""
        return self._last(self._patterns.matches_of(words))

    def last_in(self, plain: str, start: int, end: int) -> tuple[str, re.Match[str], Decision] | None:
        """As `last`, in `plain[start:end]` of a whole text, whose words are known by one pass over it."""
        found = self._patterns.matches(plain, start, end)
        return self._last(found) if found else None

    def _last(self, found: list[Found]) -> tuple[str, re.Match[str], Decision] | None:
        if len(found) > 1:
            found = _claimed(found)
        decides = [(place, number, match) for number, place, match in found if self._rules[number].decision is not None]
        if not decides:
            return None
        _, number, match = max(decides)
        return self._rules[number].rule, match, self._rules[number].decision  # type: ignore[return-value]  # not None


def _claimed(found: list[Found]) -> list[Found]:
    """Those whose words no earlier rule has."""
    kept: list[Found] = []
    starts: list[int] = []  # of the words that are taken, in the order of the text, and their ends
    ends: list[int] = []
    for one in found:
        _, place, match = one
        before = bisect_left(starts, match.end())
        if before and ends[before - 1] > place:
            continue
        kept.append(one)
        at = bisect_left(starts, place)
        starts.insert(at, place)
        ends.insert(at, match.end())
    return kept
