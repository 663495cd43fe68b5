"""Names that are nobody's at the meeting: a street's, a school's, a fund's, a photographer's."""

from __future__ import annotations

import re
from functools import cache

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.lexicon import table
from meetings.extraction.spans import matchable
from meetings.extraction.wording import alternation

_CREDIT = WordPattern(r"(?:ảnh|tin|bài|thực hiện|nguồn|clip|video|đồ họa)(?: [^:\n.]{0,20})?:\s*$", re.IGNORECASE)


@cache
def _stops() -> re.Pattern[str]:
    words = (matchable(row["word"]) for row in table("name_stops") if row["kind"] != "opening")
    return re.compile(rf"(?<!\w)(?:{alternation(words)}) $")


def is_namesake(plain: str, start: int) -> bool:
    """Whether the words before `start` make the name a street's, school's, fund's or company's."""
    return bool(_stops().search(plain, max(0, start - 24), start))


def is_credit(plain: str, start: int) -> bool:
    """Whether the words before `start` make the name an author's or a photographer's: "Ảnh: "."""
    start_of_words = max(0, start - 30)
    return plain[start_of_words:start].rstrip().endswith(":") and bool(_CREDIT.search(plain, start_of_words, start))
