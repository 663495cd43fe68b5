"""Readings that several rules ask for: made once, kept while their text is read, and forgotten with it.

What is read from a phrase alone is kept longer, up to a bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

_P = ParamSpec("_P")
_T = TypeVar("_T")

_MOST = 4096  # readings that one function keeps; more let the oldest go
_LETS_GO: list[Callable[[], None]] = []
_READERS = [0]  # who asks for one text at present, each within the other


def remembered(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """`read`, which is asked only once for the same arguments; they must be hashable, the answer never be changed.

    For functions of a text: a string knows its own hash, so asking again costs little however long it is.
    """
    kept = lru_cache(maxsize=_MOST)(read)
    _LETS_GO.append(kept.cache_clear)
    return cast("Callable[_P, _T]", kept)


def forget() -> None:
    """Lets go of all that is remembered, and so of the text that was read."""
    if not _READERS[0]:
        for let_go in _LETS_GO:
            let_go()


@contextmanager
def reading_once() -> Iterator[None]:
    """Around several questions about one text: what is remembered of it is forgotten at the end of the block."""
    _READERS[0] += 1
    try:
        yield
    finally:
        _READERS[0] -= 1
        forget()


def when_forgotten(let_go: Callable[[], None]) -> None:
    """Has `let_go` called where the readings of a text are forgotten."""
    _LETS_GO.append(let_go)


def recalled(read: Callable[_P, _T]) -> Callable[_P, _T]:
    """`read`, whose answers are kept from text to text; its arguments must be short, its answer hold nothing of a text.

    For functions of a phrase: offices, agencies and words recur through an archive, sentences do not.
    """
    return cast("Callable[_P, _T]", lru_cache(maxsize=_MOST)(read))
