"""A replica serves visitors: what is read where, how far it is behind, and what happens while it is away.

python -m bench.drills.replica
"""

from __future__ import annotations

import os
import sys
import time
from itertools import cycle

import psycopg

from bench.drills.servers import Follower, Server, primary, site, status

PAGES = ("/", "/cuoc-hop/", "/nhiem-vu/", "/chi-tieu/", "/can-bo/", "/co-quan/", "/van-ban/", "/tinh-thanh/")
COUNTED_AFTER = 11.0  # seconds within which a connection that rests tells the server's statistics what it read
AWAY_FOR = 15.0  # seconds of requests while the replica is away


def main() -> int:
    """Prints what was seen; 1 where something was lost or refused."""
    first = primary()
    follower = Follower(first)
    remember_nothing = {"PAGE_MEMORY_MB": "0", "STOCK_LEAST": "0"}
    try:
        with site({"DATABASE_URL": first.url, "DATABASE_REPLICA_URL": follower.url, **remember_nothing}) as address:
            wrong = _reads(first, follower, address)
            wrong += _lag(first, address)
            follower.kill()
            wrong += _while_away(address)
            follower.start_again()
            time.sleep(11)
            wrong += _reads(first, follower, address)
    finally:
        follower.stop()
        first.stop()
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


def _queries(server: Server) -> int:
    """How many rows of its tables a server has been asked for."""
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("SELECT pg_stat_force_next_flush()")
        row = connection.execute("SELECT sum(seq_scan + coalesce(idx_scan, 0)) FROM pg_stat_user_tables").fetchone()
    return int(row[0]) if row and row[0] is not None else 0


def _reads(first: Server, follower: Server, address: str) -> int:
    status(address)  # from here on whoever asks beside the visits reads where they do
    time.sleep(COUNTED_AFTER)
    before = _queries(first), _queries(follower)
    answers = [status(address + page) for page in PAGES]
    time.sleep(COUNTED_AFTER)
    scans = _queries(first) - before[0], _queries(follower) - before[1]
    told = sum(code == 200 for code, _, _ in answers)
    print(f"{told} of {len(PAGES)} pages; tables asked: primary {scans[0]} times, replica {scans[1]} times")
    return (len(PAGES) - told) + (scans[1] == 0) + (scans[0] > 0)


def _lag(first: Server, address: str) -> int:
    waited = []
    for number in range(10):
        title = f"Cuộc diễn tập {number}"
        with psycopg.connect(first.url, autocommit=True) as connection:
            connection.execute(
                "UPDATE meetings_meeting SET title = %s WHERE id = (SELECT min(id) FROM meetings_meeting)", [title]
            )
        begun = time.monotonic()
        while title not in status(f"{address}/cuoc-hop/")[2] and time.monotonic() - begun < 10:
            time.sleep(0.01)
        waited.append(time.monotonic() - begun)
    print(f"a change is on the replica's pages after {min(waited):.2f} to {max(waited):.2f} s (10 changes)")
    return int(max(waited) >= 10)


def _while_away(address: str) -> int:
    codes: dict[int, int] = {}
    slowest, until = 0.0, time.monotonic() + AWAY_FOR
    for page in cycle(PAGES):
        if time.monotonic() > until:
            break
        code, seconds, _ = status(address + page)
        codes[code] = codes.get(code, 0) + 1
        slowest = max(slowest, seconds)
    print(f"replica killed: {codes} in {AWAY_FOR:.0f} s, the slowest answer took {slowest:.2f} s")
    return sum(times for code, times in codes.items() if code != 200)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    sys.exit(main())
