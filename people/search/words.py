"""The words that are indexed and asked for: ASCII only, so that every database divides them alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from people.names import fold, name_key

# Begins the words that no reader can type: a word with its accents, or with letters that are not Latin.
MARK = "þ"
LONGEST_WORD = 60
SHORT_TEXT = 300  # characters; of a text up to here, words without accents are coded, too
LONGEST_TEXT = 250_000  # characters; PostgreSQL refuses a text whose words take more than 1 MB
MOST_WORDS = 16  # of a query
_WORD = re.compile(r"[^\W_]+")
# Letters that are no hexadecimal digits, so that an accent is never taken for a letter's number.
_TONES = {"\u0300": "g", "\u0301": "k", "\u0309": "h", "\u0303": "t", "\u0323": "n"}
_LEVEL = "l"
_SHAPES = {"\u0302": "x", "\u0306": "w", "\u031b": "z"}  # circumflex, breve, horn

_MOST_REMEMBERED = 20_000  # chunks of texts: some 8 MB
_LONG = 20_000  # characters; longer parts are not remembered

_Form = TypeVar("_Form")


def index_text(*parts: str) -> str:
    """What is stored to find a text by: its folded words in order, then each word as accented once, coded.

    Cut to what every database can index. Of a long text only words with accents are coded. Long `parts` of it are
    remembered for a while: an article and its meeting share one.
    """
    all_words = sum(map(len, parts)) + len(parts) - 1 <= SHORT_TEXT
    if len(parts) == 1 or all_words:
        folded, coded = _words(" ".join(parts), all_words)
    else:
        read = [(_remembered_words if SHORT_TEXT < len(part) <= _LONG else _words)(part) for part in parts]
        folded = " ".join(filter(None, (words for words, _ in read)))
        coded = list(dict.fromkeys(chain.from_iterable(codes for _, codes in read)))
    return f"{folded[:LONGEST_TEXT]} {' '.join(coded)[: LONGEST_TEXT // 4]}".strip()


def _words(text: str, all_words: bool = False) -> tuple[str, list[str]]:
    return folded_text(text), accented_words(text, all_words)


_remembered_words = lru_cache(maxsize=256)(_words)


def folded_text(text: str) -> str:
    """The words of `text` without accents, in ASCII: `folded_text("57-NQ/TW, Hòa") == "57 nq tw hoa"`."""
    return " ".join(filter(None, map(_FOLDED.__getitem__, text.split())))


def folded_words(text: str) -> list[str]:
    """As `folded_text`, word by word."""
    return folded_text(text).split()


def accented_words(text: str, all_words: bool = False) -> list[str]:
    """The words of `text` that bear accents, each once, coded: `accented_words("Tổ Hòa Hoà") == ["þhtox", "þghoa"]`.

    With `all_words`, those without accents, too.
    """
    codes = _CODES if all_words else _ACCENTED
    # A text has each chunk many times over: what is the same chunk codes the same words.
    return list(dict.fromkeys(chain.from_iterable(map(codes.__getitem__, dict.fromkeys(text.split())))))


def _folded(chunk: str) -> str:
    return " ".join(_in_ascii(word)[:LONGEST_WORD] for word in _WORD.findall(fold(chunk)))


def _codes(chunk: str) -> tuple[str, ...]:
    return tuple(code for code, _ in _coded_words(chunk) if code)


def _accented(chunk: str) -> tuple[str, ...]:
    return tuple(code for code, accented in _coded_words(chunk) if code and accented)


def _coded_words(chunk: str) -> Iterator[tuple[str, bool]]:
    return map(_coded, _WORD.findall(unicodedata.normalize("NFC", chunk).lower()))


class _Remembered(dict[str, _Form]):
    """What the chunks of texts come to: texts repeat a few thousand words, and are many.

    A dictionary, since asking it costs a tenth of a call. What is longer than any word is not worth keeping; it begins
    anew when it is full.
    """

    def __init__(self, form: Callable[[str], _Form]) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, chunk: str) -> _Form:
        found = self._form(chunk)
        if len(chunk) <= LONGEST_WORD:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[chunk] = found
        return found


def _in_ascii(word: str) -> str:
    if word.isascii():
        return word
    return MARK + "".join(c if c.isascii() else f"{ord(c):04x}" for c in word)


def _coded(word: str) -> tuple[str, bool]:
    """A word as accented, tone first, so that what is typed of it is a beginning, and whether it bears accents.

    `_coded("trọng") == ("þntrong", True)`; no code where letters are not of the Vietnamese alphabet.
    """
    tone, letters = "", []
    for char in unicodedata.normalize("NFD", name_key(word)):
        if char in _TONES:
            tone = _TONES[char]
        elif char in _SHAPES:
            letters.append(_SHAPES[char])
        elif char == "đ":
            letters.append("dd")
        elif char.isascii():
            letters.append(char)
        else:
            return "", False
    coded = "".join(letters)
    return f"{MARK}{tone or _LEVEL}{coded}"[:LONGEST_WORD], bool(tone) or coded != word


_FOLDED = _Remembered(_folded)
_CODES = _Remembered(_codes)
_ACCENTED = _Remembered(_accented)


@dataclass(frozen=True)
class Term:
    """Words that stand side by side; the last may go on unless it is `whole`."""

    words: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True)
class Query:
    """What is asked of the index: of each clause at least one term.

    `clauses` finds, accents or none; `spellings` are what was typed, coded, for which better rows have a place: all its
    words, and only those that bear accents. Nobody who types without accents means those without.
    """

    clauses: tuple[tuple[Term, ...], ...] = ()
    spellings: tuple[tuple[Term, ...], ...] = ()
    cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.clauses)

    @property
    def adjacent(self) -> Term:
        """All words of the query side by side, in their order."""
        return Term(tuple(word for clause in self.clauses for word in clause[0].words))


def parse(typed: str) -> Query:
    """What a reader means who types `typed`: every word, or begin of a word; words in quotation marks side by side.

    Nothing in it is an operator. Without a word the query is false. Words behind the first `MOST_WORDS` are left out.
    """
    parts = re.split(r'["“”„«»]', typed[:10_000])
    quoted = len(parts) > 2
    clauses: list[tuple[Term, ...]] = []
    left = MOST_WORDS
    cut = False
    for number, part in enumerate(parts):
        words = folded_words(part)
        cut |= len(words) > left
        words = words[:left]
        left -= len(words)
        if quoted and number % 2 and number < len(parts) - 1 and words:
            clauses.append((Term(tuple(words)),))
        else:
            clauses += [(Term((word,)),) for word in words]
    return Query(tuple(dict.fromkeys(clauses)), _spellings(typed[:1000]), cut or len(typed) > 10_000)


def _spellings(typed: str) -> tuple[tuple[Term, ...], ...]:
    accented = accented_words(typed)[:MOST_WORDS]
    if not accented:
        return ()
    both = (accented_words(typed, all_words=True)[:MOST_WORDS], accented)
    return tuple(dict.fromkeys(tuple(Term((word,)) for word in words) for words in both))
