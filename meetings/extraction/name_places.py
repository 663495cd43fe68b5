"""Where names that are known stand in a text: looked up where the first word of one stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from meetings.extraction.spans import Span
from meetings.extraction.verbs import UPPER

_CAPITALISED = re.compile(rf"[{UPPER}](?<!\w[{UPPER}])\w*")
_FEW = 24  # words that are quicker looked for one by one than at each capital letter


def places(plain: str, spans: Iterable[Span], names: Iterable[str]) -> Iterator[Span]:
    """Where the names stand as whole words within `spans`, the longest where one begins with another."""
    known = frozenset(names)
    lengths = _lengths(known)
    starts = _starts(plain, lengths)
    for span in spans:
        end = span.start
        for at in range(bisect_left(starts, (span.start, "")), bisect_left(starts, (span.end, ""))):
            start, word = starts[at]
            for length in lengths[word] if start >= end else ():
                after = start + length
                if plain[start:after] in known and after <= span.end and not plain[after : after + 1].isalnum():
                    end = after
                    yield Span(start, end)
                    break


def count_names(plain: str, names: Iterable[str]) -> Counter[str]:
    """How often each of the names stands in the text, inside a longer name, too."""
    known = frozenset(names)
    lengths = _lengths(known)
    found: Counter[str] = Counter()
    for start, word in _starts(plain, lengths):
        found.update(name for length in lengths[word] if (name := plain[start : start + length]) in known)
    return found


def _starts(plain: str, words: Collection[str]) -> list[tuple[int, str]]:
    """Where the capitalised `words` stand as whole words, in order, each with the word."""
    if len(words) > _FEW:
        return [(match.start(), match[0]) for match in _CAPITALISED.finditer(plain) if match[0] in words]
    found = []
    for word in words:
        at = plain.find(word)
        while at >= 0:
            if (match := _CAPITALISED.match(plain, at)) and match[0] == word:
                found.append((at, word))
            at = plain.find(word, at + len(word))
    return sorted(found)


def _lengths(names: Iterable[str]) -> dict[str, list[int]]:
    """The lengths of the names by their first word, the longest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        word = _CAPITALISED.match(name)
        found.setdefault(word[0] if word else name, set()).add(len(name))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}
