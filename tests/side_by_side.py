"""What another connection does meanwhile, in a transaction that stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

from django.db import connections, transaction


@contextmanager
def work_beside(work: Callable[[], object]) -> Iterator[None]:
    """Does work in a thread and a transaction of its own, which is kept open until the end of the block."""
    done, through = Event(), Event()

    def keep() -> None:
        try:
            with transaction.atomic():
                work()
                done.set()
                through.wait(30)
        finally:
            done.set()
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(keep)
        try:
            done.wait(30)
            yield
        finally:
            through.set()
            future.result()
