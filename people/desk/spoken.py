"""Who set a value, when and why, as the history of the record tells."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from people.corrections import Correctable, State

# So many versions are looked through, the latest first.
MOST_VERSIONS = 100


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who, when and why; `who` is empty where nobody had logged in."""

    who: str
    when: datetime.datetime
    why: str


def latest_versions(record: models.Model) -> list[Any]:
    """The versions of `record`, the latest first, with who made them; a bounded number."""
    history: Any = record.history  # type: ignore[attr-defined]
    return list(history.select_related("history_user").order_by("-history_date", "-history_id")[:MOST_VERSIONS])


def who_set(record: models.Model, field: str, versions: Sequence[Any]) -> Spoken | None:
    """Who gave `field` its present value or, where that is what was read, who confirmed it; None where nothing tells.

    `versions` as `latest_versions` gives them.
    """
    if isinstance(record, Correctable) and record.state == State.CONFIRMED and field in record.extracted:
        field = field if record.is_corrected(field) else "state"
    name = record._meta.get_field(field).attname  # type: ignore[union-attr]
    first = None
    for version in versions:
        if getattr(version, name) != getattr(record, name):
            break
        first = version
    return None if first is None else spoken(first)


def spoken(version: Any) -> Spoken:
    """Who made a version, when and why."""
    user = version.history_user
    who = (user.get_full_name() or user.get_username()) if user else ""
    return Spoken(who, version.history_date, version.history_change_reason or "")
