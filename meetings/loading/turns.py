"""Batches of texts in turns: while another loader writes on the provinces of one, the others come first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from meetings.statistics import look_at_grown_tables

_Text = TypeVar("_Text")
_Done = TypeVar("_Done")
# Texts that are not divided further where another loader is at their provinces: they wait.
_FEW = 12


def in_turns(
    batches: Sequence[list[_Text]], write: Callable[[list[_Text], bool], Sequence[_Done] | None]
) -> Iterator[_Done]:
    """What became of the texts of batches, as `write` says of one, which is told whether to wait for other loaders.

    Where it need not and one is in its way, it gives None. Where none of the batches is free, one is cut, since its
    parts are of fewer provinces.
    """
    waiting = list(batches)
    while waiting:
        busy = []
        for batch in waiting:
            done = write(batch, False)
            if done is None:
                busy.append(batch)
            else:
                yield from done
                look_at_grown_tables()
        if len(busy) == len(waiting):
            first = busy.pop(0)
            if len(first) > _FEW:
                busy[:0] = [first[: len(first) // 2], first[len(first) // 2 :]]
            else:
                yield from write(first, True) or ()
        waiting = busy
