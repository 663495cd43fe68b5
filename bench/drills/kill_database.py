"""PostgreSQL is killed while workers load texts and editors save: nothing lost, nothing twice, all goes on by itself.

python -m bench.drills.kill_database
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from bench.drills.editing import Editors
from bench.drills.ingesting import ingest
from bench.drills.reading import Visitors
from bench.drills.servers import Server, children, kill, primary, served, status
from bench.drills.workers import Workers, waiting


def main(arguments: list[str] | None = None) -> int:
    """Prints what was seen; 1 where something was lost, is there twice or half, or did not go on."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.kill_database", description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="every other of the whole server, and of one backend")
    parser.add_argument("--texts", type=int, default=1000, help="of a round; there are rounds until all kills are done")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    drill = _Drill(primary(), options.kills, random.Random(options.seed))
    try:
        made, wrong, rounds = ingest(drill.server, options.texts), 0, 0
        wrong += drill.while_editing(options.kills // 2)
        while drill.killed < options.kills:
            rounds += 1
            wrong += made.broken(f"round_{rounds}", drill.while_loading)
            print(f"round {rounds}: {drill.killed} kills so far", flush=True)
    finally:
        drill.server.stop()
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


class _Drill:
    """Kills a server, `killed` times so far, of `most` at all."""

    def __init__(self, server: Server, most: int, chance: random.Random) -> None:
        self.server, self.most, self.chance, self.killed = server, most, chance, 0

    def kill(self) -> None:
        """Now one of its processes, after which it starts itself anew, now the whole server, which is started again."""
        self.killed += 1
        backends = [pid for pid in children(self.server.process.pid) if _is_backend(pid)]
        if self.killed % 2 and backends:
            kill(self.chance.choice(backends))
            time.sleep(0.2)  # until it has noticed
            self.server.wait()
            return
        self.server.kill()
        time.sleep(self.chance.uniform(0, 2))
        self.server.start_again()

    def while_loading(self, url: str, workers: Workers) -> None:
        """What happens between two looks at the queue."""
        time.sleep(self.chance.uniform(0, 6))
        if self.killed < self.most and waiting(url, "todo") > 1:
            self.kill()

    def while_editing(self, kills: int) -> int:
        """Kills so often while editors save and visitors read; how many things went wrong."""
        environment, slowest = {"DATABASE_URL": self.server.url}, 0.0
        site = served(environment, workers=2)
        with ExitStack() as until_the_end:
            until_the_end.callback(site.stop)
            with Editors(site.address, environment) as editors, Visitors(site.address) as visitors:
                for number in range(kills):
                    time.sleep(self.chance.uniform(0.5, 3))
                    self.kill()
                    begun = time.monotonic()
                    while status(f"{site.address}/can-bo/?n={number}")[0] != 200 and time.monotonic() - begun < 60:
                        time.sleep(0.05)
                    slowest = max(slowest, time.monotonic() - begun)
            print(f"{kills} kills while editing, pages again {slowest:.1f} s after the server at the most")
            return editors.check() + visitors.wrong((200, 503)) + (slowest > 60)


def _is_backend(pid: int) -> bool:
    try:
        name = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return False
    return name.startswith("postgres: postgres ")


if __name__ == "__main__":
    sys.exit(main())
