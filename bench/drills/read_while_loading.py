"""Texts are loaded into an archive that is being read: how long readers wait, and what the web processes hold.

python -m bench.drills.read_while_loading [--database URL] [--texts 2000]   (a copy: the texts are in it afterwards)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.archive.texts import write
from bench.drills.servers import Site, manage
from bench.drills.staleness import archive, readers

_TIMES = 2.0  # as much as before, or _LEAST megabytes more, is what a process may hold while texts are loaded
_LEAST = 250.0


def main(arguments: list[str] | None = None) -> int:
    """Prints both; 1 where an answer was none of 200, or a process grew beyond what lists that follow changes need."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.read_while_loading", description=__doc__)
    parser.add_argument("--database", metavar="URL", help="default: the sample texts on a PostgreSQL of its own")
    parser.add_argument("--texts", type=int, default=2_000)
    parser.add_argument("--readers", type=int, default=2)
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="viectinh-texts-")) / "texts"
    write(folder, options.texts)
    _rename(folder)
    with archive(options.database) as (site, environment):
        before, begun = max(site.memory()), time.monotonic()
        with readers(site.address, options.readers) as read, watched(site) as most:
            manage(environment, "load_articles", "--jobs", "1", "--no-progress", str(folder))
        print(f"{options.texts:,} texts were loaded in {time.monotonic() - begun:.0f} s")
    read.tell()
    print(f"a web process held {before:.0f} MB before, {most[0]:.0f} MB at most")
    return 1 if set(read.codes) != {200} or most[0] > max(before * _TIMES, before + _LEAST) else 0


def _rename(folder: Path) -> None:
    """Gives the texts names that no archive has: those that it knows would be read again, one by one."""
    stamp = time.time_ns()
    for table in folder.rglob("articles.csv"):
        names = table.read_text(encoding="utf-8")
        for text in table.parent.glob("*.txt"):
            names = names.replace(text.name, f"{stamp}-{text.name}")
            text.rename(text.with_name(f"{stamp}-{text.name}"))
        table.write_text(names, encoding="utf-8")


@contextmanager
def watched(site: Site) -> Iterator[list[float]]:
    """Looks every second at what the processes hold; gives the most of one, in MB."""
    most, ended = [0.0], threading.Event()

    def look() -> None:
        while not ended.wait(1):
            most[0] = max(most[0], *site.memory(), 0.0)

    watching = threading.Thread(target=look)
    watching.start()
    try:
        yield most
    finally:
        ended.set()
        watching.join()


if __name__ == "__main__":
    sys.exit(main())
