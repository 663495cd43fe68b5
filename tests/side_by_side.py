"""What another connection does meanwhile, in a transaction that stays open."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Thread

from django.db import connection, connections, transaction


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


def wait_until_it_waits(thread: Thread) -> None:
    """Until another connection waits for a lock, or the thread has ended without."""
    asked = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    for _ in range(600):
        with connection.cursor() as cursor:
            cursor.execute(asked)
            if cursor.fetchone()[0] or not thread.is_alive():
                return
        time.sleep(0.05)
    raise AssertionError("the thread neither waits nor ends")
