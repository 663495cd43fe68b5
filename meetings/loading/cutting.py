"""Files, not yet read, in batches: by what their curator tells, so that loaders need not wait for each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest

from meetings.loading.files import Source

# Files that are sorted by the provinces that their curator tells.
_SORTED_AT_ONCE = 4000
# In so many pieces the last batch of a loader is cut.
_PIECES = 2


def batched_by_province(sources: Iterable[Source], size: int, parts: int) -> Iterator[list[Source]]:
    """As `batched`, in another order: each of few provinces, as their curator tells, and side by side of others.

    What a text tells again is looked for in its province, once for a batch; and `parts` loaders on provinces of their
    own need not wait for each other. The last batches are small, so that none of the loaders is left alone for long.
    """
    rest = iter(sources)
    most = max(_SORTED_AT_ONCE // size, parts) * size
    while window := list(islice(rest, most)):
        window.sort(key=lambda source: source.province)
        batches = list(batched(window, size))
        length = -(-len(batches) // parts)
        cut = [batches[start : start + length] for start in range(0, len(batches), length)]
        if parts > 1 and len(window) < most:
            cut = [[*some[:-1], *batched(some[-1], -(-size // _PIECES))] for some in cut]
        yield from (batch for round_ in zip_longest(*cut) for batch in round_ if batch is not None)


def batched(sources: Iterable[Source], size: int) -> Iterator[list[Source]]:
    """Lists of `size` sources each, the last one shorter."""
    rest = iter(sources)
    while batch := list(islice(rest, size)):
        yield batch
