"""Words of a table as one regular expression that reads them letter by letter, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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


def word_alternation(
    words: Iterable[str], *, any_case: bool = False, after: Mapping[str, str] | None = None, space: str = r"\ "
) -> str:
    """As `alternation`, but only where a word begins; not for use under the flag IGNORECASE.

    The first letter comes before the look back: the search for a set of letters is by far the fastest that `re` has.
    """
    ways = list(by_first_letter(words, any_case=any_case, after=after, space=space))
    letters = "".join(sorted({re.escape(letter) for own, _ in ways for letter in own}))
    goes_on = "|".join(f"(?<=[{re.escape(own)}]){rest}" for own, rest in ways)
    return rf"[{letters}](?<!\w[{letters}])(?:{goes_on})" if ways else r"(?!)"


def opening_words(
    words: Iterable[str], *, any_case: bool = False, after: Mapping[str, str] | None = None, space: str = r"\ "
) -> str:
    """As `word_alternation`, for a `WordPattern`, which knows without a search where its words stand."""
    ways = by_first_letter(words, any_case=any_case, after=after, space=space)
    return rf"(?<!\w)(?:{'|'.join(f'[{re.escape(letters)}]{rest}' for letters, rest in ways)})"


def by_first_letter(
    words: Iterable[str], *, any_case: bool = False, after: Mapping[str, str] | None = None, space: str = r"\ "
) -> Iterator[tuple[str, str]]:
    """First letters of `words`, in both cases if `any_case`, each with the alternation of what goes on from there."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0].lower() if any_case else word[0], []).append(word)
    for letter, own in groups.items():
        following = {word[1:]: after[word] for word in own} if after else None
        rest = alternation((word[1:] for word in own), any_case=any_case, after=following, space=space)
        yield (letter + letter.upper(), f"(?i:{rest})") if any_case else (letter, f"(?:{rest})")


def has_any(words: str, cues: Iterable[str]) -> bool:
    """Whether one of `cues` is in `words`; a loop, since a generator costs more than the looks themselves."""
    for cue in cues:  # noqa: SIM110
        if cue in words:
            return True
    return False


def not_before(others: str) -> str:
    """What must follow a word for it to be none of a longer one: "dự" is a verb, but not in "dự án".

    `others` are the words behind it that make it another, divided by "|", a comma included where one stands between.
    """
    behind = (other if other.startswith(",") else f" {other}" for other in variants(others))
    return rf"(?!\w|(?i:{alternation(map(matchable, behind))})(?!\w))" if others else r"(?!\w)"


@cache
def words_of(name: str, kind: str, *, any_case: bool = False) -> str:
    """The alternation of all words of the rows of `lexicon/NAME.csv` whose `kind` is given."""
    rows = (row for row in table(name) if row["kind"] == kind)
    return alternation((matchable(word) for row in rows for word in variants(row["words"])), any_case=any_case)
