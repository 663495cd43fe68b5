"""A record's words ready to be quoted: the words, where they were printed, and the address that shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from meetings.marks import key_of, place_of
from meetings.phrases import day
from people.sharing.addresses import absolute


@dataclass(frozen=True)
class Quotation:
    """`words` as printed, `source` (title, paper, day), and `address`, which stays."""

    words: str
    source: str
    address: str


def cited(record: Any, request: HttpRequest | None) -> Quotation | None:
    """The quotation of a record that was read from words; None where no words stand behind it."""
    if request is None or not record.quote or record.article is None:
        return None
    article = record.article
    parts = [f"“{article}”", article.publisher, day(article.reported_on) if article.reported_on else ""]
    return Quotation(record.quote, ", ".join(part for part in parts if part), absolute(request, permalink(record)))


def permalink(record: Any) -> str:
    """The address of the record: its own page, or its place on its meeting's page."""
    if hasattr(record, "get_absolute_url"):
        return str(record.get_absolute_url())
    place = key_of(record) if record._meta.model_name == "appearance" else place_of(record)
    return f"{record.meeting.get_absolute_url()}#{place}"
