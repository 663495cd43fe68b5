"""A worker that goes on by itself: after the database was away, and after a text that ended its process."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import signal
import time
from types import FrameType
from typing import Any

from django.db import InterfaceError, OperationalError, connections
from procrastinate import App
from procrastinate.exceptions import ConnectorException

from meetings.loading import limits
from meetings.queueing import open_queue
from meetings.queueing.tasks import WORK

logger = logging.getLogger(__name__)
LONGEST_READING = 120.0  # seconds; real texts take a few hundredths of one
MOST_MEMORY = 2048  # MB; a worker takes 200
AGAIN_AFTER = 2.0  # seconds
_TO_END = (signal.SIGTERM, signal.SIGINT)


def keep_working(*, until_empty: bool) -> None:
    """Works in a process of its own, and begins another when that one ends unasked; SIGTERM and Ctrl-C end both.

    What is under way is finished first. Returns when nothing waits any more, with `until_empty`, or when told to end.
    """
    for alias in connections:
        connection: Any = connections[alias]
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # a process that comes of this one would use the same connections
    told: list[int] = []
    worker: list[multiprocessing.process.BaseProcess] = []

    def end(number: int, frame: FrameType | None) -> None:
        told.append(number)
        if worker and worker[0].is_alive():
            worker[0].terminate()

    former = {number: signal.signal(number, end) for number in _TO_END}
    try:
        while not told:
            process = multiprocessing.get_context("fork").Process(target=_work, args=(until_empty,))
            worker[:] = [process]
            process.start()
            process.join()
            if process.exitcode == 0:
                return
            if not told:
                logger.error("A worker ended (%s); another one begins.", process.exitcode)
                time.sleep(AGAIN_AFTER)
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _work(until_empty: bool) -> None:
    for number in _TO_END:
        signal.signal(number, signal.SIG_DFL)
    limits.end_process_after(LONGEST_READING)
    limits.limit_memory(MOST_MEMORY)
    asyncio.run(work(until_empty=until_empty))


async def work(*, until_empty: bool) -> None:
    """Does what waits, in this process, until it is told to end, or nothing waits; a database may be away meanwhile."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    working: asyncio.Task[None] | None = None

    parent = multiprocessing.parent_process()

    def end() -> None:
        if parent is not None:
            loop.remove_reader(parent.sentinel)
        if working is not None and not ended.is_set():
            working.cancel()
        ended.set()

    for number in _TO_END:
        loop.add_signal_handler(number, end)
    if parent is not None:
        loop.add_reader(parent.sentinel, end)  # it was killed, and begins no other worker
    while not ended.is_set():
        working = asyncio.create_task(_work_once(until_empty))
        try:
            await working
            if until_empty:
                return
        except (ConnectorException, OperationalError, InterfaceError) as error:
            logger.warning("The queue does not answer: %s", " ".join(str(error.__cause__ or error).split()))
        except asyncio.CancelledError:
            return
        await asyncio.sleep(AGAIN_AFTER)


async def _work_once(until_empty: bool) -> None:
    app = await asyncio.to_thread(_opened)
    async with app.open_async():
        await app.run_worker_async(
            queues=[WORK],
            concurrency=1,
            wait=not until_empty,
            delete_jobs="successful",
            install_signal_handlers=False,
        )


def _opened() -> App:
    try:
        return open_queue()
    finally:
        connections.close_all()
