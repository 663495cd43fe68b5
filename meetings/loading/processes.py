"""Batches of texts in several processes, each with a connection of its own; few batches are under way at a time."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice

from django.conf import settings
from django.db import connection
from django.utils.translation import get_language

from meetings.beginning import begin
from meetings.loading.batches import Done, load_batch
from meetings.loading.files import Source

# Batches that wait for each process, so that none is idle while files are looked for.
_WAITING = 2


def in_processes(batches: Iterable[Sequence[Source]], jobs: int, *, reread: bool) -> Iterator[Done]:
    """What became of each text, batch by batch as they are done. Raises `BrokenProcessPool` where a process is killed.

    What a killed process was at is undone by the database, and loaded by the next run.
    """
    # Made anew, not copied from this process: connections and threads are nothing to share.
    context = multiprocessing.get_context("spawn")
    name, language = connection.settings_dict["NAME"], get_language() or settings.LANGUAGE_CODE
    with ProcessPoolExecutor(jobs, context, begin, (name, language)) as pool:
        rest = iter(batches)
        under_way: set[Future[list[Done]]] = set()
        while True:
            room = jobs * _WAITING - len(under_way)
            under_way |= {pool.submit(_load, batch, reread) for batch in islice(rest, room)}
            if not under_way:
                return
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()


def _load(batch: Sequence[Source], reread: bool) -> list[Done]:
    return list(load_batch(batch, reread=reread))
