"""Many readers at once, on pages of all kinds: none may be refused; how soon each is answered.

Of a site that starts for the first time, of one that starts again, and of one whose lists are all in memory.

python -m bench.drills.crowd [--database URL]
"""

from __future__ import annotations

import argparse
import http.client
import random
import shutil
import sys
import threading
import time
from collections import Counter, defaultdict
from urllib.parse import urlsplit

from bench.drills.addresses import addresses
from bench.drills.servers import ROOT, primary, served
from bench.drills.warmed import warmed

# From one machine come as many as from a town.
UNLIMITED = {f"LIMIT_{what}": "1000000000" for what in ("API", "FILE", "FEED", "SEARCH")}
# Seconds after which a reader gives up on a page that is not whole, and on a file of which nothing more comes: a long
# file arrives bit by bit, and browsers and proxies wait as long as it does.
_PATIENCE = 60.0
_PIECE = 1 << 16
_WEIGHTS = {"filtered list": 5, "record": 6, "list": 3, "search": 2, "other": 2, "api": 2, "feed": 1, "file": 1}


def main(arguments: list[str] | None = None) -> int:
    """Prints what readers were answered; 1 where any was not."""
    parser = argparse.ArgumentParser(prog="python -m bench.drills.crowd", description=__doc__)
    parser.add_argument("--database", metavar="URL", help="an archive that is there (default: the sample texts)")
    parser.add_argument("--clients", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--cold", type=float, default=60, help="seconds just after a start, told apart; 0 for none")
    options = parser.parse_args(arguments)
    server = None if options.database else primary()
    url = options.database or (server.url if server else "")
    environment = {"DATABASE_URL": url, **UNLIMITED}
    site = served(environment, workers=2, sample=server is not None)
    try:
        warmed(site.address)  # by SQL alone, looking for addresses on a large archive takes minutes
        pages = addresses(site.address)
        missing = [kind for kind in _WEIGHTS if not pages.get(kind)]
        print(", ".join(f"{len(found)} of {kind}" for kind, found in pages.items()), flush=True)
        wrong = len(missing)
        for name in ("first start", "started again", "warm"):
            seconds = options.seconds if name == "warm" else options.cold
            if not seconds:
                continue
            if name != "warm":
                site.stop()
                if name == "first start":
                    shutil.rmtree(ROOT / "var/lists", ignore_errors=True)
                site = served(environment, workers=2, sample=False)
            crowd = Crowd(site.address, pages, options.clients)
            crowd.run(seconds)
            print(name)
            wrong += crowd.tell(seconds)
            print(f"lists were there {warmed(site.address):.0f} s later", flush=True)
        print(f"nothing to read of: {', '.join(missing)}" if missing else "every kind of page was read")
    finally:
        site.stop()
        if server:
            server.stop()
    return 1 if wrong else 0


class Crowd:
    """Clients each of whom asks for one page after the other."""

    def __init__(self, address: str, pages: dict[str, list[str]], clients: int) -> None:
        self.address, self.pages, self.clients = address, pages, clients
        self.codes: Counter[int] = Counter()
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.failed: list[str] = []
        self.later = 0

    def run(self, seconds: float) -> None:
        """Lets all of them ask for so long, each in an order of its own."""
        until = time.monotonic() + seconds
        clients = [threading.Thread(target=self._ask, args=(random.Random(n), until)) for n in range(self.clients)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()

    def tell(self, seconds: float) -> int:
        """Prints the figures; how many answers were none of 200, but for files that had to be asked for again."""
        everything = sorted(one for times in self.taken.values() for one in times)
        print(f"{self.clients} clients, {seconds:.0f} s: {len(everything) / seconds:.0f} answers/s {dict(self.codes)}")
        for kind, times in [*sorted(self.taken.items()), ("all", everything)]:
            ordered = sorted(times)
            p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
            spread = f"{p50 * 1000:>7.0f} ms median{p95 * 1000:>7.0f} ms p95{ordered[-1] * 1000:>8.0f} ms longest"
            print(f"{kind:<14}{len(ordered):>7}{spread}")
        for line in self.failed[:10]:
            print(f"  {line}")
        print(f"  files that were being made by others, to be asked for again: {self.later}")
        return sum(times for code, times in self.codes.items() if code != 200) - self.later

    def _ask(self, chance: random.Random, until: float) -> None:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=_PATIENCE)
        kinds = [kind for kind in _WEIGHTS if self.pages.get(kind)]
        while time.monotonic() < until:
            kind = chance.choices(kinds, [_WEIGHTS[kind] for kind in kinds])[0]
            page = chance.choice(self.pages[kind])
            begun = time.monotonic()
            try:
                connection.request("GET", page, headers={"Accept-Encoding": "gzip"})
                answer = connection.getresponse()
                while answer.read(_PIECE):
                    if kind != "file" and time.monotonic() - begun > _PATIENCE:
                        raise TimeoutError(f"not whole after {_PATIENCE:.0f} s")
                code = answer.status
            except (OSError, http.client.HTTPException) as error:
                connection.close()
                code = 0
                self.failed.append(f"{page}: {type(error).__name__} {error}")
            self.codes[code] += 1
            self.taken[kind].append(time.monotonic() - begun)
            if code == 503 and kind == "file" and answer.getheader("Retry-After"):
                self.later += 1
            elif code not in (0, 200):
                self.failed.append(f"{page}: {code}")


if __name__ == "__main__":
    sys.exit(main())
