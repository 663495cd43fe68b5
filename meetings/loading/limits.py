"""What one text may take of a worker: time, by which a process that hangs is ended, and memory."""

from __future__ import annotations

import faulthandler
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class _Limit:
    """How long the reading of one text may take, in seconds; without an end where nobody has said."""

    seconds: float | None = None


_limit = _Limit()


def end_process_after(seconds: float) -> None:
    """From now on a reading that takes longer ends the process, which tells where it hung: nothing else could."""
    _limit.seconds = seconds


@contextmanager
def reading() -> Iterator[None]:
    """Around the reading of one text."""
    if _limit.seconds is None:
        yield
        return
    # A pattern that never ends lets no other thread of Python run; this watch is none.
    faulthandler.dump_traceback_later(_limit.seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def limit_memory(megabytes: int) -> None:
    """A text that asks for more is refused it by the system, and fails alone; where the system can (not Windows)."""
    try:
        import resource
    except ImportError:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
