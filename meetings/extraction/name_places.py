"""Where names that are known stand in a text: looked up at each capital letter, however many names there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from meetings.extraction.spans import Span
from meetings.extraction.verbs import UPPER

_CAPITALISED = re.compile(rf"[{UPPER}](?<!\w[{UPPER}])\w*")


def places(plain: str, spans: Iterable[Span], names: Iterable[str]) -> Iterator[Span]:
    """Where the names stand as whole words within `spans`, the longest where one begins with another."""
    known = frozenset(names)
    lengths = _lengths(known)
    for span in spans:
        end = span.start
        for word in _CAPITALISED.finditer(plain, *span):
            start = word.start()
            for length in lengths.get(word[0], ()) if start >= end else ():
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
    for word in _CAPITALISED.finditer(plain) if known else ():
        start = word.start()
        found.update(name for length in lengths.get(word[0], ()) if (name := plain[start : start + length]) in known)
    return found


def _lengths(names: Iterable[str]) -> dict[str, list[int]]:
    """The lengths of the names by their first word, the longest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        word = _CAPITALISED.match(name)
        found.setdefault(word[0] if word else name, set()).add(len(name))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}
