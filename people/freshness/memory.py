"""What was made for one state of the data, as many bytes as are allowed; what is unasked the longest goes first."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.safestring import SafeString

_BESIDE = 500  # bytes that one takes up beside its content, roughly
_MOST_OF_ALL = 8  # one takes up a part of so many of the whole at most


@dataclass(frozen=True)
class KeptPage:
    """A page as it was sent, and the state of the data that it shows."""

    state: str
    content: bytes
    headers: Mapping[str, str]

    @classmethod
    def of(cls, response: HttpResponse, state: str) -> KeptPage:
        """The page of a response, named by its content."""
        name = hashlib.blake2b(response.content, digest_size=12).hexdigest()
        headers = {**response.headers, "ETag": f'"{name}"'}
        headers.setdefault("Cache-Control", "no-cache")  # may be kept, but is asked for anew each time
        return cls(state, response.content, headers)

    @property
    def size(self) -> int:
        """Bytes that it takes up, roughly."""
        return len(self.content) + _BESIDE

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """The page, or 304 for whoever has it."""
        response = HttpResponse(self.content, headers=self.headers)
        return get_conditional_response(request, etag=self.headers["ETag"], response=response) or response


@dataclass(frozen=True)
class KeptPiece:
    """A piece of a page, which other pages show as well."""

    state: str
    html: SafeString

    @property
    def size(self) -> int:
        """Bytes that it takes up, roughly: letters with two signs make a text wide."""
        return 2 * len(self.html) + _BESIDE


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

    def keep(self, key: Hashable, kept: _Kept, most_bytes: int) -> None:
        """Keeps it in place of what is older, where it is not too large."""
        with self._lock:
            self._drop(key)
            if kept.size * _MOST_OF_ALL > most_bytes:
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
