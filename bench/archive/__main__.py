"""Fills an empty database with a made-up archive in the project's own models.

See bench/README.md. The same size and seed give the same archive.
"""

from __future__ import annotations

import argparse
import os
import sys
import time

from tqdm import tqdm

SIZES = {"S": 5_000, "M": 100_000}


def main(arguments: list[str] | None = None) -> int:
    """Parses the options, makes the tables where they are not there yet, and fills them."""
    parser = argparse.ArgumentParser(prog="python -m bench.archive", description=__doc__)
    parser.add_argument("--size", default="S", help="S: 5,000 meetings, M: 100,000, or a number of meetings")
    parser.add_argument("--database", help="its address (default: the one that DATABASE_URL names)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    meetings = SIZES.get(options.size) or (int(options.size) if options.size.isdecimal() else 0)
    if meetings < 1:
        parser.error(f"--size {options.size}: write S, M or a number of meetings.")
    if options.database:
        os.environ["DATABASE_URL"] = options.database
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return fill(meetings, options.seed)


def fill(meetings: int, seed: int) -> int:
    """Fills the tables; 1 where they are not empty."""
    from bench.archive.loading import NotEmpty, load
    from bench.archive.meetings import Archive
    from meetings.reconcile.ties import link
    from people.models import Organization

    archive, began = Archive(meetings, seed), time.perf_counter()

    def link_all() -> None:
        link(list(Organization.objects.select_related("province__successor").order_by("pk")))

    with tqdm(total=meetings, unit=" meetings", disable=None) as progress:
        try:
            load(archive.chunks(), link_all, progress)
        except NotEmpty:
            print("The database holds records already: name one that is empty, or not there yet.", file=sys.stderr)
            return 1
    print(f"{sum(archive.rows.last_keys.values()):,} rows in {time.perf_counter() - began:.0f} s:", end=" ")
    print(", ".join(f"{number:,} {model.__name__}" for model, number in archive.rows.last_keys.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
