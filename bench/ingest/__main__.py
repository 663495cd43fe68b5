"""Loads made-up reports in the ways that there are, one after the other, and prints what each takes.

See bench/README.md. Standard output is the table; exit code 1: a text could not be loaded.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.apart import run_apart
from bench.extraction.articles import articles

STEPS = ("migrate", "one", "together", "processes", "again")
_WARM = 20


def main() -> int:
    """Parses the options, makes the texts, runs the steps on each database."""
    parser = argparse.ArgumentParser(prog="python -m bench.ingest", description=__doc__)
    parser.add_argument("step", nargs="?", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--texts", type=int, default=2000, help="how many are loaded in processes (default: 2,000)")
    parser.add_argument("--size", type=int, default=4500, help="bytes of each (default: 4,500)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--database", choices=("postgresql", "sqlite"), default="postgresql")
    parser.add_argument("--folder", type=Path, help="texts that are there already, with a folder for each step")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if options.step == "migrate":
        return migrate()
    if options.step:
        return measure(options.step, options.folder, options.jobs)

    def steps(folder: str) -> Iterable[list[str]]:
        texts = options.folder or Path(folder) / "texts"
        if options.folder is None:
            make(texts, options.texts, options.size)
        yield ["migrate"]
        print(f"{'':<12}{'texts':>8}{'texts/s':>10}{'CPU ms/text':>13}{'queries/text':>14}{'peak MB':>9}", flush=True)
        for step in STEPS[1:]:
            if step != "processes" or options.database == "postgresql":
                yield [step, "--folder", str(texts), "--jobs", str(options.jobs)]

    return run_apart(options.database, "bench.ingest", steps)


def make(folder: Path, number: int, size: int) -> None:
    """Writes `number` texts for the last way, fewer for the slower ones; names differ, so that none is there twice."""
    for step, count in (("one", number // 20), ("together", number // 4), ("processes", number)):
        (folder / step).mkdir(parents=True)
        for place, text in enumerate(articles(count, size, seed=STEPS.index(step))):
            (folder / step / f"{step}-{place:07}.txt").write_text(text, encoding="utf-8")


def migrate() -> int:
    """Makes the tables."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    return 0


def measure(step: str, folder: Path, jobs: int) -> int:
    """Loads the texts of one step, and prints its row."""
    import django

    django.setup()
    from django.db import connection

    from meetings.extraction.document import read_document
    from meetings.extraction.steps import extract
    from meetings.loading.runs import Manner, load

    own = folder / ("together" if step == "again" else step)
    paths = sorted(own.glob("*.txt"))
    for path in paths[:_WARM]:  # patterns are compiled once in a process
        extract(read_document(path))
    queries = 0

    def count(execute: Callable[..., object], *arguments: object) -> object:
        nonlocal queries
        queries += 1
        return execute(*arguments)

    began, busy = time.perf_counter(), _busy()
    with connection.execute_wrapper(count):
        # One text at a time is what a text that others tell of, or that is read again, still takes.
        run = load([own], Manner(fail_fast=step == "one", jobs=jobs if step == "processes" else 1))
    wall, used = time.perf_counter() - began, _busy() - busy
    texts = run.articles.total()
    asked = "" if step == "processes" else f"{queries / texts:.1f}"
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    print(f"{step:<12}{texts:>8}{texts / wall:>10.1f}{1000 * used / texts:>13.1f}{asked:>14}{peak:>9.0f}", flush=True)
    return 1 if run.failures else 0


def _busy() -> float:
    """Seconds of processor time of this process and of those that it started and that have ended."""
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


if __name__ == "__main__":
    sys.exit(main())
