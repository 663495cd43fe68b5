"""What a process has read of a list, in a file: for those that serve beside it, and for the next start."""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import time
import zipfile
from collections.abc import Hashable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import numpy as np
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from people.facets.stock.told import Told, from_arrays, to_arrays

logger = logging.getLogger(__name__)
AGAIN = 600.0  # seconds after which a file of which some rows have changed is written anew
# Seconds after which a file that nobody took goes; other code may be serving still while it is replaced by this.
_UNUSED, _UNUSED_OF_OTHER_CODE = 30 * 24 * 3600, 3600


class Shared:
    """The file of one list, of this code and this database. What cannot be read of it is as if it were not there."""

    def __init__(self, name: Hashable) -> None:
        database = connections[DEFAULT_DB_ALIAS].settings_dict
        of = repr([*(str(database[key]) for key in ("ENGINE", "HOST", "PORT", "NAME")), repr(name)])
        file = f"{_code_version()[:16]}-{hashlib.sha256(of.encode()).hexdigest()[:16]}.npz"
        self.path = Path(settings.STOCK_FOLDER) / file
        self._known = 0  # when the file was written that was taken or put last, in nanoseconds

    @contextmanager
    def reading(self) -> Iterator[bool]:
        """Keeps other processes from reading the list meanwhile; false where one of them is at it."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = self.path.with_suffix(".lock").open("a")
        except OSError as error:
            logger.warning("A list is not shared: %s", error)
            yield True
            return
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True

    def take(self) -> Told | None:
        """What another process has put there since this one looked; None where nothing is new."""
        try:
            written = self.path.stat().st_mtime_ns
        except OSError:  # there is none; whatever else is wrong is said by who writes it
            return None
        if written == self._known:
            return None
        self._known = written
        try:
            os.utime(self.path, ns=(time.time_ns(), written))
            # Opened here: where the content is none, numpy leaves the file open.
            with self.path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
                return from_arrays(stored)
        except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            logger.warning("A list is read anew, as %s cannot be used: %s", self.path, error)
            return None

    def is_old(self) -> bool:
        """Whether the file is to be written again where rows have changed."""
        with suppress(OSError):
            return time.time() - self.path.stat().st_mtime > AGAIN
        return True

    def put(self, told: Told) -> None:
        """Writes the file, whole or not at all."""
        draft = self.path.with_name(f"draft-{os.getpid()}-{self.path.name}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as stream:
                np.savez(stream, allow_pickle=False, **to_arrays(told))
            self._known = draft.stat().st_mtime_ns
            draft.replace(self.path)
            self._clear_away()
        except OSError as error:
            logger.warning("A list is not shared: %s", error)
            with suppress(OSError):
                draft.unlink()

    def _clear_away(self) -> None:
        for file in self.path.parent.iterdir():
            is_of_this_code = file.name.startswith(_code_version()[:16])
            with suppress(FileNotFoundError):  # another process may clear away, too
                unused = time.time() - max(file.stat().st_mtime, file.stat().st_atime)
                if unused > (_UNUSED if is_of_this_code else _UNUSED_OF_OTHER_CODE):
                    file.unlink()


@cache
def _code_version() -> str:
    """A checksum over the code that says what is read of lists, and the tables of facts beside it."""
    digest = hashlib.sha256()
    for config in apps.get_app_configs():
        if hasattr(config, "unseen_by_readers"):
            for path in sorted(Path(config.path).rglob("*")):
                if path.is_file() and path.suffix != ".pyc":
                    digest.update(path.read_bytes())
    return digest.hexdigest()
