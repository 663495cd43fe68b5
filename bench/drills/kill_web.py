"""Processes of the site are killed while editors save and visitors read: what was answered must be there, whole.

python -m bench.drills.kill_web
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from bench.drills.editing import Editors
from bench.drills.reading import Visitors
from bench.drills.servers import kill, primary, served, status


def main(arguments: list[str] | None = None) -> int:
    """Prints what was seen; 1 where a save was lost or half, or a page was wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.kill_web", description=__doc__)
    parser.add_argument("--kills", type=int, default=50, help="of which every fifth is of the master")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    chance, slowest = random.Random(options.seed), 0.0
    server = primary()
    environment = {"DATABASE_URL": server.url}
    site = served(environment, workers=2)
    try:
        with Editors(site.address, environment) as editors, Visitors(site.address) as visitors:
            for number in range(options.kills):
                time.sleep(chance.uniform(0.2, 3))
                begun = time.monotonic()
                if number % 5 == 4:
                    site.kill()
                    site.begin()
                else:
                    kill(chance.choice(site.processes()))
                while status(f"{site.address}/can-bo/?n={number}")[0] != 200 and time.monotonic() - begun < 60:
                    time.sleep(0.05)
                slowest = max(slowest, time.monotonic() - begun)
                while not site.processes():
                    time.sleep(0.1)
        print(f"{options.kills} kills, pages again after {slowest:.1f} s at the most")
        wrong = editors.check() + visitors.wrong() + (slowest > 60)
    finally:
        site.stop()
        server.stop()
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
