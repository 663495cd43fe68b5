"""Pages that were made for one state of the data, as many as a number of bytes holds; the longest unasked go first."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response

_BESIDE = 1_000  # bytes that a page takes up beside its content, roughly
_MOST_OF_ALL = 8  # one page takes up a part of so many of the whole at most


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


class PageMemory:
    """Pages by key, for the threads of one process."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Hashable, KeptPage] = OrderedDict()
        self._lock = threading.Lock()
        self._bytes = 0

    def get(self, key: Hashable, state: str) -> KeptPage | None:
        """The page, if it was made for that state."""
        with self._lock:
            page = self._pages.get(key)
            if page is None or page.state != state:
                return None
            self._pages.move_to_end(key)
            return page

    def keep(self, key: Hashable, page: KeptPage, most_bytes: int) -> None:
        """Keeps the page in place of an older one, where it is not too large."""
        with self._lock:
            self._drop(key)
            if page.size * _MOST_OF_ALL > most_bytes:
                return
            self._pages[key] = page
            self._bytes += page.size
            while self._bytes > most_bytes:
                self._drop(next(iter(self._pages)))

    def forget(self) -> None:
        """Drops all."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, key: Hashable) -> None:
        page = self._pages.pop(key, None)
        self._bytes -= page.size if page is not None else 0
