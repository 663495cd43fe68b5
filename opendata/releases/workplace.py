"""The hidden folder in which a release is built beside those that are there, and what of it is finished."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from opendata.releases.refusals import Refused

NAME = ".publishing"


class Workplace:
    """A folder to build in, and the state of the work: kept at every step, so that a run that was killed goes on.

    `release` becomes the release by being renamed, once it is whole; `keep` and `has` know of a file by its name in it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.release = path / "release"
        self.database = path / "tables.sqlite3"
        self._state_file = path / "state.json"
        self._state: dict[str, Any] = {"fingerprint": "", "files": {}, "tables": {}}

    def go_on(self, fingerprint: str) -> bool:
        """Takes over what is finished. Returns whether it can be gone on with: of the same data, and undamaged."""
        self._state |= self._read_state()
        if self._state["fingerprint"] != fingerprint:
            return False
        return all(sha256(self.release / name) == known for name, known in self._state["files"].items())

    def begin(self, fingerprint: str) -> None:
        """Clears all away and begins with data of that fingerprint."""
        for path in self.path.iterdir():
            if path.name != LOCK:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        self._state = {"fingerprint": fingerprint, "files": {}, "tables": {}}
        self._write_state()

    def has(self, *names: str) -> bool:
        """Whether these files are finished."""
        return all(name in self._state["files"] for name in names)

    def keep(self, *names: str) -> None:
        """Remembers that these files are finished."""
        for name in names:
            self._state["files"][name] = sha256(self.release / name)
        self._write_state()

    @property
    def rows(self) -> dict[str, int]:
        """The numbers of rows of the tables that are finished."""
        rows: dict[str, int] = self._state["tables"]
        return rows

    def keep_rows(self, table: str, count: int) -> None:
        """Remembers the number of rows of a table, to be written with the next `keep`."""
        self._state["tables"][table] = count

    def place(self, name: str) -> Path:
        """Where the file called `name` goes; its folder is made."""
        path = self.release / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def write(self, name: str, text: str) -> None:
        """Writes a small file, anew each time."""
        with self.place(name).open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def files(self) -> list[Path]:
        """All files of the release by name."""
        return sorted(path for path in self.release.rglob("*") if path.is_file())

    def hand_over(self, target: Path) -> None:
        """Makes the folder the release, in one step. Raises `Refused` where something stands in its place by now."""
        for path in (*self.release.rglob("*"), self.release):
            _settle(path)
        refuse_to_overwrite(target)
        self.release.rename(target)
        _settle(target.parent)
        shutil.rmtree(self.path, ignore_errors=True)

    def give_up(self) -> None:
        """Leaves nothing behind."""
        shutil.rmtree(self.path, ignore_errors=True)

    def _read_state(self) -> dict[str, Any]:
        try:
            state = json.loads(self._state_file.read_bytes())
        except (OSError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}

    def _write_state(self) -> None:
        fresh = self._state_file.with_suffix(".new")
        fresh.write_text(json.dumps(self._state), encoding="utf-8")
        fresh.replace(self._state_file)


LOCK = "lock"


@contextmanager
def workplace(folder: Path) -> Iterator[Workplace]:
    """The workplace in `folder`, of one run at a time. It stays for the next run unless nothing can come of it."""
    path = folder / NAME
    path.mkdir(parents=True, exist_ok=True)
    with (path / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(_("Another run is publishing in “%(folder)s”; wait for it.") % {"folder": folder}) from None
        yield Workplace(path)


def refuse_to_overwrite(target: Path) -> None:
    """Raises `Refused` where a release, or anything else, stands already."""
    if target.exists() or target.is_symlink():
        raise Refused(
            _("“%(release)s” is there already, and a release is never changed; give another --date.")
            % {"release": target}
        )


def sha256(path: Path) -> str:
    """The checksum of a file; nothing for one that is not there."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _settle(path: Path) -> None:
    """Waits until what the file holds, or the names in the folder, are on the disk."""
    at = os.open(path, os.O_RDONLY)
    try:
        os.fsync(at)
    finally:
        os.close(at)
