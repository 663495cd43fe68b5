"""What two batches may both make is made by one of them at a time; all else goes side by side.

A batch holds, from before it looks until all of it is written, the provinces whose meetings, officials and agencies it
may make, and by name what belongs to no province: officials and agencies of the nation, and meetings of these. What is
there already needs no holding, legal documents come last (`documents`), and whose province is unknown is nobody else
(`namesakes`). All take these in one order, and wait for each other in a line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db import connection

from meetings.reconcile.agency_names import Named
from meetings.reconcile.titles import is_national
from meetings.reconcile.together.marks import lock_keys
from meetings.reconcile.together.tellings import Telling
from meetings.reconcile.wordings import Wordings
from people.models import Official, Organization, Province, Role
from people.names import name_key
from people.register import ProvinceRegister


class BusyError(Exception):
    """Another batch makes what this one may make."""


def hold(
    tellings: Sequence[Telling],
    wordings: Wordings,
    register: ProvinceRegister,
    *,
    waiting: bool,
    beside: Iterable[int | None] = (),
) -> None:
    """Holds what these texts may make until the transaction ends; `beside` that, other provinces by key.

    Waits while another batch holds some of it or, where nobody is `waiting`, raises `BusyError`; what is held by then
    is free when the transaction is undone. On SQLite every transaction that writes is alone anyway.
    """
    if connection.vendor != "postgresql":
        return
    own = {_of_province(telling.place.today) for telling in tellings if telling.place.today}
    own |= {_of_province(register.today(province)) for key in set(beside) if (province := register.by_id(key))}
    if not waiting:
        _take(own, waiting=False)  # before anything is asked for
    others = (
        set()
        if not tellings
        else {
            *_of_agencies([each for t in tellings for each in t.agencies(wordings).values()], register),
            *_of_officials(tellings, register),
            *_of_meetings(tellings, wordings),
        }
    )
    _take(own | others if waiting else others - own, waiting=waiting)


def _take(marks: Collection[str], *, waiting: bool) -> None:
    if not marks:
        return
    keys = sorted(lock_keys(marks))
    with connection.cursor() as cursor:
        if waiting:
            cursor.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", [keys])
            return
        cursor.execute("SELECT bool_and(pg_try_advisory_xact_lock(key)) FROM unnest(%s::bigint[]) AS key", [keys])
        if cursor.fetchone() == (False,):
            raise BusyError


def _of_province(province: Province) -> str:
    return f"province {province.pk}"


def _of_meetings(tellings: Iterable[Telling], wordings: Wordings) -> Iterator[str]:
    """What a body of the nation tells may be told again in any province, or in none that is known."""
    for telling in tellings:
        body = wordings.named(telling.fact.body, telling.place) if telling.fact.body else None
        if body is not None and body.province is None:
            yield f"meetings of {body.key[0]}"


def _of_agencies(agencies: Collection[Named], register: ProvinceRegister) -> Iterator[str]:
    names = {agency.key[0] for agency in agencies}
    known = set(Organization.objects.filter(name_key__in=names).order_by().values_list("name_key", "province"))
    for agency in agencies:
        if agency.key not in known:
            yield _of_province(register.today(agency.province)) if agency.province else f"agency {agency.key[0]}"


def _of_officials(tellings: Iterable[Telling], register: ProvinceRegister) -> Iterator[str]:
    """One whose province is unknown is never known by his name, and always made: numbers are what such people need."""
    named: dict[Province | None, set[str]] = defaultdict(set)
    for telling in tellings:
        for name, where in telling.served(telling.place).items():
            if where.kind != "unknown":
                named[register.today(where.province) if where.province else None].add(name_key(name)[:120])
    keys = set().union(*named.values())
    known = set(Official.objects.filter(name_key__in=keys).order_by().values_list("name_key", "province"))
    yield from (
        _of_province(there) for there in named if there and any((k, there.pk) not in known for k in named[there])
    )
    yield from (f"official {key}" for key in named[None] - _national(named[None]))


def _national(keys: Collection[str]) -> set[str]:
    """Those names that somebody bears who holds an office of the nation."""
    held = Role.objects.filter(official__name_key__in=keys, official__province=None).order_by()
    return {key for key, title in held.values_list("official__name_key", "canonical_title") if is_national(title)}
