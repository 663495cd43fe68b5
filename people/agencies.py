"""How long agencies of a name existed and what they became, as the mergers of 2025 settled it for all provinces."""

from __future__ import annotations

import csv
import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from people.models import Organization
from people.names import name_key


@dataclass(frozen=True, slots=True)
class Lifetime:
    """When agencies of this name began and ended, None where that is not known or has not happened."""

    valid_from: datetime.date | None
    valid_to: datetime.date | None
    successor: str | None


@cache
def lifetimes() -> dict[str, Lifetime]:
    """By the key of the name; names that are not there are of agencies whose dates are not known."""
    with (Path(settings.BASE_DIR) / "fixtures/organizations.csv").open(encoding="utf-8", newline="") as lines:
        return {
            name_key(row["name"]): Lifetime(_day(row["valid_from"]), _day(row["valid_to"]), row["successor"] or None)
            for row in csv.DictReader(lines)
        }


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None


def link_successors(made: Organization) -> None:
    """Ties a new organization to those of its province that it became, or that became it, where both are there."""
    own = lifetimes().get(made.name_key)
    before = [key for key, life in lifetimes().items() if life.successor and name_key(life.successor) == made.name_key]
    after = name_key(own.successor) if own and own.successor else None
    beside = Organization.objects.filter(province=made.province).exclude(pk=made.pk)
    for other in (
        beside.filter(Q(name_key__in=before, successor__isnull=True) | Q(name_key=after)) if before or after else ()
    ):
        older, newer = (made, other) if other.name_key == after else (other, made)
        Organization.objects.filter(pk=older.pk, successor__isnull=True).update(successor=newer)
        older.successor = newer
