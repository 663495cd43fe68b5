"""Another connection holds a row or a table for long: who waits, for how long, and what they are told.

python -m bench.drills.locks
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.archive.texts import write
from bench.drills.editing import Editors
from bench.drills.servers import manage, primary, served, status

_HELD = {
    "rows of all officials": "SELECT 1 FROM people_official FOR UPDATE",
    "rows of all agencies": "SELECT 1 FROM people_organization FOR UPDATE",
    "rows of all meetings": "SELECT 1 FROM meetings_meeting FOR UPDATE",
    "the table of officials, to itself": "LOCK TABLE people_official IN ACCESS EXCLUSIVE MODE",
    "the table of tasks, to itself": "LOCK TABLE meetings_directive IN ACCESS EXCLUSIVE MODE",
}
_MORE = 10.0  # seconds that an answer may take beside the waiting


def main(arguments: list[str] | None = None) -> int:
    """Prints what was seen for each lock; 1 where somebody waited too long, or something was lost."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.locks", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30, help="for which each lock is held")
    options = parser.parse_args(arguments)
    wrong = _on_postgresql(options.seconds) + _on_sqlite(options.seconds)
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


def _on_postgresql(seconds: float) -> int:
    wrong, server = 0, primary()
    environment = {"DATABASE_URL": server.url}
    site = served(environment, workers=1)
    try:
        for number, (what, statement) in enumerate(_HELD.items()):
            folder = _texts(number)
            with Editors(site.address, environment, 1) as editors:
                with _held(server.url, statement):
                    told: list[tuple[int, str]] = []
                    loading = threading.Thread(target=_load_apart, args=(environment, folder, told))
                    begun = time.monotonic()
                    loading.start()
                    codes, slowest = _read(site.address, begun + seconds)
                loading.join()
                took = time.monotonic() - begun
                time.sleep(2)
            print(f"{what}: pages {codes}, {slowest:.1f} s the slowest; loading {took:.0f} s, exit code {told[0][0]}")
            wrong += editors.check() + told[0][0] + (slowest > 20 + _MORE) + (not set(codes) <= {200, 503})
            wrong += not editors.saves.answered
    finally:
        site.stop()
        server.stop()
    return wrong


def _on_sqlite(seconds: float) -> int:
    file = Path(tempfile.mkdtemp(prefix="viectinh-locks-")) / "one.sqlite3"
    environment, folder = {"DATABASE_URL": f"sqlite:///{file}"}, _texts(99)
    manage(environment, "migrate", "--verbosity", "0")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    begun = time.monotonic()
    first = _load(environment, folder)
    took = time.monotonic() - begun
    time.sleep(max(0.0, seconds - took))
    other.execute("ROLLBACK")
    other.close()
    again = _load(environment, folder)
    print(f"SQLite, written to by another: exit code {first[0]} after {took:.0f} s, then {again[0]}")
    print(f"  {first[1].splitlines()[-1] if first[1] else ''}")
    return (first[0] != 1) + ("locked" not in first[1]) + ("Traceback" in first[1]) + again[0]


def _texts(seed: int) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="viectinh-texts-")) / "texts"
    write(folder, 10, seed + 50)
    return folder


def _load(environment: dict[str, str], folder: Path) -> tuple[int, str]:
    ran = manage(environment, "load_articles", str(folder), "--reread", "--no-progress", "--language=en", check=False)
    return ran.returncode, ran.stderr.strip()


def _load_apart(environment: dict[str, str], folder: Path, told: list[tuple[int, str]]) -> None:
    told.append(_load(environment, folder))


@contextmanager
def _held(url: str, statement: str) -> Iterator[None]:
    with psycopg.connect(url) as connection:
        connection.execute(statement)
        yield
        connection.rollback()


def _read(address: str, until: float) -> tuple[dict[int, int], float]:
    codes: dict[int, int] = {}
    slowest = 0.0
    while time.monotonic() < until:
        for page in ("/can-bo/", "/co-quan/", "/nhiem-vu/", "/cuoc-hop/"):
            code, seconds, _ = status(f"{address}{page}?n={time.monotonic_ns()}", 60)
            codes[code] = codes.get(code, 0) + 1
            slowest = max(slowest, seconds)
        time.sleep(0.2)
    return codes, slowest


if __name__ == "__main__":
    sys.exit(main())
