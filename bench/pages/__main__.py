"""Measures the pages of a large archive side by side, and prints the table.

See bench/README.md. Without --sqlite and --postgresql an archive is made for the run, and taken away behind it.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]
_SERVER = {"shared_buffers": "512MB", "effective_cache_size": "8GB", "work_mem": "16MB", "random_page_cost": "1.1"}


def main(arguments: list[str] | None = None) -> int:
    """Parses the options, makes what is not there, measures and prints; 1 where a page could not be had."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--size", default="S", help="of the archive that is made: S, M or a number of meetings")
    parser.add_argument("--sqlite", metavar="ADDRESS", help="an archive that is there: sqlite:////FOLDER/NAME")
    parser.add_argument("--postgresql", metavar="ADDRESS", help="the same archive there")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="the site on this database alone")
    parser.add_argument("--rounds", type=int, default=15, help="how often each is asked (default: 15)")
    parser.add_argument("--seconds", type=float, default=8, help="of each measurement of throughput (default: 8)")
    parser.add_argument(
        "--flat", type=Path, help="keeps the tables for Datasette in this folder, and takes them from there"
    )
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that no server stays behind
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="viectinh-pages-")))
        databases = {"sqlite": options.sqlite or _made(f"sqlite:///{folder}/archive.sqlite3", options.size)}
        if options.postgresql:
            databases["postgresql"] = options.postgresql
        elif options.only != "sqlite":
            server = Postgres(**_SERVER)
            stack.callback(server.stop)
            databases["postgresql"] = _made(server.url, options.size)
        os.environ["DATABASE_URL"] = databases["sqlite"]
        os.environ["DEBUG"] = ""
        os.environ.setdefault("SECRET_KEY", "bench" * 12)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django

        django.setup()
        from bench.pages.asking import Unexpected
        from bench.pages.running import run

        shown = {name: url for name, url in databases.items() if options.only in (None, name)}
        try:
            for line in run(shown, databases, folder, options.flat or folder, options.rounds, options.seconds):
                print(line, flush=True)
        except Unexpected as error:
            print(f"A page could not be had: {error}", file=sys.stderr)
            return 1
    return 0


def _made(database: str, size: str) -> str:
    """Makes the archive; returns its address."""
    subprocess.run(
        [sys.executable, "-m", "bench.archive", "--size", size, "--database", database],
        cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return database


if __name__ == "__main__":
    sys.exit(main())
