"""A meeting is withdrawn and comes back: how soon readers of the lists see it, and how long they wait meanwhile.

python -m bench.drills.staleness [--database URL]   (of an archive: its rows are afterwards as they were)
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench.drills.addresses import LISTS
from bench.drills.crowd import UNLIMITED
from bench.drills.servers import SETTINGS, Site, primary, served, status
from bench.drills.warmed import fresh, warmed

AT_MOST = 5.0  # seconds
_LONGEST = 120.0  # that a change is waited for


def main(arguments: list[str] | None = None) -> int:
    """Prints both times; 1 where a change was seen after more than five seconds, or an answer was none of 200."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.staleness", description=__doc__)
    parser.add_argument("--database", metavar="URL", help="default: the sample texts on a PostgreSQL of its own")
    parser.add_argument("--changes", type=int, default=20)
    parser.add_argument("--readers", type=int, default=2, help="beside whoever waits for the change")
    options = parser.parse_args(arguments)
    with archive(options.database) as (site, environment):
        os.environ.update({**SETTINGS, **environment})
        with readers(site.address, options.readers) as read:
            seen = _changes(site.address, options.changes)
    print(f"{len(seen)} changes, seen after {told(seen)}")
    read.tell()
    return 1 if max(seen) > AT_MOST or set(read.codes) != {200} else 0


@contextmanager
def archive(database: str | None) -> Iterator[tuple[Site, dict[str, str]]]:
    """The site of an archive, or of the sample texts on a PostgreSQL of its own, with its lists read; its settings."""
    server = None if database else primary()
    environment = {"DATABASE_URL": database or (server.url if server else ""), **UNLIMITED}
    site = served(environment, workers=2, sample=server is not None)
    try:
        print(f"lists were read after {warmed(site.address):.0f} s", flush=True)
        yield site, environment
    finally:
        site.stop()
        if server:
            server.stop()


def told(seconds: list[float]) -> str:
    """The middle one and the longest of some times."""
    ordered = sorted(seconds)
    return f"{ordered[len(ordered) // 2]:.2f} s (median), {ordered[-1]:.2f} s at most"


def _changes(site: str, number: int) -> list[float]:
    """The seconds after which the list of meetings shows each of so many changes."""
    import django

    django.setup()
    from meetings.models import Meeting
    from people.corrections import State

    newest: Any = Meeting.objects.published().order_by("-sort_date", "-pk")[:1].get()
    link, seen = f"/cuoc-hop/{newest.pk}-", []
    try:
        for change in range(number):
            is_gone = change % 2 == 0
            time.sleep(random.uniform(0, 3))  # each meets readers at another moment
            Meeting.objects.filter(pk=newest.pk).update(state=State.REJECTED if is_gone else newest.state)
            begun = time.monotonic()
            while (link in status(f"{site}/cuoc-hop/", 300)[2]) is is_gone and time.monotonic() - begun < _LONGEST:
                time.sleep(0.05)
            seen.append(time.monotonic() - begun)
    finally:
        Meeting.objects.filter(pk=newest.pk).update(state=newest.state)
    return seen


class Readers:
    """Ask for lists with words that nobody asked for, one page after the other."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.codes: Counter[int] = Counter()
        self.ended = threading.Event()

    def ask(self, seed: int) -> None:
        """Until it is ended."""
        chance = random.Random(seed)
        while not self.ended.is_set():
            page = chance.choice(LISTS)
            code, took, _text = status(self.site + fresh(page), 300)
            self.codes[code] += 1
            self.taken[page].append(took)
            time.sleep(0.1)

    def tell(self) -> None:
        """Prints how long each list took, and what was answered."""
        for page, taken in self.taken.items():
            print(f"{page:<12}{len(taken):>6} pages anew in {told(taken)}")
        print(f"answers: {dict(self.codes)}")


@contextmanager
def readers(site: str, number: int) -> Iterator[Readers]:
    """So many readers at work."""
    readers = Readers(site)
    threads = [threading.Thread(target=readers.ask, args=(seed,)) for seed in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield readers
    finally:
        readers.ended.set()
        for thread in threads:
            thread.join()


if __name__ == "__main__":
    sys.exit(main())
