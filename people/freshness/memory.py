"""What was made for one state of the data, as many bytes as are allowed; what is unasked the longest goes first."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import parse_http_date_safe
from django.utils.safestring import SafeString

_BESIDE = 500  # bytes that one takes up beside its content, roughly
_MOST_OF_ALL = 8  # one takes up a part of so many of the whole at most


def most_of(most_bytes: int) -> int:
    """The most bytes that one takes up of all that are allowed."""
    return most_bytes // _MOST_OF_ALL


@dataclass(frozen=True)
class KeptPage:
    """A page as it was sent, and the state of the data that it shows."""

    state: str
    content: bytes
    headers: Mapping[str, str]

    @classmethod
    def of(cls, content: bytes, headers: Mapping[str, str], state: str) -> KeptPage:
        """The page of an answer, named by its content where the answer has no name.

        What is packed has a head of random length: it is named by what is in it, alike in all processes.
        """
        if "ETag" in headers:
            name = headers["ETag"]
        elif headers.get("Content-Encoding") == "gzip":
            name = f"W/{_name(gzip.decompress(content))}"
        else:
            name = _name(content)
        # `no-cache`: may be kept, but is asked for anew each time.
        return cls(state, content, {"Cache-Control": "no-cache", **headers, "ETag": name})

    @property
    def size(self) -> int:
        """Bytes that it takes up, roughly."""
        return len(self.content) + _BESIDE

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """The page, or 304 for whoever has it."""
        response = HttpResponse(self.content, headers=self.headers)
        changed = self.headers.get("Last-Modified")
        moment = parse_http_date_safe(changed) if changed else None
        return get_conditional_response(request, self.headers["ETag"], moment, response) or response


def _name(content: bytes) -> str:
    return f'"{hashlib.blake2b(content, digest_size=12).hexdigest()}"'


@dataclass(frozen=True)
class KeptPiece:
    """A piece of a page, which other pages show as well."""

    state: str
    html: SafeString

    @property
    def size(self) -> int:
        """Bytes that it takes up, roughly: letters with two signs make a text wide."""
        return 2 * len(self.html) + _BESIDE


@dataclass(frozen=True)
class KeptValue:
    """What was read, packed."""

    state: str
    packed: bytes

    @property
    def size(self) -> int:
        """Bytes that it takes up, roughly."""
        return len(self.packed) + _BESIDE


class Kept(Protocol):
    """What is kept."""

    @property
    def state(self) -> str:
        """The state of the data that it shows."""
        ...

    @property
    def size(self) -> int:
        """Bytes that it takes up."""
        ...


_Kept = TypeVar("_Kept", bound=Kept)


class Memory(Generic[_Kept]):
    """What is kept by key, for the threads of one process."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._lock = threading.Lock()
        self._bytes = 0

    def get(self, key: Hashable, state: str) -> _Kept | None:
        """What is kept there, if it was made for that state."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is None or kept.state != state:
                return None
            self._kept.move_to_end(key)
            return kept

    def of_any_state(self, key: Hashable) -> _Kept | None:
        """What is kept there, whichever state it was made for."""
        return self._kept.get(key)

    def keep(self, key: Hashable, kept: _Kept, most_bytes: int) -> None:
        """Keeps it in place of what is older, where it is not too large."""
        with self._lock:
            self._drop(key)
            if kept.size > most_of(most_bytes):
                return
            self._kept[key] = kept
            self._bytes += kept.size
            while self._bytes > most_bytes:
                self._drop(next(iter(self._kept)))

    def forget(self) -> None:
        """Drops all."""
        with self._lock:
            self._kept.clear()
            self._bytes = 0

    def _drop(self, key: Hashable) -> None:
        kept = self._kept.pop(key, None)
        self._bytes -= kept.size if kept is not None else 0
