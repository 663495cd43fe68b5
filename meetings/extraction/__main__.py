"""`python -m meetings.extraction FILE…` explains what is read from texts, and with `--why WORDS` why or why not.

`--facts OUT PATH…` writes it as facts/1 instead.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from meetings.extraction.batch import write_facts
from meetings.extraction.document import Document, DocumentError, read_document
from meetings.extraction.drawing import Page
from meetings.extraction.explain import explain
from meetings.extraction.memory import forget
from meetings.extraction.steps import extract
from meetings.extraction.why import Study, tell_why

_NARROWEST, _WIDEST = 40, 120


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; 0 when every text could be read, 1 when one could not, 2 for wrong arguments."""
    parser = argparse.ArgumentParser(
        prog="python -m meetings.extraction",
        description="Explain what the rules read from press texts, or write it in the exchange format facts/1.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a text, or a folder of *.txt")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--facts", type=Path, metavar="OUT", help="write OUT/NAME.json for every text instead")
    instead.add_argument(
        "--why",
        action="append",
        metavar="WORDS",
        help="tell instead why these words were or were not read, wherever they stand; may be given several times",
    )
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
    elif options.why is not None:
        failed = _answer_all(files, options.why)
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
    page, read = _page(), 0
    for document in _documents(files):
        read += 1
        for line in explain(document, extract(document), page):
            print(line)
        print()
    return len(files) - read


def _answer_all(files: Sequence[Path], phrases: Sequence[str]) -> int:
    """Tells of each of `phrases` why it was or was not read; returns how many files or phrases had no answer."""
    page, read = _page(), 0
    unanswered = dict.fromkeys(phrases)
    for document in _documents(files):
        read += 1
        study = Study.of(document)
        for phrase in dict.fromkeys(phrases):
            for line in tell_why(study, phrase, page):
                unanswered.pop(phrase, None)
                print(line)
        forget()
    texts = f"any of the {read} texts" if read > 1 else "the text"
    for phrase in unanswered if read else ():
        words = " ".join(phrase.split())
        reason = f"“{words}” does not stand in {texts}" if words else "the phrase is empty, give the words to ask for"
        print(f"--why: {reason}", file=sys.stderr)
    return len(files) - read + len(unanswered)


def _documents(files: Sequence[Path]) -> Iterator[Document]:
    """The texts that can be read; the others are complained of."""
    for path in files:
        try:
            document = read_document(path)
        except DocumentError as error:
            complain(path, str(error))
        else:
            yield document


def _page() -> Page:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    columns = shutil.get_terminal_size((80, 24)).columns
    return Page(max(_NARROWEST, min(columns, _WIDEST)), colour)


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
