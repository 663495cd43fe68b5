"""The words that are indexed and asked for: ASCII only, so that every database divides them alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from people.names import fold, name_key

# Begins the words that no reader can type: a word with its accents, or with letters that are not Latin.
MARK = "þ"
LONGEST_WORD = 60
LONGEST_TEXT = 250_000  # characters; PostgreSQL refuses a text whose words take more than 1 MB
MOST_WORDS = 16  # of a query
_WORD = re.compile(r"[^\W_]+")
# Letters that are no hexadecimal digits, so that an accent is never taken for a letter's number.
_TONES = {"\u0300": "g", "\u0301": "k", "\u0309": "h", "\u0303": "t", "\u0323": "n"}
_SHAPES = {"\u0302": "x", "\u0306": "w", "\u031b": "z"}  # circumflex, breve, horn


def index_text(text: str) -> str:
    """What is stored to find `text` by: its folded words in order, then each word with accents once, coded.

    Cut to what every database can index.
    """
    folded = " ".join(folded_words(text))[:LONGEST_TEXT]
    return f"{folded} {' '.join(accented_words(text))[: LONGEST_TEXT // 4]}".strip()


def folded_words(text: str) -> list[str]:
    """The words of `text` without accents, in ASCII: `folded_words("57-NQ/TW, Hòa") == ["57", "nq", "tw", "hoa"]`."""
    return [_in_ascii(word)[:LONGEST_WORD] for word in _WORD.findall(fold(text))]


def accented_words(text: str) -> list[str]:
    """The words of `text` that bear accents, each once, coded: `accented_words("Tổ Hòa Hoà") == ["þhtox", "þghoa"]`."""
    words = dict.fromkeys(_WORD.findall(unicodedata.normalize("NFC", text).lower()))
    return list(dict.fromkeys(filter(None, map(_accented, words))))


def _in_ascii(word: str) -> str:
    if word.isascii():
        return word
    return MARK + "".join(c if c.isascii() else f"{ord(c):04x}" for c in word)


def _accented(word: str) -> str:
    """A word with its accents, tone first, so that what is typed of it is a beginning: `"trọng" → "þntrong"`."""
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
            return ""
    coded = "".join(letters)
    return f"{MARK}{tone or 'l'}{coded}"[:LONGEST_WORD] if tone or coded != word else ""


@dataclass(frozen=True)
class Term:
    """Words that stand side by side; the last may go on unless it is `whole`."""

    words: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True)
class Query:
    """What is asked of the index: of each clause at least one term.

    `clauses` finds, accents or none; `accents` holds the accents that were typed, for which better rows have a place.
    """

    clauses: tuple[tuple[Term, ...], ...] = ()
    accents: tuple[Term, ...] = ()
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
    accents = tuple(Term((word,)) for word in accented_words(typed[:1000])[:MOST_WORDS])
    return Query(tuple(dict.fromkeys(clauses)), accents, cut or len(typed) > 10_000)
