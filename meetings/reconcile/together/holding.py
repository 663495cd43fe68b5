"""What two batches may both make is made by one of them at a time; all else goes side by side.

A batch holds, from before it looks until all of it is written, the provinces whose meetings, officials and agencies it
may make, and by name what belongs to no province: officials and agencies of the nation. What is there already needs no
holding, and legal documents come last (`documents`). All take these in one order, and wait for each other in a line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b

from django.db import connection

from meetings.reconcile.agency_names import Named
from meetings.reconcile.together.agencies import Wordings
from meetings.reconcile.together.tellings import Telling
from people.models import Official, Organization, Province
from people.names import name_key
from people.register import ProvinceRegister


class BusyError(Exception):
    """Another batch makes what this one may make."""


def hold(tellings: Sequence[Telling], wordings: Wordings, register: ProvinceRegister, *, waiting: bool) -> None:
    """Holds what these texts may make until the transaction ends.

    Waits while another batch holds some of it or, where nobody is `waiting`, raises `BusyError`; what is held by then
    is free when the transaction is undone. On SQLite every transaction that writes is alone anyway.
    """
    if connection.vendor != "postgresql" or not tellings:
        return
    own = {_of_province(telling.place.today) for telling in tellings}
    if not waiting:
        _take(own, waiting=False)  # before anything is asked for
    others = {*_of_agencies(wordings.all(tellings).values(), register), *_of_officials(tellings, register)}
    _take(own | others if waiting else others - own, waiting=waiting)


def _take(marks: Collection[str], *, waiting: bool) -> None:
    keys = sorted(int.from_bytes(blake2b(mark.encode(), digest_size=8).digest(), signed=True) for mark in marks)
    with connection.cursor() as cursor:
        if waiting:
            cursor.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", [keys])
            return
        cursor.execute("SELECT bool_and(pg_try_advisory_xact_lock(key)) FROM unnest(%s::bigint[]) AS key", [keys])
        if cursor.fetchone() == (False,):
            raise BusyError


def _of_province(province: Province | None) -> str:
    """Of all whose province is unknown, one at a time is written."""
    return f"province {province.pk if province else ''}"


def _of_agencies(agencies: Collection[Named], register: ProvinceRegister) -> Iterator[str]:
    names = {agency.key[0] for agency in agencies}
    known = set(Organization.objects.filter(name_key__in=names).order_by().values_list("name_key", "province"))
    for agency in agencies:
        if agency.key not in known:
            yield _of_province(register.today(agency.province)) if agency.province else f"agency {agency.key[0]}"


def _of_officials(tellings: Iterable[Telling], register: ProvinceRegister) -> Iterator[str]:
    """One whose province is unknown is never known by his name, and always made."""
    named = {
        (name_key(name)[:120], register.today(where.province) if where.province else None, where.kind)
        for telling in tellings
        for name, where in telling.served(telling.place).items()
    }
    rows = Official.objects.filter(name_key__in={key for key, _, _ in named}).order_by()
    known = set(rows.values_list("name_key", "province"))
    for key, province, kind in named:
        if kind == "unknown" or (key, province.pk if province else None) not in known:
            yield _of_province(province) if province else f"official {key}"
