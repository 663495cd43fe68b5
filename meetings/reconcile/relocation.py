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
            _move_deadline(place, shift, former, text)
        moved.append(row)
    return moved


def relocate_places(rows: Iterable[_Row], former: str, text: str) -> list[_Row]:
    """As `relocate`, for rows that have a place and no quote of their own; words that are gone leave no place."""
    if former == text:
        return []
    moved = []
    for row in rows:
        place: Any = row
        if place.start is None or text[place.start : place.end] == former[place.start : place.end]:
            continue
        words = former[place.start : place.end]
        start = _new_start(place.start, words, former, text)
        place.start, place.end = (None, None) if start is None else (start, start + len(words))
        moved.append(row)
    return moved


def _move_deadline(place: Any, shift: int | None, former: str, text: str) -> None:
    """Moves the words of a deadline along with those of the task, if they still stand there."""
    if place.deadline_start is None:
        return
    words = former[place.deadline_start : place.deadline_end]
    start = None if shift is None else place.deadline_start + shift
    if start is None or start < 0 or text[start : start + len(words)] != words:
        place.deadline_start = place.deadline_end = None
    else:
        place.deadline_start, place.deadline_end = start, start + len(words)


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
