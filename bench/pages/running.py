"""One run: starts all servers, warms them, asks them in turn, and tells what they did as lines to print."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median
from typing import Any

from tqdm import tqdm

from bench.pages import flat, serving, table
from bench.pages.asked import Page, choose, pages
from bench.pages.asking import COUNTS, Client, TooSlow, database, number_in
from bench.pages.throughput import pages_a_second
from people.facets.address import FOUND

MEMORY = 64  # MB of pages that the remembering site keeps
_WARM_LONGEST = 300  # seconds at most until lists are in memory: four processes read them at once
_FASTEST = 500  # times a second that a list is made anew, which is more than there ever were
_AT_ONCE = 5  # times that a page is asked for again, without the others in between that cool the processor's caches
_CONNECTIONS = 4  # of a round: each may lead to the other worker


def run(
    shown: Mapping[str, str], databases: Mapping[str, str], folder: Path, kept: Path, rounds: int, seconds: float
) -> Iterator[str]:
    """Measures the site on the databases that are `shown`; Datasette and the floors have theirs from `databases`."""
    with ExitStack() as stack:
        chosen = choose()
        asked = pages(chosen)
        yield f"common phrase: {chosen.common!r}, rare: {chosen.rare!r}, kind {chosen.kind}, year {chosen.year}, "
        yield f"province {chosen.province}, official {chosen.officials[0]}, agency {chosen.organizations[0]}"
        archive = Path(databases["sqlite"].removeprefix("sqlite:///"))
        host = stack.enter_context(serving.datasette(flat.options(archive, kept), folder))
        clients: dict[str, Any] = {"Datasette": _client(stack, host)}
        hosts: dict[str, tuple[str, str]] = {}
        workers = {}
        for name, url in shown.items():
            bare, number = stack.enter_context(serving.site(url, 0, folder))
            remembering, _ = stack.enter_context(serving.site(url, MEMORY, folder))
            hosts[name], workers[name] = (bare, remembering), number
            cookie = _staff("begin", url)
            stack.callback(_staff, "end", url)
            clients[f"ours {name}"] = _client(stack, bare)
            clients[f"admin {name}"] = _client(stack, bare, cookie)
            clients[f"anew {name}"] = _client(stack, bare)
            clients[f"again {name}"] = _client(stack, remembering)
            clients[f"SQL {name}"], end = database(url)
            stack.callback(end)
        slow: set[tuple[str, str]] = set()
        for name, both in hosts.items():
            yield f"{name}: pages as fast as they get after {_warm(name, both, asked, slow):.0f} s"
        times, counts = _ask(asked, clients, rounds, slow)
        yield ""
        contestants = [f"{kind} {name}" for kind in ("ours", "again", "anew") for name in shown]
        contestants += ["Datasette", *(f"{kind} {name}" for kind in ("admin", "SQL") for name in shown)]
        yield from table.write(asked, contestants, times, counts, slow)
        yield ""
        for name in shown:
            yield from _again(name, asked, times)
        for name, (bare, remembering) in hosts.items():
            lists = [page.ours for page in asked[:3]]
            new = [anew(page) for _ in range(int(_FASTEST * seconds)) for page in lists]
            kinds = ("made anew", bare, new), ("of pieces remembered", bare, lists), ("cached", remembering, lists)
            for what, at, wanted in kinds:
                rate, failed = pages_a_second(at, wanted, seconds, folder)
                yield f"{name}: {rate:,.0f} list pages/s {what}, {failed} errors"
            held = ", ".join(f"{mb:.0f}" for mb in serving.memory_of_workers(workers[name]))
            yield f"{name}: workers hold {held} MB each"
    for name, url in shown.items():
        yield f"{name}: lists into memory"
        reading = [sys.executable, "-m", "bench.pages.stock", "/cuoc-hop/", "/can-bo/", "/co-quan/", "/nhiem-vu/"]
        told = subprocess.run(reading, env={**os.environ, "DATABASE_URL": url}, cwd=serving.ROOT, **_CAPTURED)
        yield told.stdout.rstrip()


_NUMBERS = itertools.count(int(time.time() * 1000))


def anew(address: str) -> str:
    """The page as nobody asked for it: with words to be marked, which go along in all links of its pieces."""
    return f"{address}{'&' if '?' in address else '?'}{FOUND}=z{next(_NUMBERS)}"


_CAPTURED: dict[str, Any] = {"check": True, "text": True, "stdout": subprocess.PIPE}


def _client(stack: ExitStack, host: str, cookie: str = "") -> Client:
    client = Client(host, cookie)
    stack.callback(client.close)
    return client


def _staff(step: str, url: str) -> str:
    command = [sys.executable, "-m", "bench.pages.staff", step]
    environment = {**os.environ, "DATABASE_URL": url, "SECRET_KEY": serving.SECRET}
    return str(subprocess.run(command, env=environment, cwd=serving.ROOT, **_CAPTURED).stdout.strip())


def _warm(name: str, hosts: tuple[str, str], asked: list[Page], slow: set[tuple[str, str]]) -> float:
    """Asks each page over many connections until the list without a filter gets no faster; gives the seconds."""
    began, before = time.monotonic(), float("inf")
    for number in range(1000):
        spent: list[float] = []
        for page in asked if number == 0 else asked[:1]:
            for host in hosts * (_CONNECTIONS if page is asked[0] else 1):
                if (page.name, f"ours {name}") in slow:
                    break
                with closing(Client(host)) as client:
                    try:
                        lasted = client.ask(page.ours)[0]
                    except TooSlow:
                        slow |= {(page.name, f"{kind} {name}") for kind in ("ours", "again")}
                if page is asked[0]:
                    spent.append(lasted)
        now = max(spent)
        if (number > 1 and 0.7 < now / before < 1.4) or time.monotonic() - began > _WARM_LONGEST:
            break
        before = now
        time.sleep(2)
    return time.monotonic() - began


def _ask(
    asked: list[Page], clients: Mapping[str, Any], rounds: int, slow: set[tuple[str, str]]
) -> tuple[dict[tuple[str, str], list[float]], dict[tuple[str, str], int | None]]:
    """Times and counts by page and contestant; the first round only warms. `slow` are those that are not asked."""
    times: dict[tuple[str, str], list[float]] = defaultdict(list)
    counts: dict[tuple[str, str], int | None] = {}
    for number in tqdm(range(rounds + 1), desc="rounds", disable=None):
        for page in asked:
            for name, client in clients.items():
                if (page.name, name) in slow:
                    continue
                try:
                    _ask_one(page, name, client, times, counts)
                except TooSlow:
                    slow.add((page.name, name))
        if number == 0:
            times.clear()
    return times, counts


def _ask_one(page: Page, name: str, client: Any, times: Any, counts: Any) -> None:
    kind, _, on = name.partition(" ")
    if kind == "SQL":
        if page.floor:
            spent, counts[page.name, name] = client(page.floor[on])
            times[page.name, name].append(spent)
        return
    address = {"Datasette": page.datasette, "admin": page.admin}.get(kind, page.ours)
    if not address:
        return
    if kind == "anew":
        address = anew(address)
    spent, text, etag = client.ask(address)
    times[page.name, name].append(spent)
    if kind == "again":
        times[page.name, f"at once {on}"] += [client.ask(address)[0] for _ in range(_AT_ONCE)]
    if kind == "again" and etag:
        times[page.name, f"304 {on}"].append(client.ask(address, etag, wanted=304)[0])
    elif page.counts and kind in COUNTS:
        counts[page.name, name] = number_in(text, COUNTS[kind])


def _again(name: str, asked: list[Page], times: Mapping[tuple[str, str], list[float]]) -> Iterator[str]:
    """What any page takes that was asked for before, while the data are the same."""
    for what, key in (("from memory", "again"), ("several times at once", "at once"), ("304 by ETag", "304")):
        all_of_them = [spent for page in asked for spent in times.get((page.name, f"{key} {name}"), ())]
        if all_of_them:
            late = table.percentile(all_of_them)
            yield f"{name}: any page again, {what}: {median(all_of_them):.2f} / {late:.2f} ms (at most 1)"
