"""Snippets: the part of a text where the words searched for stand, as printed, with those words told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from people.search.words import Query, Term, accented_words, folded_words

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
LONGEST_SEARCHED = 40_000  # characters of a text that are looked through


@dataclass(frozen=True)
class Piece:
    """A stretch of the printed text, `found` where it is a word that was searched for."""

    text: str
    found: bool = False


class _Word(NamedTuple):  # a text has thousands of them
    start: int
    end: int
    folded: str
    accented: str


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, str]:
    """A printed word without accents, and coded with them: texts repeat a few thousand words."""
    return "".join(folded_words(word)[:1]), "".join(accented_words(word, all_words=True)[:1])


def found_words(text: str, query: Query) -> list[tuple[int, int]]:
    """First and last-but-one character of each word of `text` that `query` finds, in order.

    Of a word typed, only the nearest are taken: those with its accents, or else those that are it without accents, or
    else those that begin with it.
    """
    words = [_Word(m.start(), m.end(), *_forms(m[0])) for m in _WORD.finditer(text[:LONGEST_SEARCHED])]
    accents = {term.words[0] for term in query.spellings[0]} if query.spellings else set()
    spans: set[tuple[int, int]] = set()
    for clause in query.clauses:
        for term in clause:
            found = _single(words, term, accents) if len(term.words) == 1 else _phrase(words, term)
            spans.update((word.start, word.end) for word in found)
    return sorted(spans)


def _single(words: list[_Word], term: Term, accents: set[str]) -> list[_Word]:
    (typed,) = term.words
    whole = [word for word in words if word.folded == typed]
    if whole or term.whole:
        return [word for word in whole if word.accented in accents] or whole
    return [word for word in words if word.folded.startswith(typed)]


def _phrase(words: list[_Word], term: Term) -> list[_Word]:
    *first, last = term.words
    found: list[_Word] = []
    for place in range(len(words) - len(first)):
        here = words[place : place + len(first) + 1]
        if [word.folded for word in here[:-1]] == first and here[-1].folded.startswith(last):
            found += here
    return found


def together(text: str, query: Query) -> list[tuple[int, int]]:
    """Where the words stand that `query` looks for, as spans of `text` that hold whole runs of them.

    Where they stand side by side somewhere, only there: of "sở tài chính" a long text has each word in many places.
    """
    phrase = query.adjacent
    spans = found_words(text, Query(((phrase,),), query.spellings)) if len(phrase.words) > 1 else []
    joined: list[tuple[int, int]] = []
    for start, end in spans or found_words(text, query):
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


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
        different = {_forms(text[first:last])[0] for first, last in spans[left : right + 1][:60]}
        if len(different) > most:
            best, most = spans[min(left, right)][0], len(different)
    start = max(0, best - 40)
    return text.find(" ", start, best) + 1 or best if start else 0
