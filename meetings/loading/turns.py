"""Batches of texts in turns: while another loader writes on the provinces of one, the others come first."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from django.db import IntegrityError, OperationalError

from meetings.reconcile.together import BusyError
from meetings.statistics import look_at_grown_tables

logger = logging.getLogger(__name__)
_Text = TypeVar("_Text")
_Done = TypeVar("_Done")
# Texts that are not divided further where another loader is at their provinces: they wait.
_FEW = 12


def in_turns(batches: Sequence[list[_Text]], write: Callable[[list[_Text], bool], Sequence[_Done]]) -> Iterator[_Done]:
    """What became of the texts of batches, as `write` says of one, which is told whether to wait for other loaders.

    Where it need not and one is in its way, it raises `BusyError`. Where none of the batches is free, one is cut, since
    its parts are of fewer provinces. Nothing becomes of a batch that fails for one of its texts.
    """
    waiting = list(batches)
    while waiting:
        busy = []
        for batch in waiting:
            done = _written(write, batch, False)
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
                yield from _written(write, first, True) or ()
        waiting = busy


def _written(
    write: Callable[[list[_Text], bool], Sequence[_Done]], batch: list[_Text], waiting: bool
) -> Sequence[_Done] | None:
    """What became of a batch; None where another loader is in its way."""
    try:
        return write(batch, waiting)
    except BusyError:
        return None
    except (IntegrityError, OperationalError) as error:  # where the database is away, the next one says so
        logger.info("%d texts are loaded one by one: %s", len(batch), str(error).splitlines()[0])
    except Exception:
        logger.exception("%d texts cannot be loaded together; they are loaded one by one", len(batch))
    return []
