"""Each request has an id: in its answer, in each line logged for it, and the proxy's own where that is believed."""

from __future__ import annotations

import io
import json
import logging
import logging.config
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory, override_settings

from config.log import logging as configuration
from config.request_ids import HEADER, RequestIdFilter, RequestIdMiddleware

logger = logging.getLogger("tests.requests")


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is written for a collector of logs."""
    stream = io.StringIO()
    formatter = configuration("INFO", "json")["formatters"]["line"]
    handler = logging.StreamHandler(stream)
    handler.addFilter(RequestIdFilter())
    handler.setFormatter(logging.config.DictConfigurator({"version": 1}).configure_formatter(formatter))
    logger.addHandler(handler)
    yield stream
    logger.removeHandler(handler)


def answer_to(request: HttpRequest) -> HttpResponse:
    def view(request: HttpRequest) -> HttpResponse:
        logger.warning("Việc %s", "tỉnh", extra={"user": "lan"})
        return HttpResponse()

    answer = RequestIdMiddleware(view)(request)
    assert isinstance(answer, HttpResponse)
    return answer


def test_a_line_is_one_object_with_the_id_of_the_answer(rf: RequestFactory, lines: io.StringIO) -> None:
    answer = answer_to(rf.get("/"))
    told = json.loads(lines.getvalue())
    assert told["request_id"] == answer.headers[HEADER]
    assert len(told["request_id"]) == 32
    assert (told["level"], told["logger"], told["message"]) == ("WARNING", "tests.requests", "Việc tỉnh")
    assert told["user"] == "lan"
    assert told["time"].startswith("20")
    assert "Việc tỉnh" in lines.getvalue()


def test_an_exception_is_within_its_line(lines: io.StringIO) -> None:
    try:
        raise ValueError("hai\ndòng")
    except ValueError:
        logger.exception("Hỏng")
    (line,) = lines.getvalue().splitlines()
    assert "ValueError: hai\ndòng" in json.loads(line)["exception"]


def test_what_is_sent_in_pieces_has_it_to_the_end(rf: RequestFactory, lines: io.StringIO) -> None:
    def pieces() -> Iterator[bytes]:
        logger.warning("a piece")
        yield b""

    answer = RequestIdMiddleware(lambda request: StreamingHttpResponse(pieces()))(rf.get("/"))
    assert isinstance(answer, StreamingHttpResponse)
    list(answer)
    assert json.loads(lines.getvalue())["request_id"] == answer.headers[HEADER]


@pytest.mark.parametrize("proxies", [0, 1])
def test_only_ones_own_proxy_is_believed(rf: RequestFactory, proxies: int) -> None:
    with override_settings(PROXIES=proxies):
        found = answer_to(rf.get("/", headers={HEADER: "0f9e-proxy.made_it"})).headers[HEADER]
    assert (found == "0f9e-proxy.made_it") is bool(proxies)


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "a b c d e f", 'abcdefgh"}', "abcdefgh\r\nX: y", "việc-tỉnh-1"]
)
def test_what_is_no_id_is_replaced(rf: RequestFactory, given: str) -> None:
    with override_settings(PROXIES=1):
        found = answer_to(rf.get("/", HTTP_X_REQUEST_ID=given)).headers[HEADER]
    assert found != given
    assert len(found) == 32


def test_outside_of_requests_there_is_none(lines: io.StringIO, client: Client) -> None:
    assert client.get("/healthz").headers[HEADER]
    logger.warning("nobody asked")
    assert json.loads(lines.getvalue())["request_id"] == "-"
