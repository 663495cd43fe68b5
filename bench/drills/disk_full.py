"""The disk is full while texts are loaded: a clear sentence, nothing half, and it goes on when there is room again.

python -m bench.drills.disk_full   (as root, which a small disk in memory is made by)
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.archive.texts import write
from bench.drills.holdings import holdings
from bench.drills.servers import Server, database, manage

_DISK = 400  # MB


def main(arguments: list[str] | None = None) -> int:
    """Prints what was said; 1 where it was not clear, or rows differ from those that are loaded in peace."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.disk_full", description=__doc__)
    parser.add_argument("--texts", type=int, default=200)
    parser.add_argument("--room", type=int, default=6, help="MB that are left when loading begins")
    options = parser.parse_args(arguments)
    if os.geteuid():
        sys.exit("A small disk in memory is made by root alone: run this drill as root.")
    texts = Path(tempfile.mkdtemp(prefix="viectinh-texts-")) / "texts"
    write(texts, options.texts)
    wrong = 0
    with _disk() as disk:
        url = f"sqlite:///{disk / 'one.sqlite3'}"
        manage({"DATABASE_URL": url}, "migrate", "--verbosity", "0")
        wrong += _fill_and_load("SQLite", disk, url, texts, options.room)
        expected = holdings({"DATABASE_URL": url})
    with _disk() as disk:
        server = _server_on(disk)
        try:
            url = database(server, "site")
            manage({"DATABASE_URL": url}, "migrate", "--verbosity", "0")
            wrong += _fill_and_load("PostgreSQL", disk, url, texts, options.room, server)
            found = holdings({"DATABASE_URL": url})
        finally:
            server.stop()
    # Keys of what migrations made, and how decimals are written, are each database's own; how many rows there are, not.
    print(f"{expected.total():,} and {found.total():,} rows in the end")
    wrong += abs(expected.total() - found.total())
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


def _fill_and_load(name: str, disk: Path, url: str, texts: Path, room: int, server: Server | None = None) -> int:
    """Loads onto a disk that is nearly full, twice; then with room, and once more, when nothing is left to be done."""
    filler, wrong = disk / "filler", 0
    free = int(
        subprocess.run(["df", "-m", "--output=avail", disk], capture_output=True, text=True, check=True).stdout.split()[
            1
        ]
    )
    with filler.open("wb") as file:
        for _ in range(max(0, free - room)):
            file.write(b"\0" * 1024 * 1024)
    for attempt in (1, 2):
        ran = _load(url, texts)
        said = ran.stderr.strip().splitlines()[-1:] or [""]
        print(f"{name}, full, attempt {attempt}: exit code {ran.returncode}: {said[0][:250]}", flush=True)
        wrong += (ran.returncode != 1) + ("Traceback" in ran.stderr) + ("goes on from here" not in ran.stderr)
    filler.unlink()
    if server is not None and server.process.poll() is not None:
        print("  the server had ended by itself; it is started again")
        server.start_again()
    for when in ("with room again", "once more"):
        ran = _load(url, texts)
        counts = " ".join(ran.stdout.split()[:14])
        print(f"{name}, {when}: exit code {ran.returncode}: {counts}", flush=True)
        wrong += ran.returncode
    return wrong


def _load(url: str, texts: Path) -> subprocess.CompletedProcess[str]:
    return manage(
        {"DATABASE_URL": url}, "load_articles", str(texts), "--no-progress", "--language=en", "--jobs=1", check=False
    )


@contextmanager
def _disk() -> Iterator[Path]:
    """A small disk in memory."""
    folder = Path(tempfile.mkdtemp(prefix="viectinh-disk-"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_DISK}m,mode=777", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        folder.rmdir()


def _server_on(disk: Path) -> Server:
    former, tempfile.tempdir = tempfile.tempdir, str(disk)
    try:
        return Server(fsync="on", max_wal_size="48MB", min_wal_size="32MB")
    finally:
        tempfile.tempdir = former


if __name__ == "__main__":
    sys.exit(main())
