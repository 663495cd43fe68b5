"""Patterns with words that are always among what they match, and what a match of each decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

Decision = TypeVar("Decision")


class Cued(NamedTuple, Generic[Decision]):
    """A rule by its name; without a `decision` it keeps its words from later ones. `cues` are in small letters."""

    rule: str
    pattern: re.Pattern[str]
    decision: Decision | None
    cues: tuple[str, ...]


def cued(rule: str, words: str, decision: Decision | None, *cues: str) -> Cued[Decision]:
    """The rule for `words`, a verbose pattern for letters of both cases, one of whose `cues` each match holds."""
    return Cued(rule, re.compile(words, re.IGNORECASE | re.VERBOSE), decision, cues)


class CuedRules(Generic[Decision]):
    """Rules of one kind in their order: of those that claim the same words the earlier has them."""

    def __init__(self, rules: Iterable[Cued[Decision]]) -> None:
        self._rules = tuple(rules)
        self._by_cue: dict[str, list[int]] = {}  # so that each cue is looked for once
        for number, rule in enumerate(self._rules):
            for cue in rule.cues:
                self._by_cue.setdefault(cue, []).append(number)

    def last(self, words: str) -> tuple[str, re.Match[str], Decision] | None:
        """Rule, match and decision of the one that stands last in `words`; None where none decides."""
        small = words.lower()
        taken = bytearray(len(words))
        last: tuple[str, re.Match[str], Decision] | None = None
        for number in sorted({number for cue, numbers in self._by_cue.items() if cue in small for number in numbers}):
            rule, pattern, decision, _ = self._rules[number]
            for match in pattern.finditer(words):
                own = slice(*match.span())
                if any(taken[own]):
                    continue
                taken[own] = b"\x01" * len(taken[own])
                if decision is not None and (last is None or match.start() > last[1].start()):
                    last = rule, match, decision
        return last
