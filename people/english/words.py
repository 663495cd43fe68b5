"""Vietnamese phrases as words: short forms written out, names without marks, and how to tell that a text has any."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from people.english.tables import rows
from people.names import name_key

Words = tuple[str, ...]

LONGEST = 48  # words of a phrase that is looked at; a longer one is a sentence

MARKED = "[À-ÖØ-öø-ɏ\u0300-\u036fẠ-ỹ]"  # a letter that English does not write
_MARKED = re.compile(MARKED)
_PIECE = re.compile(r"[,;]|[^\s,;]+")
_DASH_INSIDE = re.compile(r"(?<=\w)[-–](?=\w)")
_D = str.maketrans("đĐ", "dD")


def has_marks(text: str) -> bool:
    """Whether some letter is one that English does not write."""
    return bool(_MARKED.search(text))


def romanised(text: str) -> str:
    """A name as English texts write it: `romanised("Bình Định") == "Binh Dinh"`."""
    decomposed = unicodedata.normalize("NFD", text.translate(_D))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """A word for comparing, whatever its case and the place of its tone mark."""
    return name_key(word)


def key_of(words: Words) -> str:
    """The words as one key of identity."""
    return " ".join(key(word) for word in words)


def split(text: str) -> Words:
    """The words of a phrase, commas and dashes among them, short forms written out."""
    written: list[str] = []
    for piece in _PIECE.findall(unicodedata.normalize("NFC", text).replace("–", "-")):
        if piece in _SHORT:
            written += _SHORT[piece]
        else:
            written += _DASH_INSIDE.sub(" - ", piece).split()
        if len(written) > LONGEST:
            break
    return tuple(written)


def listed(names: list[str]) -> str:
    """`listed(["Culture", "Sports", "Tourism"]) == "Culture, Sports and Tourism"`."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def parts(words: Words) -> list[Words]:
    """The phrase cut at each comma, dash and "và"."""
    cut: list[list[str]] = [[]]
    for word in words:
        if key(word) in SEPARATORS:
            cut.append([])
        else:
            cut[-1].append(word)
    return [tuple(part) for part in cut if part]


SEPARATORS = frozenset(key(word) for word in (",", ";", "-", "và", "&", "/"))
_SHORT: dict[str, Words] = {row["short"]: tuple(_PIECE.findall(row["words"])) for row in rows("abbreviations")}
