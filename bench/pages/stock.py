"""What the lists in memory take: `python -m bench.pages.stock ADDRESS…`, on the data of DATABASE_URL."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import django


def main(*addresses: str) -> None:
    """Reads the list of each page, and takes what was read from the file of that; prints both times and the memory."""
    django.setup()
    from django.test import override_settings
    from django.urls import reverse

    from meetings.listings import LISTINGS

    of = {reverse(listing.page): listing for listing in LISTINGS.values()}
    with tempfile.TemporaryDirectory() as folder, override_settings(STOCK_FOLDER=folder):
        for address in addresses:
            listing, before, times = of[address], _held(), []
            for _ in ("read", "taken"):
                began = time.perf_counter()
                stock = listing.filters.read_into_memory(listing.rows)
                times.append(time.perf_counter() - began)
            rows = 0 if stock is None else len(stock)
            print(f"  {address:<16} {rows:>9,} rows read in {times[0]:5.1f} s, taken from a file in {times[1]:.2f} s, "
                  f"{_held() - before:4.0f} MB more", flush=True)  # fmt: skip


def _held() -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main(*sys.argv[1:])
