"""A text with what was read from it drawn under its lines, as wide as the terminal."""

from __future__ import annotations

import textwrap
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence

from meetings.extraction.readings import SIGNS, Reading
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span

COLOURS = {"name": 36, "role": 34, "act": 35, "order": 33, "due": 31, "figure": 32, "law": 94, "decision": 95,
           "line": 90, "verdict": 93, "phrase": 93}  # fmt: skip
_MARGIN = 2
_ROOM = 40  # narrower than this a label would be wrapped too often


@dataclass(frozen=True, slots=True)
class Page:
    """How wide to draw, in columns, and whether to colour."""

    width: int
    colour: bool

    def paint(self, kind: str, words: str) -> str:
        """`words` in the colour of `kind`, where colours are wanted."""
        return f"\x1b[{COLOURS[kind]}m{words}\x1b[0m" if self.colour else words

    def fill(self, words: str, indent: str = "", hang: str = "   ") -> Iterator[str]:
        """`words` in lines no wider than the page; all but the first are indented by `hang` more."""
        clean = "".join(char if char.isprintable() else " " for char in words)
        yield from textwrap.wrap(clean, self.width, initial_indent=indent, subsequent_indent=indent + hang)


def draw(text: str, found: Sequence[Reading], page: Page, within: Span | None = None) -> Iterator[str]:
    """The lines of `text`, wrapped; under each the readings in it, underlined and named with their rule.

    `within` chooses a part of the text. A reading that goes on over several lines is underlined in all of them and
    named under the first.
    """
    coming = deque(sorted(found, key=lambda reading: reading.span.start))
    here: list[Reading] = []
    for start, end in _wrapped(text, within or Span(0, len(text)), page.width - _MARGIN):
        yield (" " * _MARGIN + printable(text[start:end])).rstrip()
        here = [reading for reading in here if reading.span.end > start]
        while coming and coming[0].span.start < end:
            reading = coming.popleft()
            here += [reading] if reading.span.end > start else []
        if not text[start:end].strip():
            continue
        for lane in _lanes([reading for reading in here if reading.kind in SIGNS]):
            yield from _underline(text, start, end, lane, page)
        for reading in here:
            if reading.span.start >= start and reading.label:
                column = _MARGIN + _columns(text[start : reading.span.start])
                yield from _label(reading, column, page)


def _wrapped(text: str, within: Span, width: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line as it is shown, broken at spaces; blank lines in a row count as one."""
    offset, blank = within.start, True
    for line in within.of(text).split("\n"):
        start = offset
        offset += len(line) + 1
        if not line.strip():
            if not blank:
                yield start, start
            blank = True
            continue
        blank = False
        end = start + len(line)
        while start < end:
            cut = min(start + width, end)
            if cut < end and (space := text.rfind(" ", start + 1, cut + 1)) > start:
                cut = space + 1
            yield start, cut
            start = cut


def _lanes(found: Sequence[Reading]) -> list[list[Reading]]:
    """The readings in as few rows as let none overlap another."""
    lanes: list[list[Reading]] = []
    for reading in found:
        for lane in lanes:
            if all(not reading.span.overlaps(other.span) for other in lane):
                lane.append(reading)
                break
        else:
            lanes.append([reading])
    return lanes


def _underline(text: str, start: int, end: int, lane: Sequence[Reading], page: Page) -> Iterator[str]:
    row, column = "", 0
    for reading in lane:
        first, last = max(reading.span.start, start), min(reading.span.end, end)
        at = _MARGIN + _columns(text[start:first])
        signs = SIGNS[reading.kind] * max(1, _columns(text[first:last].rstrip()))
        row += " " * (at - column) + page.paint(reading.kind, signs)
        column = at + len(signs)
    yield row


def _label(reading: Reading, column: int, page: Page) -> Iterator[str]:
    """The name of a reading under its first character: to the right of "└" where there is room, else left of "┘"."""
    name = f"{reading.kind} {reading.label} [{reading.rule}]"
    words = printable(f"{name} {reading.unsure}" if reading.unsure else name)
    right, left = page.width - column - 2, column - _MARGIN - 1
    if right >= min(len(words), _ROOM) or (right >= left and len(words) > left):
        for i, line in enumerate(textwrap.wrap(words, right)):
            yield " " * column + page.paint(reading.kind, ("└ " if i == 0 else "  ") + line)
        return
    lines = textwrap.wrap(words, left)
    widest = max(map(len, lines))
    for i, line in enumerate(lines):
        shown = page.paint(reading.kind, f"{line.ljust(widest)} ┘" if i == 0 else line)
        yield " " * (column - widest - 1) + shown


def _columns(words: str) -> int:
    """How many columns a terminal gives `words`."""
    return sum(_column(char) for char in words)


def _column(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def printable(words: str) -> str:
    """`words` with control characters shown as "·", so that no text can steer the terminal."""
    return "".join(" " if char.isspace() else "·" if unicodedata.category(char)[0] == "C" else char for char in words)
