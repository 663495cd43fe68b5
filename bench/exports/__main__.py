"""How long a long list takes as a file, and how much memory: in each form, and only read."""

from __future__ import annotations

import argparse
import sys

from bench.apart import run_apart

FORMS = ("read", "csv", "json", "xlsx")


def main() -> int:
    """Measures on each database that was asked for; returns 1 where something failed."""
    options = argparse.ArgumentParser(prog="python -m bench.exports", description=__doc__)
    options.add_argument("--rows", type=int, default=200_000, help="tasks in the archive (200000)")
    options.add_argument("--list", default="directives", help="the list that is taken away (directives)")
    options.add_argument("--form", choices=FORMS, help="one form alone")
    options.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    chosen = options.parse_args()
    databases = ("sqlite", "postgresql") if chosen.database == "both" else (chosen.database,)
    forms = (chosen.form,) if chosen.form else FORMS
    return max(_measure(database, chosen.rows, chosen.list, forms) for database in databases)


def _measure(database: str, rows: int, name: str, forms: tuple[str, ...]) -> int:
    steps = [["fill", str(rows)], *([form, name] for form in forms)]
    return run_apart(database, "bench.exports.form", lambda folder: steps)


if __name__ == "__main__":
    sys.exit(main())
