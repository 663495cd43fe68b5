"""Texts with their directives drawn in: `⟦words⟧{assigner: agency! / agency+}`, `!` leading, `+` coordinating.

`{assigner: agency | trước ngày 5/6}` tells the deadline too. `{?}` marks words that a reader could take either way; what is not marked is no directive.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_MARKS = re.compile(r"(?P<open>⟦)|⟧\{(?P<reading>[^}]*)\}|[^⟦⟧]+")
SIGNS = {"lead": "!", "coordinate": "+", "assignee": ""}


class Drawing(NamedTuple):
    """A text without its marks, and what they say of the spans they enclosed."""

    name: str
    text: str
    readings: dict[tuple[int, int], str]


def undraw(name: str, marked: str) -> Drawing:
    """`marked` taken apart into the text and its readings by span."""
    text, start = "", 0
    readings: dict[tuple[int, int], str] = {}
    for mark in _MARKS.finditer(marked):
        if mark["open"]:
            start = len(text)
        elif mark["reading"] is not None:
            readings[start, len(text)] = mark["reading"]
        else:
            text += mark[0]
    return Drawing(name, text, readings)


def drawings() -> list[Drawing]:
    """All texts of this folder."""
    return [undraw(path.stem, path.read_text(encoding="utf-8")) for path in sorted(Path(__file__).parent.glob("*.txt"))]


def passages() -> list[Drawing]:
    """The passages of `passages/`: in each file an opening, which stands before each of them, and a line between."""
    found = []
    for path in sorted(Path(__file__).parent.glob("passages/*.txt")):
        opening, *rest = path.read_text(encoding="utf-8").split("* * *\n")
        found += [undraw(f"{path.stem}-{i}", opening + passage.rstrip("\n")) for i, passage in enumerate(rest, 1)]
    return found
