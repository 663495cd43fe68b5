"""The database is away for half a minute: what readers are answered meanwhile, and how soon all is well again.

python -m bench.drills.database_away
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count

from bench.drills.servers import primary, site, status

AWAY_FOR = 30.0  # seconds
READERS = 6
REMEMBERED = ("/cuoc-hop/", "/nhiem-vu/", "/")


def main() -> int:
    """Prints what was seen; 1 where a remembered page failed, another gave no clear page, or nothing recovered."""
    server = primary()
    try:
        with site({"DATABASE_URL": server.url}) as address:
            for page in REMEMBERED:
                status(address + page)
            server.kill()
            wrong = _while_away(address)
            server.start_again()
            wrong += _recovers(address)
    finally:
        server.stop()
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


def _while_away(address: str) -> int:
    remembered: list[tuple[int, float]] = []
    others: list[tuple[int, float]] = []
    clear = Counter[bool]()
    until, number = time.monotonic() + AWAY_FOR, count()

    def read(pages: Iterator[str], into: list[tuple[int, float]]) -> None:
        while time.monotonic() < until:
            code, seconds, text = status(address + next(pages))
            into.append((code, seconds))
            if into is others:
                clear["Việc Tỉnh" in text and "Traceback" not in text] += 1
            time.sleep(0.05)

    again = (page for n in count() for page in (REMEMBERED[n % len(REMEMBERED)],))
    new = (f"/cuoc-hop/?year={1000 + next(number)}" for _ in count())
    lock = threading.Lock()

    def safely(pages: Iterator[str]) -> Iterator[str]:
        while True:
            with lock:
                page = next(pages)
            yield page

    readers = [
        threading.Thread(target=read, args=(safely(again), remembered) if n % 2 else (safely(new), others))
        for n in range(READERS)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    _tell("remembered pages", remembered)
    _tell("other pages", others)
    print(f"of these, {clear[True]} were the site's own page that says so, {clear[False]} were not")
    return sum(code != 200 for code, _ in remembered) + sum(code != 503 for code, _ in others) + clear[False]


def _tell(what: str, seen: list[tuple[int, float]]) -> None:
    codes = dict(Counter(code for code, _ in seen))
    taken = sorted(seconds for _, seconds in seen)
    median = statistics.median(taken)
    p95 = taken[int(len(taken) * 0.95)]
    print(f"{what}: {codes}; {median * 1000:.0f} ms median, {p95 * 1000:.0f} ms p95, {taken[-1]:.1f} s the slowest")


def _recovers(address: str) -> int:
    begun = time.monotonic()
    while time.monotonic() - begun < 60:
        if status(f"{address}/can-bo/")[0] == 200:
            print(f"the database was back: pages again after {time.monotonic() - begun:.1f} s, by themselves")
            return 0
        time.sleep(0.1)
    print("the database was back: no page within 60 s")
    return 1


if __name__ == "__main__":
    sys.exit(main())
