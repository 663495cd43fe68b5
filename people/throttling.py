"""So much work for one address in a minute, and no more, where a stranger's question costs us work.

Counted in the memory of each process, which costs nothing: with several processes an address gets as many times more.
"""

from __future__ import annotations

import time
from ipaddress import IPv6Address, ip_address

from django.core.cache import caches

MINUTE = 60  # seconds


def seconds_to_wait(what: str, address: str, most: int, seconds: int = MINUTE) -> int:
    """0, and one more is counted, where `address` has asked for `what` fewer than `most` times; else seconds to wait.

    Time is divided into stretches of `seconds`, in each of which an address starts anew.
    """
    now = time.time()
    stretch, since = divmod(now, seconds)
    key = f"throttle-{what}-{int(stretch)}-{whose(address)}"
    cache = caches["throttles"]
    cache.add(key, 0, seconds)
    try:
        asked = cache.incr(key)
    except ValueError:  # forgotten in between
        return 0
    return 0 if asked <= most else max(1, int(seconds - since + 1))


def whose(address: str) -> str:
    """An address as one client's, empty for what is none.

    Of IPv6 the first 64 bits count: whoever has one address has all that begin with them.
    """
    try:
        ip = ip_address(address.strip())
    except ValueError:
        return ""
    ip = (ip.ipv4_mapped or ip) if isinstance(ip, IPv6Address) else ip
    return ip.exploded[:19] if isinstance(ip, IPv6Address) else str(ip)
