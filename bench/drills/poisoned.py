"""Texts that harm whoever reads them, in the middle of a queue: all others are loaded, and each of them is told.

python -m bench.drills.poisoned
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import psycopg

from bench.archive.texts import Press
from bench.drills.poisonous import HARMS
from bench.drills.servers import manage, primary
from bench.drills.workers import Workers, until_empty

_LONGEST = 1500.0  # seconds
_UNREADABLE = {
    "broken.txt": b"H\xe1\xbb\x8dp \xff\xfe\x80 t\xc3",
    "binary.txt": b"\0\0\0\0 UBND \0",
    "empty.txt": b"",
    "large.txt": b"a" * 30_000_000,
}


def main(arguments: list[str] | None = None) -> int:
    """Prints what became of the texts; 1 where a good one is missing, or a bad one is not told."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.poisoned", description=__doc__)
    parser.add_argument("--texts", type=int, default=150, help="good ones")
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="viectinh-poison-"))
    good = 0
    for good, text in enumerate(Press(3).texts(options.texts), 1):
        (folder / f"{good:04}.txt").write_text(text.text, encoding="utf-8")
    bad = [f"{good // (n + 2):04}-{name}.txt" for n, name in enumerate(HARMS)]
    for name, file in zip(HARMS, bad, strict=True):
        opening = "Sáng 12/6/2024, UBND tỉnh Nghệ An họp phiên thường kỳ tháng 6.\n\n"
        (folder / file).write_text(f"{opening}poison: {name}.\n", encoding="utf-8")
    for name, content in _UNREADABLE.items():
        (folder / name).write_bytes(content)
    server = primary()
    try:
        return _load(server.url, folder, good, bad)
    finally:
        server.stop()


def _load(url: str, folder: Path, good: int, bad: list[str]) -> int:
    environment = {"DATABASE_URL": url}
    manage(environment, "migrate", "--verbosity", "0")
    handed = manage(environment, "load_articles", str(folder), "--queue", "--no-progress", check=False)
    print(f"handing over: exit code {handed.returncode}")
    print(handed.stderr.strip())
    wrong = (handed.returncode != 1) + sum(name not in handed.stderr for name in _UNREADABLE)
    begun = time.monotonic()
    most = 0
    with Workers(environment, command=("-m", "bench.drills.poisonous", "worker")) as workers:
        for _left in until_empty(url, _LONGEST):
            if most < good <= (most := _articles(url)):
                print(f"all good texts are loaded after {time.monotonic() - begun:.0f} s")
        print(f"nothing waits any more after {time.monotonic() - begun:.0f} s; {workers.begun} workers were begun")
    told = manage(environment, "worker", "--failed").stdout.strip()
    print(told)
    loaded = _articles(url)
    print(f"{loaded} of {good} good texts are loaded, {sum(name in told for name in bad)} of {len(bad)} bad ones told")
    wrong += abs(good - loaded) + sum(name not in told for name in bad) + abs(len(told.splitlines()) - len(bad))
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


def _articles(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM meetings_article").fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    sys.exit(main())
