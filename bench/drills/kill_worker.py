"""Workers are killed while they load texts: all must be loaded, each fact once, and nobody has to help.

python -m bench.drills.kill_worker
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from bench.drills.ingesting import ingest
from bench.drills.servers import primary
from bench.drills.workers import Workers, waiting


def main(arguments: list[str] | None = None) -> int:
    """Prints what was seen; 1 where something was lost or is there twice."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.kill_worker", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--texts", type=int, default=1000, help="of a round; there are rounds until all kills are done")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance, killed, wrong, rounds = random.Random(options.seed), 0, 0, 0
    server = primary()
    try:
        made = ingest(server, options.texts)

        def breaking(url: str, workers: Workers) -> None:
            nonlocal killed
            time.sleep(chance.uniform(0, 5))
            if killed < options.kills and waiting(url, "todo") > 1:  # what is left behind is waited for in peace
                workers.kill_one(chance)
                killed += 1

        while killed < options.kills:
            rounds += 1
            wrong += made.broken(f"round_{rounds}", breaking)
            print(f"round {rounds}: {killed} kills so far", flush=True)
    finally:
        server.stop()
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
