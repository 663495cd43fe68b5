"""Words of a table as one regular expression, the longest alternative first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from meetings.extraction.lexicon import table, variants
from meetings.extraction.spans import matchable


def alternation(words: Iterable[str]) -> str:
    """`words` escaped and divided by "|", longer ones first so that they are tried first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def words_of(name: str, kind: str) -> str:
    """The alternation of all words of the rows of `lexicon/NAME.csv` whose `kind` is given."""
    return alternation(matchable(word) for row in table(name) if row["kind"] == kind for word in variants(row["words"]))
