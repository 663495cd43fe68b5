"""Whether time grows with the text alone: each case read in growing sizes, each time in a process of its own."""

from __future__ import annotations

import math
import multiprocessing
import resource
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.queues import SimpleQueue

from bench.extraction.hostile import CASES, WHOLE, Make, text_of, within_a_report
from bench.extraction.prefixes import pattern_prefixes, table_prefixes
from meetings.extraction.document import document_from_bytes
from meetings.extraction.exchange import to_json
from meetings.extraction.steps import extract

SIZES = (1_000, 10_000, 100_000, 1_000_000, 5_000_000)  # bytes
STEEPEST = 1.6  # growth of the time per character between the last two sizes
_LONG_ENOUGH, _MOST = 0.1, 20  # seconds that a measurement takes at least, repeated until then; repetitions
_SHORT, _LONG, _LONGEST = 6_000, 30_000, 150_000


@dataclass(frozen=True, slots=True)
class Measured:
    """One reading: processor seconds per character, the process's highest memory in MB, whether it was a meeting."""

    seconds: float
    megabytes: float
    is_meeting: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A case in all sizes; a size that took longer than the limit is None and the last."""

    name: str
    measured: tuple[Measured | None, ...]

    @property
    def growth(self) -> float:
        """How many times as long a character takes in the last size as in the last but one."""
        last, before = self.measured[-1], self.measured[-2] if len(self.measured) > 1 else None
        if last is None:
            return float("inf")
        return last.seconds / before.seconds if before else 1.0

    @property
    def is_linear(self) -> bool:
        """Whether the growth is no more than noise makes it."""
        return self.growth <= STEEPEST


def names() -> list[str]:
    """All cases."""
    return [*WHOLE, *CASES]


def grown(name: str, sizes: Sequence[int], limit: float) -> Row:
    """The case `name` read in `sizes` bytes, `limit` seconds each at most."""
    measured: list[Measured | None] = []
    for size in sizes:
        measured.append(measure(text_of(name, size), limit))
        if measured[-1] is None:
            break
    row = Row(name, tuple(measured))
    if not row.is_linear and measured[-1] is not None:  # another process may have had the core
        again = [measure(text_of(name, size), limit) for size in sizes[-2:]]
        row = min(row, Row(name, (*measured[:-2], *again)), key=lambda row: row.growth)
    return row


def steep_prefixes(limit: float, part: int = 0, parts: int = 1) -> Iterator[tuple[str, str, Row]]:
    """Beginnings of words and patterns that slow the reading down when they are repeated, and what stood between.

    Of `parts` equal parts of all beginnings only the one numbered `part` is tried.
    """
    first_words = {phrase.split()[0] for phrase in table_prefixes()}
    for prefix in sorted({*first_words, *pattern_prefixes()})[part::parts]:
        for between in (" ", ", ", ". ", "\n"):
            unit = prefix + between

            def make(size: int, unit: str = unit) -> str:
                return unit * (size // len(unit) + 1)

            if not _row(make, (_SHORT, _LONG), limit).growth <= 1.0:
                row = _row(make, (_LONG, _LONGEST), limit)
                if not row.is_linear:
                    yield prefix, between, row


def _row(make: Make, sizes: Sequence[int], limit: float) -> Row:
    """The words within a report, at its head only where they leave it a report."""
    measured = tuple(measure(within_a_report(make, size), limit) for size in sizes)
    if measured[0] and not measured[0].is_meeting:
        measured = tuple(measure(within_a_report(make, size, head=False), limit) for size in sizes)
    return Row("", measured)


def measure(text: str, limit: float) -> Measured | None:
    """The processor time to read `text`, from its bytes to its facts in JSON; None after `limit` seconds of it."""
    context = multiprocessing.get_context("fork")  # with the tables read and the patterns compiled
    answers: SimpleQueue[Measured] = context.SimpleQueue()
    child = context.Process(target=_timed, args=(text, answers, limit))
    child.start()
    child.join()
    if child.exitcode == -signal.SIGXCPU:
        return None
    if child.exitcode:
        raise RuntimeError(f"the reading of {text[:60]!r}… ended with {child.exitcode}")
    return answers.get()


def _timed(text: str, answers: SimpleQueue[Measured], limit: float) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(limit + time.process_time()), resource.RLIM_INFINITY))
    data = text.encode()
    began, readings = time.process_time(), 0
    while not readings or (time.process_time() < began + _LONG_ENOUGH and readings < _MOST):
        is_meeting = read(data)
        readings += 1
    seconds = (time.process_time() - began) / readings
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.put(Measured(seconds / len(text), peak, is_meeting))


def read(data: bytes) -> bool:
    """Reads a text's bytes to the end, which is its facts in JSON; whether it was a meeting."""
    document = document_from_bytes("bench.txt", data)
    facts = extract(document)
    to_json(document, facts)
    return facts.is_meeting
