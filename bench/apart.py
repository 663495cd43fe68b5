"""Steps of a measurement, each in a process of its own, on a database made for them and taken away behind them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.postgres import Postgres

ROOT = Path(__file__).resolve().parents[1]


def run_apart(database: str, module: str, steps: Callable[[str], Iterable[list[str]]]) -> int:
    """0, or 1 where `python -m module STEP …` failed; `steps` takes a folder that is there while they run."""
    server = Postgres() if database == "postgresql" else None
    try:
        with tempfile.TemporaryDirectory(prefix="viectinh-bench-") as folder:
            url = server.url if server else f"sqlite:///{folder}/archive.sqlite3"
            environment = {**os.environ, "DATABASE_URL": url, "DEBUG": "", "SECRET_KEY": "bench" * 12}
            for step in steps(folder):
                command = [sys.executable, "-m", module, *step]
                if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
                    return 1
    finally:
        if server:
            server.stop()
    return 0
