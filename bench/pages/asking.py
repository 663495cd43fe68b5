"""Asks one contestant for one page, and says how long it took and how many rows the page speaks of."""

from __future__ import annotations

import gzip
import http.client
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

# How each kind of page says how many rows there are.
_OURS = re.compile(r'class="result-count"[^>]*>\s*([\d.]+)')
_DATASETTE = re.compile(r"<h3>\s*([\d,]+) rows?")
_ADMIN = re.compile(r'class="paginator"[^>]*>.*?([\d.]+)\s*(?:meeting|official|cuộc họp|cán bộ)', re.DOTALL)
COUNTS = {"ours": _OURS, "Datasette": _DATASETTE, "admin": _ADMIN}


_IDLE = 1  # second after which another connection is opened
LONGEST = 30  # seconds that anybody is waited for


class Unexpected(Exception):
    """A page could not be had."""


class TooSlow(Exception):
    """Nobody is waited for that long: what takes so long is not asked again."""


class Client:
    """Keeps one connection open, as a browser does, and takes what is packed; `cookie` is sent where there is one."""

    def __init__(self, host: str, cookie: str = "") -> None:
        self.host, self.connection = host, http.client.HTTPConnection(host, timeout=LONGEST)
        self._used = time.perf_counter()
        self.headers = {"Accept-Encoding": "gzip", **({"Cookie": cookie} if cookie else {})}

    def ask(self, address: str, etag: str = "", wanted: int = 200) -> tuple[float, str, str]:
        """Milliseconds, the page and its ETag; raises `TooSlow`, and `Unexpected` for another status than `wanted`."""
        headers = {**self.headers, **({"If-None-Match": etag} if etag else {})}
        if time.perf_counter() - self._used > _IDLE:  # a server closes what is idle: Datasette after five seconds
            self.connection.close()
        began = time.perf_counter()
        try:
            self.connection.request("GET", address, headers=headers)
            answer = self.connection.getresponse()
            body = answer.read()
        except TimeoutError as error:
            self.connection.close()
            raise TooSlow from error
        except (http.client.HTTPException, OSError) as error:
            self.connection.close()
            raise Unexpected(f"http://{self.host}{address}: {error!r}") from error
        self._used = time.perf_counter()
        spent = 1000 * (self._used - began)
        if spent > 500 * LONGEST and answer.status >= 500:  # the database was told to give up
            raise TooSlow
        if answer.status != wanted:
            raise Unexpected(f"http://{self.host}{address}: {answer.status}")
        packed = answer.headers.get("Content-Encoding") == "gzip"
        return spent, (gzip.decompress(body) if packed else body).decode(), answer.headers.get("ETag", "")

    def close(self) -> None:
        """Ends the connection."""
        self.connection.close()


def number_in(page: str, said: re.Pattern[str]) -> int | None:
    """How many rows the page says there are; None where it does not."""
    found = said.search(page)
    return int(re.sub(r"\D", "", found[1])) if found else None


def database(url: str) -> tuple[Callable[[list[str]], tuple[float, int]], Callable[[], None]]:
    """What executes statements directly: gives milliseconds and the first number of the first answer; and its end.

    Raises `TooSlow`.
    """
    connection: Any
    began = time.perf_counter()
    given_up: tuple[type[Exception], ...] = (sqlite3.OperationalError,)
    if url.startswith("sqlite:///"):
        connection = sqlite3.connect(f"file:{url.removeprefix('sqlite:///')}?mode=ro", uri=True)
        connection.execute("PRAGMA cache_size = -400000")
        connection.set_progress_handler(lambda: time.perf_counter() - began > LONGEST, 1_000_000)
    else:
        import psycopg

        connection = psycopg.connect(url, autocommit=True)
        connection.execute(f"SET statement_timeout = {1000 * LONGEST}")
        given_up = (psycopg.errors.QueryCanceled,)

    def execute(statements: list[str]) -> tuple[float, int]:
        nonlocal began
        began = time.perf_counter()
        try:
            with closing(connection.cursor()) as cursor:
                answers = [cursor.execute(statement).fetchall() for statement in statements]
        except given_up as error:
            raise TooSlow from error
        return 1000 * (time.perf_counter() - began), int(answers[0][0][0])

    return execute, connection.close
