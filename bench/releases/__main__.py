"""How long a release of a large archive takes, and how much memory: each form alone, then the whole."""

from __future__ import annotations

import argparse
import sys

from bench.apart import run_apart

WAYS = ("read", "csv", "parquet", "sqlite", "release")


def main() -> int:
    """Measures on each database that was asked for; returns 1 where something failed."""
    options = argparse.ArgumentParser(prog="python -m bench.releases", description=__doc__)
    options.add_argument("--rows", type=int, default=200_000, help="tasks in the archive (200000)")
    options.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    chosen = options.parse_args()
    databases = ("sqlite", "postgresql") if chosen.database == "both" else (chosen.database,)
    return max(_measure(database, chosen.rows) for database in databases)


def _measure(database: str, rows: int) -> int:
    ways = WAYS if database != "postgresql" else ("copy", *WAYS)
    return run_apart(
        database, "bench.releases.way", lambda folder: [["fill", str(rows)], *([way, folder] for way in ways)]
    )


if __name__ == "__main__":
    sys.exit(main())
