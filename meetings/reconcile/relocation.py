"""Evidence after a text has changed: the same words are looked for in the new text; words may be gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

_Row = TypeVar("_Row")


def relocate(rows: Iterable[_Row], former: str, text: str) -> list[_Row]:
    """Moves the evidence of `rows` from places in `former` to places in `text`; returns the moved ones, unsaved.

    Start and end of words that are gone become None. Words that stand in both as often keep their turn ("the second
    ‹dự họp›"); otherwise the nearest place is taken. Words that were gone are found again where they stand only once.
    """
    moved = []
    for row in rows:
        place: Any = row
        if place.start is None:
            start, shift = _only_place(place.quote, text), None
            if start is None:
                continue
        elif text[place.start : place.end] == place.quote:
            continue
        else:
            start = _new_start(place.start, place.quote, former, text)
            shift = None if start is None else start - place.start
        place.start, place.end = (None, None) if start is None else (start, start + len(place.quote))
        if hasattr(place, "deadline_start"):
            place.deadline_start = _moved(place.deadline_start, shift)
            place.deadline_end = _moved(place.deadline_end, shift)
        moved.append(row)
    return moved


def _moved(offset: int | None, shift: int | None) -> int | None:
    return None if offset is None or shift is None else offset + shift


def _new_start(start: int, words: str, former: str, text: str) -> int | None:
    places = _places(words, text)
    if not places:
        return None
    before = _places(words, former)
    if len(before) == len(places) and start in before:
        return places[before.index(start)]
    return min(places, key=lambda place: abs(place - start))


def _only_place(words: str, text: str) -> int | None:
    places = _places(words, text)
    return places[0] if len(places) == 1 else None


def _places(words: str, text: str) -> list[int]:
    places = []
    place = text.find(words) if words else -1
    while place >= 0:
        places.append(place)
        place = text.find(words, place + 1)
    return places
