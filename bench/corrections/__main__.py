"""Runs the state machine of `tests/corrections` through many sequences, on one database or on both."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Runs; returns how many databases there are on which something people had said did not hold."""
    options = argparse.ArgumentParser(prog="python -m bench.corrections", description=__doc__)
    options.add_argument("--sequences", type=int, default=2000, help="at least so many on each database (2000)")
    options.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    chosen = options.parse_args()
    databases = ("sqlite", "postgresql") if chosen.database == "both" else (chosen.database,)
    return sum(not _holds(database, chosen.sequences) for database in databases)


def _holds(database: str, sequences: int) -> bool:
    command = [sys.executable, "-m", "pytest", "tests/corrections/test_machine.py", f"--database={database}"]
    began, cpu = time.monotonic(), os.times()
    done = subprocess.run(
        [*command, "-q", "-s", "-p", "no:cacheprovider"],
        cwd=ROOT,
        env={**os.environ, "CORRECTION_SEQUENCES": str(sequences), "CI": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    spent = os.times()
    processor = spent.children_user + spent.children_system - cpu.children_user - cpu.children_system
    ran = re.search(r"^(\d+) sequences of up to (\d+) steps$", done.stdout, re.M)
    counted = f"{ran[1]} sequences of up to {ran[2]} steps" if ran else "broken off"
    verdict = "all that people said held" if done.returncode == 0 else "SOMETHING DID NOT HOLD"
    print(f"{database}: {counted}, {time.monotonic() - began:.0f} s ({processor:.0f} s of processor time): {verdict}")
    if done.returncode:
        print(done.stdout[-6000:], done.stderr[-2000:], sep="\n")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
