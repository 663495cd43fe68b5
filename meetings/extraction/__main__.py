"""`python -m meetings.extraction FILE…` explains what is read from texts; `--facts OUT PATH…` writes it as facts/1."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from meetings.extraction import extract
from meetings.extraction.batch import write_facts
from meetings.extraction.document import DocumentError, read_document
from meetings.extraction.drawing import Page
from meetings.extraction.explain import explain

_NARROWEST, _WIDEST = 40, 120


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; 0 when every text could be read, 1 when one could not, 2 for wrong arguments."""
    parser = argparse.ArgumentParser(
        prog="python -m meetings.extraction",
        description="Explain what the rules read from press texts, or write it in the exchange format facts/1.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a text, or a folder of *.txt")
    parser.add_argument("--facts", type=Path, metavar="OUT", help="write OUT/NAME.json for every text instead")
    parser.add_argument(
        "-j", "--jobs", type=_positive, default=1, metavar="N", help="processes for --facts (default 1)"
    )
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Vietnamese in a C locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    files, missing = texts_at(options.paths)
    for path in missing:
        complain(path, missing[path])
    if options.facts is not None:
        failed = write_facts(files, options.facts, options.jobs, complain)
    else:
        failed = _explain_all(files)
    return 1 if failed or missing else 0


def texts_at(paths: Sequence[Path]) -> tuple[list[Path], dict[Path, str]]:
    """The files named, folders replaced by their `*.txt` in order; and what could not be found, with the reason."""
    files: list[Path] = []
    missing: dict[Path, str] = {}
    for path in paths:
        inside = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
        if not inside:
            missing[path] = "no *.txt in this folder"
        files += [file for file in inside if file not in files]
    return files, missing


def complain(path: Path, reason: str) -> None:
    """One line on the error stream: which file, and what is wrong with it."""
    print(f"{path}: {reason}", file=sys.stderr)


def _explain_all(files: Sequence[Path]) -> int:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    columns = shutil.get_terminal_size((80, 24)).columns
    page = Page(max(_NARROWEST, min(columns, _WIDEST)), colour)
    failed = 0
    for path in files:
        try:
            document = read_document(path)
        except DocumentError as error:
            complain(path, str(error))
            failed += 1
            continue
        for line in explain(document, extract(document), page):
            print(line)
        print()
    return failed


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # `… | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
