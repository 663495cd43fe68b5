"""What reading the lists into memory takes: `python -m bench.pages.stock ADDRESS…`, on the data of DATABASE_URL."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import django


def main(*addresses: str) -> None:
    """Asks for each page once, which waits until its list is read, and once again; prints both times and the memory."""
    django.setup()
    from django.test import Client, override_settings

    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STOCK_AT_ONCE=True, PAGE_MEMORY=0, STORAGES=plain):
        client = Client(SERVER_NAME="localhost")
        client.get("/healthz")
        for address in addresses:
            before, times = _held(), []
            for _ in range(2):
                began = time.perf_counter()
                if client.get(address).status_code != 200:
                    raise RuntimeError(f"{address} is not there")
                times.append(time.perf_counter() - began)
            print(f"  {address:<16} read in {times[0] - times[1]:5.1f} s, {_held() - before:4.0f} MB more, "
                  f"then {1000 * times[1]:.0f} ms a page", flush=True)  # fmt: skip


def _held() -> float:
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    main(*sys.argv[1:])
