"""Workers of the queue, begun again when they are gone, as a service manager does; and what waits for them."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from bench.drills.servers import ROOT, SETTINGS, children, kill
from tests.postgres import end_with_parent

_OURS = "queue_name = 'work' AND task_name <> 'pick_up'"
_WORKER = ("manage.py", "worker")


class Workers:
    """`number` processes of `./run worker` for the database of an environment; `begun` counts how many there were."""

    def __init__(self, environment: dict[str, str], number: int = 2, command: tuple[str, ...] = _WORKER) -> None:
        self.environment = {**os.environ, **SETTINGS, **environment}
        self.begun = 0
        self.log = Path(tempfile.mkdtemp(prefix="viectinh-workers-")) / "log"
        self._processes: list[subprocess.Popen[bytes]] = []
        self._ended = threading.Event()
        self._number, self._command = number, command
        self._keeper = threading.Thread(target=self._keep, daemon=True)

    def __enter__(self) -> Workers:
        self._keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._keeper.join()
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()

    def kill_one(self, chance: random.Random) -> None:
        """Ends one of the processes at once, as `kill -9` does: one that works, or one that looks after it."""
        alive = [process.pid for process in self._processes if process.poll() is None]
        alive += [child for pid in alive for child in children(pid)]
        if alive:
            kill(chance.choice(alive))

    def _keep(self) -> None:
        while not self._ended.wait(0.2):
            self._processes = [process for process in self._processes if process.poll() is None]
            while len(self._processes) < self._number:
                self._processes.append(self._begin())

    def _begin(self) -> subprocess.Popen[bytes]:
        self.begun += 1
        with self.log.open("ab") as log:
            command = [sys.executable, *self._command]
            return subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, preexec_fn=end_with_parent
            )


def waiting(url: str, status: str = "") -> int:
    """How many jobs wait or are under way, or are of the `status` given; -1 where the database does not answer."""
    condition = "status = %s" if status else "status IN ('todo', 'doing') AND %s = ''"
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            row = connection.execute(
                f"SELECT count(*) FROM queue.procrastinate_jobs WHERE {_OURS} AND {condition}", [status]
            ).fetchone()
    except psycopg.Error:
        return -1
    return int(row[0]) if row else -1


def until_empty(url: str, seconds: float) -> Iterator[int]:
    """Looks now and then how much waits, until that is nothing; raises `TimeoutError` after so many seconds."""
    until = time.monotonic() + seconds
    while left := waiting(url):
        yield left
        if time.monotonic() > until:
            raise TimeoutError(f"{left} jobs still wait after {seconds:.0f} s")
        time.sleep(0.5)
