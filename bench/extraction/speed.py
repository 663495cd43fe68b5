"""How many articles a second one core reads, in what memory, and whether the made-up articles are like real ones."""

from __future__ import annotations

import os
import re
import resource
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.extraction.articles import articles
from bench.extraction.growth import read
from meetings.extraction.document import document_from_bytes
from meetings.extraction.steps import extract

SAMPLES = Path(__file__).parents[2] / "tests" / "samples"
KINDS = ("mentions", "roles", "appearances", "directives", "targets", "legal_refs", "decisions")
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Speed:
    """What reading `texts` texts of `size` bytes in all took, on one core."""

    texts: int
    size: int
    processor: float  # seconds
    wall: float  # seconds
    megabytes: float  # the process's highest


def read_all(texts: list[bytes]) -> Speed:
    """Reads `texts` one after another on the first core that this process may use."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        read(texts[0])
        wall, processor = time.perf_counter(), time.process_time()
        for data in texts:
            read(data)
        processor, wall = time.process_time() - processor, time.perf_counter() - wall
    finally:
        os.sched_setaffinity(0, allowed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Speed(len(texts), sum(map(len, texts)), processor, wall, peak)


def made_up(number: int, seed: int) -> list[bytes]:
    """`number` articles from the grammar."""
    return [text.encode() for text in articles(number, seed=seed)]


def samples() -> list[bytes]:
    """The annotated texts beside the tests."""
    return [path.read_bytes() for path in sorted(SAMPLES.glob("*/*.txt"))]


def density(texts: Iterable[bytes]) -> tuple[dict[str, float], int]:
    """Facts per kB of the texts that are read as meetings, by kind and in all; and how many texts are read as none."""
    counts: Counter[str] = Counter()
    size = others = 0
    for data in texts:
        facts = extract(document_from_bytes("bench.txt", data))
        if not facts.is_meeting:
            others += 1
            continue
        size += len(data)
        for kind in KINDS:
            counts[kind] += len(getattr(facts, kind))
    counts["all"] = counts.total()
    return {kind: counts[kind] / size * 1000 for kind in (*KINDS, "all")}, others


def repeated(texts: Iterable[bytes]) -> tuple[int, int]:
    """How many sentences, with a full stop at their end, stand in another text, too; and of how many."""
    counts: Counter[str] = Counter()
    for data in texts:
        counts.update({part for part in _SENTENCE_ENDS.split(data.decode()) if part.endswith(".")})
    return sum(count for count in counts.values() if count > 1), counts.total()
