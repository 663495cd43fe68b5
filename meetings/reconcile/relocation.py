"""Evidence after a text has changed: the same words are looked for in the new text; words may be gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def relocate_apart(rows: Sequence[_Row], former: str, text: str) -> list[_Row]:
    """As `relocate`, for rows of which no two may stand at one place: then the later one is without a place.

    It is found again once its words stand at one place more.
    """
    if former == text:
        return []
    moved = relocate(rows, former, text)
    ids = {id(row) for row in moved}
    taken: set[tuple[int, int]] = set()
    waiting: list[Any] = []
    for row in sorted(rows, key=lambda row: id(row) in ids):  # those that stay have their places first
        place: Any = row
        if place.start is None or (place.start, place.end) in taken:
            place.start = place.end = None
            waiting.append(place)
        else:
            taken.add((place.start, place.end))
    for place in waiting:
        size = len(place.quote)
        free = [start for start in _places(place.quote, text) if (start, start + size) not in taken]
        if len(free) == 1:
            place.start, place.end = free[0], free[0] + size
            taken.add((place.start, place.end))
            if id(place) not in ids:
                moved.append(place)
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
