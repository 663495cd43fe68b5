"""A text with what its curator knows, as it waits in the queue: whoever reads it needs no file."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from meetings.extraction.document import Document
from meetings.loading.articles import Read
from meetings.loading.curators import Known
from meetings.loading.files import Source
from people.register import ProvinceRegister


class KnownMessage(TypedDict):
    """What a curator knows of a text, as JSON; the province by its key."""

    line: int
    title: str
    publisher: str
    url: str
    reported_on: str | None
    province: int | None


class Message(TypedDict):
    """A text as JSON. `known` is None where its curator's list cannot be used."""

    path: str
    name: str
    text: str
    sha256: str
    known: KnownMessage | None


def message_of(read: Read) -> Message:
    """The text as it waits."""
    source, document, known = read.source, read.document, read.source.known
    told: KnownMessage | None = None
    if known is not None:
        told = {
            "line": known.line,
            "title": known.title,
            "publisher": known.publisher,
            "url": known.url,
            "reported_on": known.reported_on.isoformat() if known.reported_on else None,
            "province": known.province.pk if known.province else None,
        }
    return {
        "path": str(source.path),
        "name": source.name,
        "text": document.text,
        "sha256": document.sha256,
        "known": told,
    }


def read_of(message: Message, register: ProvinceRegister) -> Read:
    """The text that waited."""
    told = message["known"]
    known = None
    if told is not None:
        day = datetime.date.fromisoformat(told["reported_on"]) if told["reported_on"] else None
        province = register.by_id(told["province"])
        known = Known(told["line"], told["title"], told["publisher"], told["url"], day, province)
    source = Source(Path(message["path"]), message["name"], known)
    return Read(source, Document(message["name"], message["text"], message["sha256"]))


def mark_of(messages: Sequence[Message]) -> str:
    """What tells the same texts, waiting already, from others."""
    said = json.dumps([{**message, "text": ""} for message in messages], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
