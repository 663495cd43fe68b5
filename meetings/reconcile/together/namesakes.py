"""Numbers for officials whose province is unknown: each is one of his own, numbered among all who bear his name.

Texts that tell no province are a large part of some archives, and the same names recur in them. Several batches number
such people at the same time: each takes numbers that no other one has, until its transaction ends.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping

from django.db import connection
from django.db.models import Max

from meetings.reconcile.together.marks import lock_keys
from meetings.reconcile.together.tellings import Telling
from people.models import Official
from people.names import name_key


def numbers_for(tellings: Iterable[Telling]) -> dict[str, deque[int]]:
    """By key of a name, as many free numbers as these texts may need, the lowest first; none other than on PostgreSQL.

    On SQLite every transaction that writes is alone anyway.
    """
    if connection.vendor != "postgresql":
        return {}
    wanted: Counter[str] = Counter()
    national = set()
    for telling in tellings:
        for name, where in telling.served(telling.place).items():
            key = name_key(name)[:120]
            wanted[key] += where.kind == "unknown"
            if where.kind == "nation":
                national.add(key)  # of them a batch makes one at most
    wanted.update(national)
    return _taken(+wanted)


def _taken(wanted: Mapping[str, int]) -> dict[str, deque[int]]:
    found: dict[str, deque[int]] = {key: deque() for key in wanted}
    last = _highest(wanted)
    while missing := [key for key in sorted(wanted) if len(found[key]) < wanted[key]]:
        tried = [
            (key, last.get(key, -1) + step) for key in missing for step in range(1, wanted[key] - len(found[key]) + 1)
        ]
        last |= dict(tried)
        ours = [pair for pair, is_ours in zip(tried, _take(tried), strict=True) if is_ours]
        # What was somebody else's until a moment ago is in the table by now.
        present = _highest({key for key, _ in ours})
        for key, number in ours:
            if number > present.get(key, -1):
                found[key].append(number)
        last = {key: max(number, present.get(key, -1)) for key, number in last.items()}
    return found


def _highest(keys: Iterable[str]) -> dict[str, int]:
    rows = Official.objects.filter(name_key__in=set(keys), province=None).order_by()
    return dict(rows.values_list("name_key").annotate(highest=Max("homonym")))


def _take(pairs: Iterable[tuple[str, int]]) -> list[bool]:
    keys = lock_keys(f"namesake {number} {key}" for key, number in pairs)
    with connection.cursor() as cursor:
        statement = "SELECT pg_try_advisory_xact_lock(key) FROM unnest(%s::bigint[]) WITH ORDINALITY AS given (key, n)"
        cursor.execute(f"{statement} ORDER BY n", [keys])
        return [is_ours for (is_ours,) in cursor.fetchall()]
