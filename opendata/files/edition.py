"""For whom and when a file is made: whose address its identifiers begin with, and on which day it was taken."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from opendata.citing import cite
from opendata.identifiers import kind_of


@dataclass(frozen=True)
class Edition:
    """`origin` is the site's address without a path ("https://viectinh.example"), `day` that of the export."""

    origin: str
    day: datetime.date = field(default_factory=timezone.localdate)

    @classmethod
    def asked(cls, request: HttpRequest) -> Edition:
        """The edition for whoever asks, under the host that was asked."""
        return cls(f"{request.scheme}://{request.get_host()}")

    def identifier(self, record: Any) -> str | None:
        """The permanent identifier as an address, None where there is no record."""
        return None if record is None else f"{self.origin}{_beginning(kind_of(type(record)))}{record.pk}"

    def citation(self, record: Any) -> str:
        """The record ready to be cited, in the page's language, as seen on the day of the export."""
        return cite(record, self.identifier(record) or "", self.day).text


@cache
def _beginning(kind: str) -> str:
    """What the identifiers of all records of a kind begin with: a file holds very many of them."""
    return reverse("identifier", args=[kind, 0]).removesuffix("0")
