"""What could not be loaded, each in one line that names file, line and mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from meetings.extraction.document import DocumentError

# What `read_document` says, which runs where there are no translations, and the message that is translated.
_REASONS = tuple(
    (re.compile(pattern), message)
    for pattern, message in (
        (r"larger than (?P<mb>\d+) MB", _("larger than %(mb)s MB: split it into one text per article")),
        (r"cannot be read \((?P<why>.*)\)", _("cannot be read (%(why)s): check that it exists and its permissions")),
        (r"empty", _("empty: there is no text in it")),
        (
            r"a binary file \((?P<kind>.*)\)",
            _("a binary file (%(kind)s), not a text: save it as plain text in UTF-8"),
        ),
        (r"a binary file", _("a binary file, not a text: save it as plain text in UTF-8")),
        (r"broken UTF-16 at byte (?P<byte>\d+)", _("broken UTF-16 at byte %(byte)s: save it again as UTF-8")),
        (
            r"not UTF-8 at byte (?P<byte>\d+) \(it looks like (?P<encoding>.*)\):",
            _("not UTF-8 at byte %(byte)s (it looks like %(encoding)s): convert it to UTF-8 first"),
        ),
        (r"not UTF-8 at byte (?P<byte>\d+)", _("not UTF-8 at byte %(byte)s: convert it to UTF-8 first")),
    )
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, the line in it where one is known, and what is wrong there and how to mend it."""

    path: Path
    message: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class LoadError(Exception):
    """A file that cannot be loaded; carries the `failures` that say why."""

    def __init__(self, *failures: Failure) -> None:
        super().__init__("; ".join(map(str, failures)))
        self.failures = failures


def unreadable(path: Path, error: DocumentError) -> Failure:
    """The failure of a file that is no text in Unicode, in the language of the user."""
    for pattern, message in _REASONS:
        if found := pattern.match(str(error)):
            parts: dict[str, Any] = found.groupdict()
            line = _line_of(path, int(parts["byte"])) if "byte" in parts and "UTF-8" in pattern.pattern else None
            return Failure(path, gettext(message) % parts, line)
    return Failure(path, str(error))


def is_of_the_database(error: Exception) -> bool:
    """Whether the database is away, full, or held up by others: that says nothing of the text at hand.

    Transactions that met each other (40), and a value that is more than an index takes (54), are no such thing.
    """
    if not isinstance(error, (OperationalError, InterfaceError)):
        return False
    cause = error.__cause__
    return not (isinstance(cause, psycopg.Error) and (cause.sqlstate or "").startswith(("40", "54")))


def stopped(error: Exception) -> str:
    """The sentence for a run that the database has ended."""
    why = " ".join(str(error).split())[:300].rstrip(".")
    return gettext(
        "The database cannot be used (%(why)s). What is loaded is whole; run the command again: it goes on from here."
    ) % {"why": why}


def _line_of(path: Path, byte: int) -> int | None:
    try:
        with path.open("rb") as data:
            return data.read(byte).count(b"\n") + 1
    except OSError:
        return None
