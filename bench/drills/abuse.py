"""Those who mean no good: slow clients, endless addresses, deep pages, searches that are hard on purpose.

python -m bench.drills.abuse [--database URL]
"""

from __future__ import annotations

import argparse
import http.client
import socket
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import count
from urllib.parse import quote, urlencode, urlsplit

from bench.drills.addresses import LISTS
from bench.drills.crowd import UNLIMITED
from bench.drills.restart import SITES, installed, proxy
from bench.drills.servers import Site, primary, served, status

LONGEST, MOST_MEMORY = 10.0, 400.0  # seconds of an answer, MB more of a process
_SLOW = 200  # clients who send a sign every few seconds


def main(arguments: list[str] | None = None) -> int:
    """Prints what each was answered; 1 where that was an error of the site, late, or took much memory."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.abuse", description=__doc__)
    parser.add_argument("--database", metavar="URL", help="an archive that is there (default: the sample texts)")
    parser.add_argument("--proxy", choices=SITES, default="nginx", help="which slow clients meet")
    options = parser.parse_args(arguments)
    installed(options.proxy)
    server = None if options.database else primary()
    url = options.database or (server.url if server else "")
    wrong = 0
    try:
        site = served({"DATABASE_URL": url, **UNLIMITED}, workers=2, sample=server is not None)
        try:
            _warm(site)
            before = site.memory()
            for name, pages in hostile().items():
                wrong += _asked(site, name, pages)
            with proxy(options.proxy, site.port) as port:
                wrong += _slow_clients(f"before {options.proxy}", port)
            grown = max(now - then for now, then in zip(site.memory(), before, strict=False))
            print(f"a process took {grown:.0f} MB more than before")
            wrong += grown > MOST_MEMORY
        finally:
            site.stop()
        with _limited(url) as address:
            wrong += _limits(address)
    finally:
        if server:
            server.stop()
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


def hostile() -> dict[str, list[str]]:
    """Addresses by what is wrong with them."""
    words = {
        "a long word": "a" * 7000,
        "thousands of words": " ".join(f"w{n}" for n in range(1500)),
        "wildcards": "% _ %% * ? *a* a* %a% __",
        "quotes": "'\"'\"; DROP TABLE x; -- \\ \"a OR 'b",
        "operators": "a OR " * 300 + "b AND NOT (c | d & !e <-> f:*)",
        "deep brackets": "(" * 2000 + "a" + ")" * 2000,
        "a pattern": "(a+)+$ (x*)*y [[:alpha:]]{1,99999}",
        "one letter": "a",
        "signs alone": "!@#$%^&()[]{}<>|\\/~`",
        "no text": "\0\ud7ff\ufffe\u202e\u200b",
        "accents on end": "a" + "\u0301" * 3000,
        "broken encoding": "",
    }
    found = {
        f"search: {name}": [f"{page}?q={quote(typed) or '%ff%fe%00%c0%af'}"[:8000] for page in ("/tim-kiem/", *LISTS)]
        for name, typed in words.items()
    }
    found["suggestions"] = [f"/goi-y/?q={quote(typed)}"[:8000] for typed in words.values()]
    found["a query of 10 MB"] = [f"{page}?q={'x' * 10_000_000}" for page in LISTS[:3]]
    found["1,000 values of a facet"] = [
        f"{page}?{urlencode([(name, str(n)) for n in range(1000)])}"[:8000]
        for page in LISTS
        for name in ("year", "province", "body", "kind", "organization", "official")
    ]
    numbers = ("1000", "99999", "999999999999999999999", "-1", "0", "1e9", "٣", "abc", "")
    found["deep pages"] = [f"{page}?page={number}" for page in LISTS for number in map(quote, numbers)]
    kinds = ("meetings", "directives", "targets", "officials", "organizations", "articles")
    odd = ("?limit=99999999", "?limit=-1", "?cursor=AAAA", f"?q={'a' * 5000}", "?offset=99999999", "?year=9" + "9" * 50)
    found["api"] = [f"/api/v1/{kind}{asked}" for kind in kinds for asked in odd]
    found["records"] = [f"{page}{number}-x/" for page in LISTS for number in ("9" * 30, "0", "99999999999999999999")]
    found["odd values"] = [
        f"{page}?{name}={value}"
        for page in LISTS
        for name in ("year", "from", "to", "date_from", "sort", "province", "view")
        for value in ("9" * 60, "-1", "NaN", "%00", "2024-99-99", "%F0%9F%92%A9", "'", "[]", "null")
    ]
    return found


def _warm(site: Site) -> None:
    """Until every process has the lists in memory: what it costs to get there is not what is asked here."""
    until = time.monotonic() + 300
    for number in count():
        slowest = max(status(f"{site.address}{page}?q=tu{number}-{n}", 120)[1] for page in LISTS for n in range(4))
        if slowest < 2 or time.monotonic() > until:
            print(f"lists are answered in {slowest:.2f} s at the most", flush=True)
            return


def _asked(site: Site, name: str, pages: list[str]) -> int:
    codes: dict[int, int] = {}
    slowest, bad = 0.0, []
    for page in pages:
        code, seconds = _ask(site.address, page)
        codes[code] = codes.get(code, 0) + 1
        slowest = max(slowest, seconds)
        if code >= 500 or code == 0 or seconds > LONGEST:
            bad.append(f"{code} after {seconds:.1f} s: {page[:150]}")
    print(f"{name:<28}{dict(sorted(codes.items()))}, {slowest:.2f} s the slowest", flush=True)
    for line in bad[:5]:
        print(f"    {line}")
    return len(bad)


def _ask(address: str, page: str) -> tuple[int, float]:
    """The status of an answer (0: none) and how long it took; a server may answer before all is sent."""
    begun = time.monotonic()
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        try:
            connection.putrequest("GET", page, skip_accept_encoding=True)
            connection.endheaders()
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has heard enough
        except http.client.InvalidURL:
            return 400, 0.0
        answer = connection.getresponse()
        answer.read()
        return answer.status, time.monotonic() - begun
    except (ConnectionResetError, BrokenPipeError, http.client.BadStatusLine):
        # What was sent and not read makes the system throw the answer away: a refusal, too.
        return (400 if len(page) > 1_000_000 else 0), time.monotonic() - begun
    except (OSError, http.client.HTTPException):
        return 0, time.monotonic() - begun
    finally:
        connection.close()


def _slow_clients(where: str, port: int) -> int:
    """Whether others are answered while many clients send their requests letter by letter."""
    slow = []
    for _ in range(_SLOW):
        client = socket.create_connection(("127.0.0.1", port), timeout=5)
        client.sendall(b"GET /cuoc-hop/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        slow.append(client)
    taken, codes = [], set()
    until = time.monotonic() + 20
    while time.monotonic() < until:
        for client in slow:
            try:
                client.send(b"a")
            except OSError:
                continue  # it was hung up on
        code, seconds, _ = status(f"http://127.0.0.1:{port}/nhiem-vu/", 60)
        codes.add(code)
        taken.append(seconds)
        time.sleep(0.5)
    for client in slow:
        client.close()
    told = f"others were answered {sorted(codes)}, {max(taken):.2f} s the slowest of {len(taken)}"
    print(f"{_SLOW} slow clients {where}: {told}", flush=True)
    return (codes != {200}) + (max(taken) > LONGEST)


@contextmanager
def _limited(url: str) -> Iterator[str]:
    site = served({"DATABASE_URL": url}, workers=2, sample=False)
    try:
        yield site.address
    finally:
        site.stop()


def _limits(address: str) -> int:
    """Whether one address is told to wait that asks for much."""
    asked = {
        "searches": [f"/tim-kiem/?q=tu{n}" for n in range(600)],
        "files": [f"/cuoc-hop/danh-sach.csv?year={2000 + n}" for n in range(60)],
        "feeds": [f"/cuoc-hop/tin-moi.atom?year={1900 + n}" for n in range(300)],
        "api": [f"/api/v1/meetings?limit=1&year={n}" for n in range(1000)],
    }
    wrong = 0
    for name, pages in asked.items():
        with ThreadPoolExecutor(8) as together:  # one after the other, they are no many in a minute
            codes = Counter(code for code, _seconds in together.map(partial(_ask, address), pages))
        print(f"{name}: of {len(pages)} from one address {codes[429]} were told to wait: {dict(codes)}", flush=True)
        wrong += not codes[429]
    return wrong


if __name__ == "__main__":
    sys.exit(main())
