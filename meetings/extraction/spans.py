"""Spans of a document's text, and the same-length copy of it that rules match against."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, Protocol, TypeVar

_SPACES = dict.fromkeys(
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
)
_SIGNS = dict.fromkeys("’‘ʼ′`´", "'") | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("–—‒−‐‑", "-")
_SAME_LENGTH = _SPACES | _SIGNS

# hoá → hóa, uỷ → ủy: only where the vowel pair ends the syllable, and never in "quý", whose u belongs to the q.
_FINAL_TONE = re.compile(r"[oOuU](?:(?<=[oO])[áàảãạÁÀẢÃẠéèẻẽẹÉÈẺẼẸ]|(?<=[uU])[ýỳỷỹỵÝỲỶỸỴ])(?<![qQ]..)(?![^\W\d_])")
_TONES = {
    "acute": ("áéýÁÉÝ", "óúÓÚ"),
    "grave": ("àèỳÀÈỲ", "òùÒÙ"),
    "hook": ("ảẻỷẢẺỶ", "ỏủỎỦ"),
    "tilde": ("ãẽỹÃẼỸ", "õũÕŨ"),
    "dot": ("ạẹỵẠẸỴ", "ọụỌỤ"),
}
_BARE = dict(zip("áàảãạéèẻẽẹýỳỷỹỵÁÀẢÃẠÉÈẺẼẸÝỲỶỸỴ", "aaaaaeeeeeyyyyyAAAAAEEEEEYYYYY", strict=True))
_CARRIER = {
    (first, toned): marked["ouOU".index(first)]
    for toned_letters, marked in _TONES.values()
    for toned in toned_letters
    for first in "ouOU"
}


class Span(NamedTuple):
    """Half-open range `[start, end)` of characters of a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


# A span of its two ends in a tuple, such as a match's, in half the time that Span's own constructor takes.
span_of: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


_P = TypeVar("_P", bound=Placed)


def within(items: Sequence[_P], span: Span) -> list[_P]:
    """Those of `items`, which must be in the order of the text, that stand wholly inside `span`."""
    found: list[_P] = []
    for at in range(bisect_left(items, span.start, key=_start), len(items)):
        if items[at].span.start >= span.end:
            break
        if items[at].span.end <= span.end:
            found.append(items[at])
    return found


def _start(item: Placed) -> int:
    return item.span.start


def _move_tone(match: re.Match[str]) -> str:
    first, toned = match[0][0], match[0][1]
    return _CARRIER[first, toned] + _BARE[toned]


def matchable(text: str) -> str:
    """A copy of equal length for matching: plain spaces, quotes and dashes, one placement of tone marks.

    Case and line feeds stay. Offsets found in the copy hold for `text` itself, so no map is needed:
    `matchable("Uỷ ban – “A”") == 'Ủy ban - "A"'`.
    """
    for sign, plain in _SAME_LENGTH.items():  # a text has two or three: a table for each letter costs far more
        if sign in text:
            text = text.replace(sign, plain)
    return _FINAL_TONE.sub(_move_tone, text)
