"""How many long answers a process gives at once: whoever reads one slowly must not keep the pages from all others."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from http import HTTPStatus

from django.http import HttpResponse
from django.utils.translation import gettext as _

from opendata.problems import problem

AT_ONCE = 2  # of the eight threads of a process; as many more may wait
SECONDS = 20  # until it is worth asking again


class Turns:
    """So many turns at once, for the threads of one process. As many threads wait for one, `patience` seconds each."""

    def __init__(self, at_once: int = AT_ONCE, patience: float = 0) -> None:
        self._free, self._seats = threading.BoundedSemaphore(at_once), threading.BoundedSemaphore(at_once)
        self._patience = patience

    def take(self) -> Turn | None:
        """A turn, None where all are taken."""
        return Turn(self._free) if self._free.acquire(blocking=False) or self._waited() else None

    def _waited(self) -> bool:
        if not self._patience or not self._seats.acquire(blocking=False):
            return False
        try:
            return self._free.acquire(timeout=self._patience)
        finally:
            self._seats.release()


class Turn:
    """A turn that somebody has; it ends once, whoever ends it."""

    def __init__(self, free: threading.BoundedSemaphore) -> None:
        self._free: threading.BoundedSemaphore | None = free

    def end(self) -> None:
        """Lets the next one in."""
        free, self._free = self._free, None
        if free is not None:
            free.release()


class During:
    """The parts of a streamed answer, while which a turn is held: it ends with them, or when the answer is closed.

    A server closes every answer, also one that nobody reads to its end, or at all.
    """

    def __init__(self, turn: Turn, parts: Iterable[bytes]) -> None:
        self._turn, self._parts = turn, iter(parts)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            return next(self._parts)
        except BaseException:
            self._turn.end()
            raise

    def close(self) -> None:
        """Ends the turn, and what makes the parts."""
        self._turn.end()
        if (close := getattr(self._parts, "close", None)) is not None:
            close()


def come_back() -> HttpResponse:
    """503 with `Retry-After`, where all turns are taken."""
    told = _("Other files are being made; ask again in %(n)s seconds.") % {"n": SECONDS}
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, told, headers={"Retry-After": str(SECONDS)})
