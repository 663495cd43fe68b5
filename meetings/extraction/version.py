"""The version of the rules, which changes with every change to them or to a word they know."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_LENGTH = 16


@cache
def extractor_version() -> str:
    """A hash over the package's code and tables: 16 hexadecimal digits, the same wherever the files are the same."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.csv")]):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:_LENGTH]
