"""The file of a backup is there whole or not at all, and what a killed process was at does not stay for ever."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from backups import archive
from backups.manifest import Manifest, Refused

KILLED = """
import os, signal, sys
from pathlib import Path
from backups.archive import scratch
with scratch(Path(sys.argv[1])) as made:
    (made / "database").write_bytes(b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_one_left_goes_and_what_another_is_at_stays(tmp_path: Path) -> None:
    root = Path(archive.__file__).parents[1]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=root, check=False)
    assert killed.returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    with archive.scratch(tmp_path) as one, archive.scratch(tmp_path) as other:
        assert {*tmp_path.iterdir()} == {one, other}
        assert left not in (one, other)
    assert list(tmp_path.iterdir()) == []


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """As on a disk that is nearly full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_disk_that_is_full_is_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    manifest = Manifest("postgresql", "20261127T000000Z", "PostgreSQL 15", "5.2", [], {})
    with archive.scratch(tmp_path) as folder:
        (folder / "database").write_bytes(bytes(200_000))
        with files_of_at_most(100_000), pytest.raises(Refused, match=f"{tmp_path}: "):
            archive.write(tmp_path / "a.zip", manifest, folder / "database", folder)
    assert list(tmp_path.iterdir()) == []
