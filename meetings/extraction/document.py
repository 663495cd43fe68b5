"""A press text as bytes, settled once into the characters that every span counts."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from meetings.extraction.spans import matchable

MAX_BYTES = 5 * 1024 * 1024
_MAGIC = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP or Word",
    b"\xd0\xcf\x11\xe0": "old Word",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "RTF",
}
# Byte pairs and letters that are frequent in Vietnamese written in each legacy encoding and rare elsewhere.
_LEGACY_SIGNS = {
    "TCVN3 (ABC)": re.compile(rb"[\xae\xb5-\xb8\xb9\xbb-\xbe\xc6-\xcb\xd0-\xdf\xe1-\xfe]"),
    "VNI": re.compile(
        rb"[aoueyiAOUEYI][\xd8\xd9\xda\xdb\xd5\xcf\xe2\xf8\xf9\xfb\xf5\xef\xe0\xe1\xe3\xe4\xe5\xe8\xe9\xeb\xea]"
    ),
    "VISCII": re.compile(rb"[\x02\x05\x06\x14\x19\x1e]|[\x80-\x9f][a-z]"),
    "Windows-1258": re.compile(
        rb"[\xe2\xea\xf4\xe3\xf5\xfd\xe0\xe8][\xcc\xec\xd2\xde\xf2]|[aeiouy][\xcc\xec\xd2\xde\xf2]"
    ),
}


class DocumentError(ValueError):
    """A file that cannot be read as a text; the message names the reason and the mend in one sentence."""


@dataclass(frozen=True)
class Document:
    """A settled text: `text` is NFC with `\\n` line ends and no byte-order mark, and is what gets stored."""

    name: str
    text: str
    sha256: str = ""
    plain: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", matchable(self.text))


def settle(text: str) -> str:
    """`text` as it is stored: no byte-order mark, `\\n` line ends, NFC."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def read_document(path: Path) -> Document:
    """The file at `path`, settled. Raises `DocumentError` for anything that is not a text in Unicode."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DocumentError(f"larger than {MAX_BYTES // 1024 // 1024} MB: split it into one text per article")
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"cannot be read ({error.strerror}): check that it exists and its permissions") from error
    return document_from_bytes(path.name, data)


def document_from_bytes(name: str, data: bytes) -> Document:
    """Decodes and settles `data`. Raises `DocumentError` as `read_document` does."""
    text = settle(_decode(data))
    if not text.strip():
        raise DocumentError("empty: there is no text in it")
    return Document(name=name, text=text, sha256=hashlib.sha256(data).hexdigest())


def _decode(data: bytes) -> str:
    if not data:
        raise DocumentError("empty: there is no text in it")
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise DocumentError(f"a binary file ({kind}), not a text: save it as plain text in UTF-8")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise DocumentError(f"broken UTF-16 at byte {error.start}: save it again as UTF-8") from error
    if b"\x00" in data:
        raise DocumentError("a binary file, not a text: save it as plain text in UTF-8")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"not UTF-8 at byte {error.start}{_legacy_guess(data)}: convert it to UTF-8 first"
        ) from error


def _legacy_guess(data: bytes) -> str:
    counts = {name: len(signs.findall(data)) for name, signs in _LEGACY_SIGNS.items()}
    name, count = max(counts.items(), key=lambda item: item[1])
    return f" (it looks like {name})" if count else ""
