"""Why no release was made, in one sentence for whoever runs the command."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext as _


class Refused(Exception):
    """That nothing was published, and why."""


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Turns what the disk does not let us do in `folder` into `Refused`; everything else passes."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name == "SQLITE_FULL":
            raise Refused(_full(folder)) from error
        if name.startswith(("SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise Refused(_unwritable(folder, str(error))) from error
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Refused(_full(folder)) from error
        raise Refused(_unwritable(folder, error.strerror or str(error))) from error


def _full(folder: Path) -> str:
    return _("The disk of “%(folder)s” is full; nothing was published. Make room there or choose another folder.") % {
        "folder": folder
    }


def _unwritable(folder: Path, why: str) -> str:
    return _("“%(folder)s” cannot be written (%(why)s); nothing was published.") % {"folder": folder, "why": why}
