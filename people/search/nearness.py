"""Slips of the keyboard: names that differ from what was typed by a letter in one word or two.

Every word one slip away from a word typed (a letter left out, put in, changed, or two swapped) is looked up in the
index: some 50 words for each letter typed, and the index answers each in microseconds. The work grows with the length
of the query, not with the number of names, needs no table or extension of its own and is always up to date.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from string import ascii_lowercase

from people.search.words import Query, Term

SHORTEST = 3  # letters; shorter words are a slip away from too many others
LONGEST = 12
MOST_SLIPS = 2  # words of one query


def slips(word: str) -> list[str]:
    """All words one slip away from `word`, which is in ASCII; itself is none of them."""
    found: dict[str, None] = {}
    for cut in range(len(word) + 1):
        head, tail = word[:cut], word[cut:]
        found |= dict.fromkeys(head + letter + tail for letter in ascii_lowercase)
        if tail:
            found |= {head + tail[1:]: None}
            found |= dict.fromkeys(head + letter + tail[1:] for letter in ascii_lowercase)
        if len(tail) > 1:
            found |= {head + tail[1] + tail[0] + tail[2:]: None}
    found.pop(word, None)
    return list(found)


def near(query: Query) -> Iterator[list[Query]]:
    """Queries that allow a slip in one word, then those that allow one in two; of each group, any may be met."""
    able = [number for number, clause in enumerate(query.clauses) if _can_slip(clause)]
    for count in range(1, min(MOST_SLIPS, len(able)) + 1):
        yield [_with_slips(query, chosen) for chosen in combinations(able[:6], count)]


def _can_slip(clause: tuple[Term, ...]) -> bool:
    (word, *more) = clause[0].words
    return not more and word.isascii() and word.isalpha() and SHORTEST <= len(word) <= LONGEST


def _with_slips(query: Query, numbers: tuple[int, ...]) -> Query:
    clauses = tuple(
        (*clause, *(Term((word,), whole=True) for word in slips(clause[0].words[0]))) if number in numbers else clause
        for number, clause in enumerate(query.clauses)
    )
    return Query(clauses, query.spellings)
