"""What the lists in memory take: `python -m bench.pages.stock ADDRESS…`, on the data of DATABASE_URL."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import django


def main(*addresses: str) -> None:
    """Asks for each page as often as it takes to read its list, to take what was read from a file, and to show it.

    Prints the times and the memory.
    """
    django.setup()
    from django.test import Client, override_settings

    from people.facets.stock import keeping

    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with (
        tempfile.TemporaryDirectory() as folder,
        override_settings(STOCK_AT_ONCE=True, STOCK_FOLDER=folder, PAGE_MEMORY=0, STORAGES=plain),
    ):
        client = Client(SERVER_NAME="localhost")
        client.get("/healthz")
        for address in addresses:
            before, times = _held(), []
            for step in ("read", "taken", "shown"):
                if step == "taken":
                    keeping.forget()
                began = time.perf_counter()
                if client.get(address).status_code != 200:
                    raise RuntimeError(f"{address} is not there")
                times.append(time.perf_counter() - began)
            read, taken, shown = times
            print(f"  {address:<16} read in {read - shown:5.1f} s, taken from a file in {taken - shown:.1f} s, "
                  f"{_held() - before:4.0f} MB more, then {1000 * shown:.0f} ms a page", flush=True)  # fmt: skip


def _held() -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main(*sys.argv[1:])
