"""Many texts at once: the facts of each in a file of its own, in several processes, with progress."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TextIO

from meetings.extraction.document import DocumentError, read_document
from meetings.extraction.exchange import to_json
from meetings.extraction.steps import extract

_CHUNK = 16


def write_facts(files: Sequence[Path], out: Path, jobs: int, complain: Callable[[Path, str], None]) -> int:
    """Writes `out/NAME.json` for each of `files`; tells `complain` of those that could not be, returns their number.

    What is written does not depend on `jobs`; a file stands there whole or not at all.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        complain(out, f"cannot be written to ({error.strerror})")
        return max(1, len(files))
    tasks: list[tuple[Path, Path]] = []
    taken: dict[str, Path] = {}
    failed = 0
    for path in files:
        if path.stem in taken:
            complain(path, f"would overwrite the facts of {taken[path.stem]}: give it another name")
            failed += 1
        else:
            taken[path.stem] = path
            tasks.append((path, out / f"{path.stem}.json"))
    progress = Progress(len(tasks), sys.stderr)
    for (path, _), reason in zip(tasks, _run(tasks, jobs), strict=True):
        progress.advance()
        if reason:
            progress.clear()
            complain(path, reason)
            failed += 1
    progress.close(failed)
    return failed


def _run(tasks: Sequence[tuple[Path, Path]], jobs: int) -> Iterator[str | None]:
    if jobs == 1 or len(tasks) < 2:
        yield from map(write_one, tasks)
        return
    with ProcessPoolExecutor(min(jobs, len(tasks))) as pool:
        yield from pool.map(write_one, tasks, chunksize=max(1, min(_CHUNK, len(tasks) // (4 * jobs))))


def write_one(task: tuple[Path, Path]) -> str | None:
    """Reads the first path's text and writes its facts to the second; gives the reason where that cannot be done."""
    source, target = task
    try:
        document = read_document(source)
        _replace(target, to_json(document, extract(document)))
    except DocumentError as error:
        return str(error)
    except OSError as error:
        return f"its facts cannot be written to {target} ({error.strerror})"
    return None


def _replace(target: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


class Progress:
    """How far the work is: a line that renews itself on a terminal, the outcome alone elsewhere."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self.total, self.stream = total, stream
        self.done, self.shown = 0, 0.0
        self.began = time.monotonic()
        self.live = stream.isatty()

    def advance(self) -> None:
        """Counts one text more."""
        self.done += 1
        now = time.monotonic()
        if self.live and (now - self.shown > 0.1 or self.done == self.total):
            self.shown = now
            rate = self.done / max(now - self.began, 1e-9)
            left = (self.total - self.done) / rate
            line = f"{self.done}/{self.total} texts, {rate:.0f} a second, {left:.0f} s left"
            print(f"\r\x1b[K{line}", end="", file=self.stream, flush=True)

    def clear(self) -> None:
        """Makes room for another line."""
        if self.live:
            print("\r\x1b[K", end="", file=self.stream, flush=True)

    def close(self, failed: int) -> None:
        """Tells the outcome."""
        self.clear()
        seconds = time.monotonic() - self.began
        print(
            f"{self.done - failed if self.done >= failed else 0} texts read, {failed} not, {seconds:.1f} s",
            file=self.stream,
        )
