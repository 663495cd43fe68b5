"""Visitors who read pages while something is broken, and what they were answered."""

from __future__ import annotations

import http.client
import threading
from collections import Counter
from itertools import count
from types import TracebackType
from urllib.parse import urlsplit

PAGES = ("/", "/cuoc-hop/", "/nhiem-vu/", "/chi-tieu/", "/can-bo/", "/co-quan/", "/van-ban/", "/tinh-thanh/")


class Visitors:
    """Visitors at work until the end of the block; `codes` counts their answers, 0 those that broke off."""

    def __init__(self, address: str, number: int = 2, pages: tuple[str, ...] = PAGES) -> None:
        self.codes: Counter[int] = Counter()
        self.half = 0
        self._address = urlsplit(address).netloc
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._read, args=(pages, n)) for n in range(number)]

    def __enter__(self) -> Visitors:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def wrong(self, allowed: tuple[int, ...] = (200, 0)) -> int:
        """How many answers were none of the `allowed`, or were half a page; prints all."""
        print(f"  visitors: {dict(self.codes)}, {self.half} half pages", flush=True)
        return self.half + sum(times for code, times in self.codes.items() if code not in allowed)

    def _read(self, pages: tuple[str, ...], visitor: int) -> None:
        for number in count(visitor):
            if self._ended.wait(0.05):
                return
            connection = http.client.HTTPConnection(self._address, timeout=60)
            try:
                # A page that nobody remembers, now and then.
                connection.request("GET", pages[number % len(pages)] + (f"?page=1&n={number}" if number % 3 else ""))
                answer = connection.getresponse()
                page = answer.read()
                self.codes[answer.status] += 1
                self.half += answer.status == 200 and not page.rstrip().endswith(b"</html>")
            except (OSError, http.client.HTTPException):
                self.codes[0] += 1
            finally:
                connection.close()
