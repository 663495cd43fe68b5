"""What has changed since a time, for those who keep a copy: records as they are now, and what is gone, in one order."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import BigAutoField, Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from opendata.api.cursors import BadCursor, read, written
from opendata.models import Tombstone
from opendata.resources import Resource
from opendata.tracking.statements import TRACKED
from people.corrections import State
from people.merging.redirects import survivors
from people.models import Mergeable

# A change is dated when it is made and seen when its transaction ends: what is younger may not be complete yet.
MARGIN = datetime.timedelta(minutes=1)
EVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)

Dress = Callable[[QuerySet[Any]], QuerySet[Any]]
Place = tuple[datetime.datetime, int]  # of a change in the order: when, and whose


@dataclass(frozen=True)
class Gone:
    """A record that a copy may have no more: it is merged, rejected, withdrawn, deleted, hidden or unasked (`why`)."""

    id: int
    at: datetime.datetime
    why: str
    into: int | None = None


@dataclass(frozen=True)
class Changes:
    """A page of changes. `until` is the time from which to ask the next time, `cursor` that of the next page or ""."""

    rows: list[Any]
    gone: list[Gone]
    until: datetime.datetime
    cursor: str


def is_tracked(resource: Resource) -> bool:
    """Whether changes of the resource are known."""
    return resource.model._meta.db_table in TRACKED


def changes(
    resource: Resource, since: datetime.datetime, limit: int, cursor: str, wanted: QuerySet[Any], dress: Dress
) -> Changes:
    """At most `limit` changes since a time, behind the cursor; `dress` fetches what is told of rows.

    A changed record that is none of the `wanted` is told as gone, as a copy of these may still have it.
    Raises `BadCursor`.
    """
    behind, until = _read(cursor) if cursor else ((since, -1), timezone.now() - MARGIN)
    touched: QuerySet[Any] = resource.model._base_manager.filter(_after(behind, "updated_at", "pk"))
    stones = Tombstone.objects.filter(_after(behind, "at", "object_id"), kind=resource.kind)
    places: list[Place] = [
        *touched.order_by("updated_at", "pk").values_list("updated_at", "pk")[: limit + 1],
        *stones.order_by("at", "object_id").values_list("at", "object_id")[: limit + 1],
    ]
    places.sort()
    page = places[:limit]
    keys = [key for _at, key in page]
    rows = {row.pk: row for row in dress(wanted.filter(pk__in=keys))}
    gone = _gone(resource, [place for place in page if place[1] not in rows])
    more = _written(page[-1], until) if len(places) > limit else ""
    return Changes([rows[key] for key in keys if key in rows], gone, until, more)


def _after(place: Place, time: str, key: str) -> Q:
    at, number = place
    return Q(**{f"{time}__gte": at}) & (Q(**{f"{time}__gt": at}) | Q(**{f"{key}__gt": number}))


def _gone(resource: Resource, places: list[Place]) -> list[Gone]:
    keys = [key for _at, key in places]
    states = dict(resource.model._base_manager.filter(pk__in=keys).values_list("pk", "state"))
    mergeable = issubclass(resource.model, Mergeable)
    now = survivors(resource.model, keys) if mergeable and keys else {}
    shown = set(resource.rows().filter(pk__in=keys).values_list("pk", flat=True))
    return [Gone(key, at, _why(states.get(key), key in now, key in shown), now.get(key)) for at, key in places]


def _why(state: str | None, is_merged: bool, is_shown: bool) -> str:
    if is_merged:
        return "merged"
    if state is None:
        return "deleted"
    if is_shown:
        return "unasked"
    return state if state in (State.REJECTED, State.WITHDRAWN) else "hidden"


def _written(place: Place, until: datetime.datetime) -> str:
    return written([place[0].isoformat(), place[1], until.isoformat()])


def _read(cursor: str) -> tuple[Place, datetime.datetime]:
    at, key, until = read(cursor, 3)
    try:
        moments = [parse_datetime(at), parse_datetime(until)]
    except (ValueError, TypeError) as error:
        raise BadCursor from error
    if not isinstance(key, int) or isinstance(key, bool) or abs(key) > BigAutoField.MAX_BIGINT:
        raise BadCursor
    if any(moment is None or timezone.is_naive(moment) for moment in moments):
        raise BadCursor
    return (moments[0], key), moments[1]  # type: ignore[return-value]
