"""How long a release of a large archive takes, and how much memory: each form alone, then the whole."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
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
    server = Postgres() if database == "postgresql" else None
    try:
        with tempfile.TemporaryDirectory(prefix="viectinh-bench-") as folder:
            url = server.url if server else f"sqlite:///{folder}/archive.sqlite3"
            environment = {**os.environ, "DATABASE_URL": url, "DEBUG": "", "SECRET_KEY": "bench" * 12}
            ways = WAYS if server is None else ("copy", *WAYS)
            steps = [["fill", str(rows)], *([way, folder] for way in ways)]
            for step in steps:
                command = [sys.executable, "-m", "bench.releases.way", *step]
                if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
                    return 1
    finally:
        if server:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
