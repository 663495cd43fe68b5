"""The words that a pattern can end with, read from the pattern itself: a look for these is cheaper than a search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]  # no public way to read a pattern's own structure
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from meetings.extraction.first_words import small_set

_ZERO_WIDTH = (ops.ASSERT, ops.ASSERT_NOT, ops.AT)
_DIGIT = [(ops.CATEGORY, ops.CATEGORY_DIGIT)]
_SIGNS = [(ops.IN, [(ops.CATEGORY, ops.CATEGORY_NOT_WORD)])]


def endings(pattern: re.Pattern[str]) -> tuple[str, ...]:
    r"""What every match ends with, in small letters if it ignores case: `(?:gửi|giao cho) $` with "gửi " or "cho ".

    `\W*` at the end is left out: who asks cuts the signs off. ValueError where an ending is not known.
    """
    found = set(_endings(list(parser.parse(pattern.pattern, pattern.flags)), "", pattern.pattern))
    return tuple(sorted({ending.lower() for ending in found} if pattern.flags & re.IGNORECASE else found))


def last_words(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """As `endings`, without the spaces behind them."""
    return tuple(sorted({ending.rstrip() for ending in endings(pattern)}))


def _endings(items: list[Any], ending: str, pattern: str) -> Iterator[str]:
    """The endings of a parsed pattern, of which `ending` has been read."""
    for i in range(len(items) - 1, -1, -1):
        op, value = items[i]
        rest = items[:i]
        if op is ops.LITERAL and not (chr(value).isspace() and ending.strip()):
            ending = chr(value) + ending
        elif op is ops.IN and (letters := range(ord("0"), ord("9") + 1) if value == _DIGIT else small_set(value)):
            for letter in letters:
                yield from _endings([*rest, (ops.LITERAL, letter)], ending, pattern)
            return
        elif op is ops.BRANCH:
            for way in value[1]:
                yield from _endings([*rest, *way], ending, pattern)
            return
        elif op is ops.SUBPATTERN and not value[1]:  # with flags of its own it is not known
            yield from _endings([*rest, *value[-1]], ending, pattern)
            return
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            least, most, repeated = value
            of_signs = not ending and list(repeated) == _SIGNS
            if not of_signs:
                yield from _endings([*rest, *repeated] if most == 1 else list(repeated), ending, pattern)
            if of_signs or least == 0:
                yield from _endings(rest, ending, pattern)
            return
        elif op not in _ZERO_WIDTH:
            break
    if not ending.strip():
        raise ValueError(f"no ending is known for all of this: {pattern[:200]}")
    yield ending
