"""Snippets: the part of a text where the words searched for stand, as printed, with those words told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from people.search.words import Query, folded_words

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
LONGEST_SEARCHED = 100_000  # characters of a text that are looked through


@dataclass(frozen=True)
class Piece:
    """A stretch of the printed text, `found` where it is a word that was searched for."""

    text: str
    found: bool = False


def found_words(text: str, query: Query) -> list[tuple[int, int]]:
    """First and last-but-one character of each word of `text` that `query` finds, in order."""
    beginnings = [(term.words, term.whole) for clause in query.clauses for term in clause]
    words = [
        (match.start(), match.end(), folded[0])
        for match in _WORD.finditer(text[:LONGEST_SEARCHED])
        if (folded := folded_words(match[0]))
    ]
    spans: set[tuple[int, int]] = set()
    for number in range(len(words)):
        for phrase, whole in beginnings:
            here = words[number : number + len(phrase)]
            if [w[2] for w in here[:-1]] != list(phrase[:-1]) or len(here) != len(phrase):
                continue
            last = here[-1][2]
            if last == phrase[-1] or (not whole and last.startswith(phrase[-1])):
                spans.update((start, end) for start, end, _ in here)
    return sorted(spans)


def snippet(text: str, query: Query, length: int = 200) -> list[Piece]:
    """About `length` characters of `text`, cut at words, where most of the words searched for stand together.

    The beginning of the text where none of them stands in it.
    """
    spans = found_words(text, query)
    start = _densest(text, spans, length)
    end = min(len(text), start + length)
    if end < len(text):
        end = text.rfind(" ", start + length // 2, end) if " " in text[start + length // 2 : end] else end
    pieces = [Piece("… ")] if start else []
    position = start
    for first, last in spans:
        if first >= position and last <= end:
            pieces += [Piece(text[position:first]), Piece(text[first:last], found=True)]
            position = last
    pieces.append(Piece(text[position:end] + (" …" if end < len(text) else "")))
    return [piece for piece in pieces if piece.text]


def marked(text: str, query: Query) -> list[Piece]:
    """All of `text`, with the words searched for told apart."""
    return snippet(text, query, length=len(text))


def _densest(text: str, spans: list[tuple[int, int]], length: int) -> int:
    """Where a window of `length` characters begins that holds the most different words found, the first of equals."""
    if not spans or len(text) <= length:
        return 0
    best, most = spans[0][0], 0
    left = 0
    for right in range(len(spans)):
        while spans[right][1] - spans[left][0] > length - 40:
            left += 1
            if left > right:
                break
        different = {" ".join(folded_words(text[first:last])) for first, last in spans[left : right + 1][:60]}
        if len(different) > most:
            best, most = spans[min(left, right)][0], len(different)
    start = max(0, best - 40)
    return text.find(" ", start, best) + 1 or best if start else 0
