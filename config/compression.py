"""Pages are packed about as fast as they are made: the last bytes to be saved cost the most time."""

from __future__ import annotations

import gzip
import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware, re_accepts_gzip
from django.utils.cache import patch_vary_headers

LEAST = 200  # bytes, below which nothing is gained
_LEVEL = 3  # of nine: a third of the time that the usual 6 takes, an eighth more bytes
_HEAD = 10  # bytes of a gzip file before the name that it may have
_FLAGS, _HAS_NAME = 3, 8  # where the head says so (RFC 1952)


class QuickGZipMiddleware(GZipMiddleware):
    """Packs an answer where its client takes that and it becomes shorter; what is sent in parts, as Django does."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, with a weak ETag where it was packed."""
        if not isinstance(response, HttpResponse):
            return super().process_response(request, response)
        if len(response.content) < LEAST or response.has_header("Content-Encoding"):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if not re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")):
            return response
        packed = _packed(response.content, self.max_random_bytes)
        if len(packed) >= len(response.content):
            return response
        response.content = packed
        response.headers["Content-Length"] = str(len(packed))
        response.headers["Content-Encoding"] = "gzip"
        if (etag := response.get("ETag", "")).startswith('"'):
            response.headers["ETag"] = f"W/{etag}"
        return response


def _packed(content: bytes, most_padding: int) -> bytes:
    """A gzip file whose name is of a random length: nobody learns from the answer's what it holds."""
    packed = gzip.compress(content, _LEVEL, mtime=0)
    head = bytearray(packed[:_HEAD])
    head[_FLAGS] = _HAS_NAME
    return b"%b%b\0%b" % (bytes(head), b"a" * secrets.randbelow(most_padding), packed[_HEAD:])
