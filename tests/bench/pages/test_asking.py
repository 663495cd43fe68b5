"""What is asked of servers: packed pages, ETags, and nobody who is waited for too long."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench.pages import asking
from bench.pages.asking import Client, TooSlow, Unexpected, database, number_in
from bench.pages.throughput import _by_hand


class Answers(BaseHTTPRequestHandler):
    """One page, packed, with an ETag; none at /gone, a late one at /late."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/late":
            time.sleep(0.3)
        known = self.headers.get("If-None-Match") == '"1"'
        body = b"" if known else gzip.compress("1.234 cuộc họp".encode())
        self.send_response(404 if self.path == "/gone" else 304 if known else 200)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"1"')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_is_unpacked_and_asked_for_again_by_its_etag(host: str) -> None:
    with closing(Client(host)) as client:
        spent, page, etag = client.ask("/")
        assert spent > 0
        assert number_in(page, re.compile(r"([\d.]+) cuộc họp")) == 1234
        assert number_in(page, re.compile(r"([\d.]+) cán bộ")) is None
        assert client.ask("/", etag, wanted=304)[0] > 0
        with pytest.raises(Unexpected, match="/gone: 404"):
            client.ask("/gone")


def test_nobody_is_waited_for_too_long(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "LONGEST", 0.1)
    with closing(Client(host)) as client, pytest.raises(TooSlow):
        client.ask("/late")


def test_pages_a_second_without_another_program(host: str) -> None:
    # In a thread of its own: a browser that another test left has a loop in this one.
    with ThreadPoolExecutor(1) as beside:
        rate, failed = beside.submit(lambda: asyncio.run(_by_hand(host, itertools.cycle(["/"]), 0.2))).result()
    assert rate > 5
    assert failed == 0


def test_statements_are_executed_directly(tmp_path: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(tmp_path / "a.sqlite3")) as made:
        made.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2), (3);")
    execute, end = database(f"sqlite:///{tmp_path}/a.sqlite3")
    spent, number = execute(["SELECT count(*) FROM t", "SELECT * FROM t"])
    end()
    assert spent > 0
    assert number == 3
