"""Batches of work in several processes, each with a connection of its own; few batches are under way at a time."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing import forkserver
from typing import TypeVar

from django.conf import settings
from django.db import connection
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from meetings.beginning import begin
from people.call_stack import in_one_piece

# From so many texts on, starting processes costs less than they save.
_WORTH = 500
JOBS = "processes to read with (default: all processors for a large archive on PostgreSQL, else 1)"
# Batches that wait for each process, so that none is idle while the next ones are looked for.
_WAITING = 2

_Batch = TypeVar("_Batch")
_Done = TypeVar("_Done")


def in_processes(
    work: Callable[[_Batch], list[_Done]], batches: Iterable[_Batch], jobs: int, *, in_order: bool = False
) -> Iterator[list[_Done]]:
    """What came of each batch, as they are done or `in_order`. Raises `BrokenProcessPool` where a process is killed.

    `work` can be named: a function of a module, or a part of one. What a killed process was at is undone by the
    database, and done by the next run.
    """
    context = _context()
    name, language = connection.settings_dict["NAME"], get_language() or settings.LANGUAGE_CODE
    with ProcessPoolExecutor(jobs, context, begin, (name, language)) as pool:
        rest = iter(batches)
        under_way: list[Future[list[_Done]]] = []
        while True:
            room = jobs * _WAITING - len(under_way)
            under_way += [pool.submit(_do, work, batch) for batch in islice(rest, room)]
            if not under_way:
                return
            done, _rest = wait(under_way[:1] if in_order else under_way, return_when=FIRST_COMPLETED)
            under_way = [future for future in under_way if future not in done]
            for future in done:
                yield future.result()


@in_one_piece
def _do(work: Callable[[_Batch], list[_Done]], batch: _Batch) -> list[_Done]:
    return work(batch)


def _context() -> multiprocessing.context.BaseContext:
    """Processes copied from one that is set up and does nothing else; where there is no such thing, made anew.

    They are never copied from this one: its connections and threads are nothing to share. What is made anew takes two
    seconds of processor time for each process.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["meetings.prepared"])
    return context


def begin_early(jobs: int) -> None:
    """Begins with what processes need before they can read, where there will be several; `in_processes` goes on."""
    if jobs > 1 and _context().get_start_method() == "forkserver":
        forkserver.ensure_running()


def processes_for(texts: int) -> int:
    """How many processes read so many texts best: several may write to PostgreSQL at a time."""
    return os.cpu_count() or 1 if texts >= _WORTH and connection.vendor == "postgresql" else 1


def one_was_ended() -> str:
    """What is said where a process was killed, in the reader's language."""
    return _("One of the processes was ended from outside. Run the command again: it goes on from here.")
