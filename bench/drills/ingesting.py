"""Texts that workers load while something is broken, and what a database holds that was filled in peace."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.archive.texts import write
from bench.drills.holdings import NAMESAKES, holdings
from bench.drills.servers import Server, database, manage
from bench.drills.workers import Workers, until_empty, waiting

_LONGEST = 1800.0  # seconds for all to be loaded
EMPTY, PEACEFUL = "prepared", "in_peace"


@dataclass
class Ingest:
    """Made-up texts, and the rows that they make."""

    server: Server
    texts: int
    folder: Path
    expected: Counter[str]

    def broken(self, name: str, breaking: Callable[[str, Workers], None]) -> int:
        """Loads all texts into a new database while `breaking` is called, again and again; how many rows are wrong."""
        url = database(self.server, name, EMPTY)
        manage({"DATABASE_URL": url}, "load_articles", str(self.folder), "--queue", "--no-progress")
        with Workers({"DATABASE_URL": url}) as workers:
            for _left in until_empty(url, _LONGEST):
                breaking(url, workers)
            print(f"  all loaded; {workers.begun} workers were begun", flush=True)
        return self.compare(url)

    def compare(self, url: str) -> int:
        """How many rows are there that should not be, or are not there that should; says so."""
        found = holdings({"DATABASE_URL": url})
        print(f"  {_namesakes(found)}")
        lost, more = self.expected - found, found - self.expected
        failed = waiting(url, "failed")
        told = manage({"DATABASE_URL": url}, "worker", "--failed").stdout.strip()
        print(
            f"  {found.total():,} rows, {lost.total()} lost, {more.total()} too many; {failed} jobs failed", flush=True
        )
        for what, rows in (("lost", lost), ("too many", more)):
            for row in list(rows)[:5]:
                print(f"    {what}: {row[:300]}")
        if told:
            print(told)
        return lost.total() + more.total() + max(0, failed) + len(told.splitlines())


def ingest(server: Server, texts: int) -> Ingest:
    """Makes the texts, and loads them in peace by two workers."""
    folder = Path(tempfile.mkdtemp(prefix="viectinh-texts-")) / "texts"
    write(folder, texts)
    manage({"DATABASE_URL": database(server, EMPTY)}, "migrate", "--verbosity", "0")
    made = Ingest(server, texts, folder, Counter())
    url = database(server, PEACEFUL, EMPTY)
    manage({"DATABASE_URL": url}, "load_articles", str(folder), "--queue", "--no-progress")
    with Workers({"DATABASE_URL": url}):
        for _left in until_empty(url, _LONGEST):
            pass
    made.expected = holdings({"DATABASE_URL": url})
    namesakes = _namesakes(made.expected)
    print(f"in peace: {texts:,} texts, {made.expected.total():,} rows; {namesakes}", flush=True)
    return made


def _namesakes(rows: Counter[str]) -> str:
    """Takes the line that tells of them out of the rows."""
    line = next(row for row in rows if row.startswith(NAMESAKES))
    del rows[line]
    return line
