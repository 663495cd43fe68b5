"""How many pages a second a server gives to several clients, each of which asks again at once."""

from __future__ import annotations

import asyncio
import itertools
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

CLIENTS = 8


def pages_a_second(host: str, addresses: Sequence[str], seconds: float, folder: Path) -> tuple[float, int]:
    """Pages a second, and how many answers were errors. By wrk where it is there, which costs the machine little."""
    if shutil.which("wrk"):
        return _by_wrk(host, addresses, seconds, folder)
    return asyncio.run(_by_hand(host, itertools.cycle(addresses), seconds))


def _by_wrk(host: str, addresses: Sequence[str], seconds: float, folder: Path) -> tuple[float, int]:
    turns = folder / "turns.lua"
    quoted = ", ".join(f'"{address}"' for address in addresses)
    turns.write_text(
        f"local turn = 0\nlocal addresses = {{{quoted}}}\n"
        'wrk.headers["Accept-Encoding"] = "gzip"\n'
        "request = function() turn = turn % #addresses + 1; return wrk.format(nil, addresses[turn]) end\n",
        encoding="utf-8",
    )
    command = [
        "wrk",
        "-t1",
        f"-c{CLIENTS}",
        f"-d{seconds:.0f}s",
        "--timeout",
        "30s",
        "-s",
        str(turns),
        f"http://{host}/",
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rate, wrong = re.search(r"Requests/sec:\s*([\d.]+)", told), re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    lost = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", told)
    if rate is None:
        raise RuntimeError(told)
    return float(rate[1]), int(wrong[1] if wrong else 0) + sum(map(int, lost.groups() if lost else ()))


async def _by_hand(host: str, addresses: Iterator[str], seconds: float) -> tuple[float, int]:
    given = failed = 0
    began = time.monotonic()

    async def client() -> None:
        nonlocal given, failed
        name, _, port = host.partition(":")
        reader, writer = await asyncio.open_connection(name, int(port))
        while time.monotonic() - began < seconds:
            writer.write(f"GET {next(addresses)} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = re.search(r"content-length: (\d+)", head)
            await reader.readexactly(int(length[1]) if length else 0)
            given += 1
            failed += " 200 " not in head.partition("\r\n")[0]
        writer.close()

    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    return given / (time.monotonic() - began), failed
