"""How much the words of two tasks have in common, without the names of agencies and the words that all tasks have."""

from __future__ import annotations

import re
from functools import lru_cache

from people.names import fold

# Below so many words, two texts are alike only where they are equal.
FEWEST_WORDS = 4
EMPTY_WORDS = frozenset(
    """va cac cua cho de voi trong tai theo ve la duoc phai can yeu cau giao nghi chu tri phoi hop dong chi luu y so ban
    nganh tinh ubnd viec truoc ngay thang nam den tu hoan thanh tiep tuc""".split()  # noqa: SIM905
)


@lru_cache(maxsize=4096)
def content_words(text: str, names: frozenset[str]) -> frozenset[str]:
    """The words that carry a task, folded, without those of `names`, which are folded, too."""
    bare = fold(text)
    for name in sorted(names, key=len, reverse=True):
        bare = bare.replace(name, " ")
    return frozenset(re.findall(r"[^\W_]+", bare)) - EMPTY_WORDS


def shared_words(one: str, other: str, names: frozenset[str]) -> float:
    """What share of the shorter one's words the two have in common; of very short ones, whether they are equal."""
    mine, theirs = content_words(one, names), content_words(other, names)
    fewest = min(len(mine), len(theirs))
    return len(mine & theirs) / fewest if fewest >= FEWEST_WORDS else float(mine == theirs and fewest > 0)
