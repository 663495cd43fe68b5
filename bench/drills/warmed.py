"""When a site has read its lists into memory, as far as answers tell."""

from __future__ import annotations

import itertools
import time

from bench.drills.addresses import LISTS
from bench.drills.servers import status

QUICK = 0.7  # seconds: no list of a large archive is so quick by SQL alone
_NUMBERS = itertools.count(int(time.time()))


def fresh(page: str) -> str:
    """The address of a list with words that nobody came from, so that no piece of the page is remembered."""
    return f"{page}?found=x{next(_NUMBERS)}"


def warmed(site: str, processes: int = 2, longest: float = 900) -> float:
    """Asks for each list until it is quick for some time; the seconds that this took. Raises `TimeoutError`."""
    begun = time.monotonic()
    for page in LISTS:
        quick = 0
        while quick < 4 * processes:
            _code, took, _text = status(site + fresh(page), 300)
            quick = quick + 1 if took < QUICK else 0
            if time.monotonic() - begun > longest:
                raise TimeoutError(f"{page} still takes {took:.1f} s")
    return time.monotonic() - begun
