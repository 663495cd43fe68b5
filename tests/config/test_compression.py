"""Packed answers: the same content for everybody, of a length that tells nothing."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import RequestFactory

from config.compression import LEAST, QuickGZipMiddleware

PAGE = "Sở Tài chính chủ trì. ".encode() * 100


def answered(make: Callable[[], HttpResponseBase], accepts: str = "br, gzip") -> HttpResponseBase:
    request = RequestFactory().get("/", headers={"Accept-Encoding": accepts})
    return QuickGZipMiddleware(lambda request: make()).process_response(request, make())


def test_a_page_is_packed_and_told_to_be() -> None:
    answer = answered(lambda: HttpResponse(PAGE, headers={"ETag": '"a"'}))
    assert isinstance(answer, HttpResponse)
    assert gzip.decompress(answer.content) == PAGE
    assert int(answer["Content-Length"]) == len(answer.content) < len(PAGE)
    assert (answer["Content-Encoding"], answer["Vary"], answer["ETag"]) == ("gzip", "Accept-Encoding", 'W/"a"')


def test_its_length_is_another_each_time() -> None:
    lengths = {len(answered(lambda: HttpResponse(PAGE)).content) for _ in range(20)}  # type: ignore[attr-defined]
    assert len(lengths) > 1


@pytest.mark.parametrize(
    ("content", "accepts", "headers"),
    [
        (PAGE, "br", {}),
        (PAGE[: LEAST - 1], "gzip", {}),
        (PAGE, "gzip", {"Content-Encoding": "br"}),
        (bytes(range(256)), "gzip", {}),  # which packing makes longer
    ],
)
def test_what_stays_as_it_is(content: bytes, accepts: str, headers: dict[str, str]) -> None:
    answer = answered(lambda: HttpResponse(content, headers=headers), accepts)
    assert isinstance(answer, HttpResponse)
    assert (answer.content, answer.get("Content-Encoding")) == (content, headers.get("Content-Encoding"))


def test_what_is_sent_in_parts() -> None:
    answer = answered(lambda: StreamingHttpResponse([PAGE, PAGE]))
    assert gzip.decompress(b"".join(answer)) == PAGE * 2
