"""The passage of a text that stands around some of its words."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString

from meetings.highlights import Mark, marked_text
from people.search import Query
from people.search.snippets import together

REACH = 320  # characters on either side
_END_OF_SENTENCE = re.compile(r"[.!?…]['\"”’)]*\s+|\n+")


def around(
    text: str, start: int, end: int, key: str, href: str, reach: int = REACH, query: Query | None = None
) -> SafeString:
    """The words `[start, end)` marked, with whole sentences before and after them as far as `reach` allows.

    What `query` looks for stands out in all of it.
    """
    first, last = _begin(text, start, reach), _end(text, end, reach)
    before = "… " if text[:first].strip() else ""
    after = " …" if text[last:].strip() else ""
    shift = len(before) - first
    passage = f"{before}{text[first:last]}{after}"
    found = together(passage, query) if query else []
    return marked_text(passage, [Mark(start + shift, end + shift, "shown", key, href)], found=found)


def _begin(text: str, start: int, reach: int) -> int:
    lowest = max(0, start - reach)
    if lowest == 0:
        return 0
    ends = [match.end() for match in _END_OF_SENTENCE.finditer(text, lowest, start)]
    if ends:
        return ends[0]
    space = text.find(" ", lowest, start)
    return start if space < 0 else space + 1


def _end(text: str, end: int, reach: int) -> int:
    highest = min(len(text), end + reach)
    if highest == len(text):
        return highest
    ends = [match.end() for match in _END_OF_SENTENCE.finditer(text, end, highest)]
    if ends:
        return max(end, len(text[: ends[-1]].rstrip()))
    space = text.rfind(" ", end, highest)
    return end if space < 0 else space
