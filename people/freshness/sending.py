"""What is sent in parts, gathered on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator


def gathered(parts: Iterator[bytes], most: int, keep: Callable[[bytes], object]) -> Iterator[bytes]:
    """The parts as they come; once the last is sent, `keep` gets the whole, where it is no longer than `most` bytes.

    What breaks off, or is read by nobody to its end, is no whole.
    """
    seen: list[bytes] = []
    size = 0
    for part in parts:
        yield part
        size += len(part)
        seen.append(part)
        if size > most:
            seen.clear()
    if size <= most:
        keep(b"".join(seen))
