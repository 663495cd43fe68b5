"""Rows that nobody else changes while they are read and written: what a person saves meanwhile is not written over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import connection, models
from django.db.models import QuerySet

from meetings.models import TaskJudgement
from meetings.reconcile.rows import save_quietly

# Any number that nobody else locks.
_LINKING = 0x6C696E6B
_LINKING_FAR = 0x666172
_READING_MANY = 0x6D616E79
_TYING = 0x746965  # with a province beside it

_Any = TypeVar("_Any", bound=models.Model)


def locked(rows: QuerySet[_Any]) -> QuerySet[_Any]:
    """`rows`, which nobody else changes until the transaction ends: a reading that is written is of what is there."""
    return rows.select_for_update(of=("self",), no_key=True)


def change(row: _Any, how: Callable[[_Any], bool]) -> bool:
    """Changes one row by `how`, which says whether it did; returns that. Saves it quietly.

    The row is changed as it is in the database then, locked, whatever was fetched of it before.
    """
    if not how(row):
        return False
    columns = [field.attname for field in row._meta.concrete_fields]  # those, too, that were left out before
    row.refresh_from_db(fields=columns, from_queryset=locked(type(row)._base_manager.all()))
    row.__dict__.pop("retired", None)  # of what was fetched before
    if how(row):
        save_quietly(row)
    return True


def while_reading_many(*, alone: bool) -> None:
    """Until the end of the transaction, no batch of texts that reads `alone` is read beside this one.

    Batches go side by side; one that another came in the way of is read again, alone.
    """
    _hold(_READING_MANY, beside_others=not alone)


def while_linking(*, beside_others: bool = False) -> None:
    """Until the end of the transaction nobody else links tasks that repeat each other: the next one sees these links.

    Those who hold the provinces of their tasks link `beside_others` of their kind, since nothing leads from province
    to province; but what people said may, and where they have, these take turns, too.
    """
    _hold(_LINKING, beside_others=beside_others)
    if beside_others and TaskJudgement.objects.exists():
        _hold(_LINKING_FAR)


def while_tying(provinces: Iterable[int | None]) -> None:
    """Until the end of the transaction nobody else ties agencies of these provinces, by key, or of the nation (None).

    Whoever has made one of two that belong together and comes second here sees the other one.
    """
    keys = sorted({province or 0 for province in provinces})
    if keys and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, key) FROM unnest(%s::int[]) AS key", [_TYING, keys])


def _hold(key: int, *, beside_others: bool = False) -> None:
    """On SQLite every transaction that writes is alone anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_advisory_xact_lock{'_shared' if beside_others else ''}(%s)", [key])
