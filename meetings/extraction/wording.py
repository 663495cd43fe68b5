"""Words of a table as one regular expression that reads them letter by letter, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from meetings.extraction.lexicon import table, variants
from meetings.extraction.spans import matchable

_END = ""  # the key under which a node keeps what must follow the word that ends there


def alternation(
    words: Iterable[str], *, any_case: bool = False, after: Mapping[str, str] | None = None, space: str = r"\ "
) -> str:
    """A pattern for any of `words`, the longest that fits; beginnings that words share are tried once.

    `any_case` is for patterns that ignore case, where the longest could else hide behind one in other letters.
    `after` gives a word the pattern that must follow it, `space` stands for the spaces between words.
    `alternation(["Sở", "Sở Y tế"])` is `Sở(?:\\ Y\\ tế|)`.
    """
    root: dict[str, object] = {}
    for word in sorted(words):
        node = root
        for letter in word.lower() if any_case else word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[_END] = after.get(word, "") if after else ""
    return _pattern(root, space) if root else r"(?!)"


def _pattern(node: dict[str, object], space: str) -> str:
    """The pattern of all that goes on from `node`."""
    chain = ""
    while len(node) == 1 and _END not in node:
        ((letter, node),) = node.items()  # type: ignore[assignment]
        chain += space if letter == " " else re.escape(letter)
    ways = [
        (space if letter == " " else re.escape(letter)) + _pattern(child, space)  # type: ignore[arg-type]
        for letter, child in node.items()
        if letter != _END
    ]
    if _END in node:
        ways.append(str(node[_END]))
    return chain + (ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})")


@cache
def words_of(name: str, kind: str, *, any_case: bool = False) -> str:
    """The alternation of all words of the rows of `lexicon/NAME.csv` whose `kind` is given."""
    rows = (row for row in table(name) if row["kind"] == kind)
    return alternation((matchable(word) for row in rows for word in variants(row["words"])), any_case=any_case)
