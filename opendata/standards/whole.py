"""The whole register as one Popolo document, in pieces: for a release, with flat memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from opendata.standards import popolo, rows
from opendata.standards.sources import Thing

AT_ONCE = 500  # rows
CLASSES: tuple[tuple[str, Callable[[], QuerySet[Any]], Callable[[Any, HttpRequest | None], Thing]], ...] = (
    ("persons", rows.persons, popolo.person),
    ("organizations", rows.agencies, popolo.organization),
    ("memberships", rows.memberships, popolo.membership),
    ("areas", rows.areas, popolo.area),
)


def pieces(request: HttpRequest | None = None) -> Iterator[str]:
    """The document, `{"persons": [...], "organizations": [...], "memberships": [...], "areas": [...]}`.

    Memberships stand by themselves, not within persons. Addresses begin with `settings.SITE_URL` where nobody asked.
    """
    yield "{"
    for number, (name, of, told) in enumerate(CLASSES):
        yield f'{"," if number else ""}\n "{name}": ['
        separator = "\n  "
        for row in of().order_by("pk").iterator(chunk_size=AT_ONCE):
            yield separator + json.dumps(_alone(told(row, request)), ensure_ascii=False)
            separator = ",\n  "
        yield "\n ]"
    yield "\n}\n"


def _alone(thing: Thing) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if name != "memberships"}
