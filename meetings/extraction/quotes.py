"""Quotations: whoever stands in one is spoken of, and what is said there is not told by the paper."""

from __future__ import annotations

import re
from bisect import bisect_left

from meetings.extraction.memory import remembered

_QUOTE, _LINE_END = re.compile('"'), re.compile("\n")


def in_quotes(plain: str, position: int) -> bool:
    """Whether a quotation of the same paragraph is open at `position`."""
    quotes, ends = _quotes_and_ends(plain)
    if not quotes:
        return False
    end = bisect_left(ends, position)
    return (bisect_left(quotes, position) - bisect_left(quotes, ends[end - 1] if end else 0)) % 2 == 1


@remembered
def _quotes_and_ends(plain: str) -> tuple[list[int], list[int]]:
    """Where the quotation marks and the ends of the lines stand."""
    return [match.start() for match in _QUOTE.finditer(plain)], [match.start() for match in _LINE_END.finditer(plain)]
