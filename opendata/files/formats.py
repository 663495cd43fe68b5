"""The forms that a list can be taken away in, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from opendata.files import csv_file, json_file, xlsx_file
from opendata.files.export import Export


@dataclass(frozen=True)
class Format:
    """`stream` gives the file in pieces, whose media type is `content_type`."""

    content_type: str
    stream: Callable[[Export], Iterator[bytes]]


FORMATS = {
    "xlsx": Format(xlsx_file.CONTENT_TYPE, xlsx_file.stream),
    "csv": Format(csv_file.CONTENT_TYPE, csv_file.stream),
    "json": Format(json_file.CONTENT_TYPE, json_file.stream),
}


class FileEnding:
    """A part of an address that is one of those endings."""

    regex = "|".join(FORMATS)

    def to_python(self, value: str) -> str:
        """The ending."""
        return value

    def to_url(self, value: str) -> str:
        """The ending."""
        return value
