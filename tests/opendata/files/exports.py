"""Lists as files in tests: asked for as a reader does, and read back."""

from __future__ import annotations

import csv
import io

from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from meetings.listings import LISTINGS

NAMES = sorted(LISTINGS)


def address(name: str, ending: str = "csv", language: str = "vi") -> str:
    """The address of a list's file."""
    with translation.override(language):
        return reverse(f"opendata:{name}_file", args=[ending])


def body(answer: HttpResponseBase) -> bytes:
    """What a file holds, however it was sent."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def file_of(client: Client, name: str, ending: str = "csv", query: str = "", language: str = "vi") -> bytes:
    """The list's file."""
    answer = client.get(address(name, ending, language) + query)
    assert answer.status_code == 200, body(answer)
    return body(answer)


def table(data: bytes) -> list[list[str]]:
    """The rows of a CSV file, the headings first."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def records(data: bytes) -> list[dict[str, str]]:
    """The rows by heading."""
    head, *rows = table(data)
    return [dict(zip(head, row, strict=True)) for row in rows]


def queries(client: Client, name: str, ending: str = "csv") -> int:
    """How often a file asks the database."""
    with CaptureQueriesContext(connection) as captured:
        file_of(client, name, ending)
    return len(captured)
