"""Where a phrase stands in a text, however its case, accents, dashes and quotes are typed."""

from __future__ import annotations

import re
import unicodedata

from meetings.extraction.document import Document, settle
from meetings.extraction.spans import Span, matchable

_SIGN = re.compile(r"""\s*-\s*|["']|\s+""")


def find_phrase(document: Document, phrase: str) -> tuple[Span, ...]:
    """Every place where `phrase` stands as whole words, in order; none for an empty phrase.

    Case, the placement of tone marks and the styles of spaces, dashes and quotes never matter. Accents do; only where
    the phrase stands nowhere as it was typed, they are forgiven: "so y te" finds "Sở Y tế".
    """
    typed = matchable(settle(phrase)).strip()
    if not typed:
        return ()
    return _places(small(document.plain), small(typed)) or _places(bare(document.plain), bare(typed))


def small(text: str) -> str:
    """`text` in small letters, as long as before: a letter whose small form is longer stays."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def bare(text: str) -> str:
    """`text` in small letters without accents, as long as before: "Đường" is "duong"."""
    return "".join(map(_base, small(text)))


def _base(char: str) -> str:
    return "d" if char == "đ" else unicodedata.normalize("NFD", char)[0]


def _places(text: str, typed: str) -> tuple[Span, ...]:
    words, position = "", 0
    for sign in _SIGN.finditer(typed):
        words += re.escape(typed[position : sign.start()]) + _style(sign[0])
        position = sign.end()
    words += re.escape(typed[position:])
    pattern = re.compile(_apart(typed[0], "(?<!{})") + words + _apart(typed[-1], "(?!{})"))
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


def _style(sign: str) -> str:
    """A pattern for a dash, a quote or a space in any style."""
    return r"\s*-\s*" if "-" in sign else r"\s+" if sign.isspace() else "[\"']"


def _apart(edge: str, frame: str) -> str:
    """What must not go on past the phrase's first or last character: letters past a letter, digits past a digit."""
    return frame.format(r"[^\W\d_]") if edge.isalpha() else frame.format(r"\d") if edge.isdigit() else ""
