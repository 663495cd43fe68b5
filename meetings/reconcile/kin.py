"""The kin of organizations: what may have become of them, and what may have become them, fetched for many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q

from meetings.extraction.successions import Life, life_of
from meetings.reconcile.city_names import in_province
from meetings.reconcile.locking import while_tying
from meetings.reconcile.successions import ever_after, ever_before, general, parts_for
from people.models import Organization, Province
from people.names import name_key

# Columns that say nothing of kin.
_NOT_ASKED = ("search_text", "extracted", "conflicts", "created_at", "updated_at")
# A name, by its key, in a province.
_Key = tuple[str, int | None]


class Kin:
    """What may have become of organizations, and what may have become them: fetched together, the rest when asked.

    Until the end of the transaction nobody else looks at such kin, lest two who are made at a time miss each other.
    """

    def __init__(self, organizations: Iterable[Organization]) -> None:
        self._joined: dict[int, list[Province]] = defaultdict(list)
        self._successors: dict[int, Province] = {}
        provinces = Province.objects.select_related("successor").order_by("pk")
        self._provinces = {province.pk: province for province in provinces}
        for province in self._provinces.values():
            if province.successor is not None:
                self._successors[province.pk] = province.successor
                if province.slug != province.successor.slug:
                    self._joined[province.successor.pk].append(province)
        self._found: dict[_Key, list[Organization]] = {}
        around = {key for organization in organizations for key in self._keys_around(organization)}
        while_tying({self._today(province) for _, province in around})
        self._fetch(around)
        self._fetch({key for rows in self._found.values() for row in rows for key in self._keys_after(row)})

    def named(self, names: Iterable[str], province: Province | None, but: Organization) -> list[Organization]:
        """Those of the province, but one, who bear one of the names; of those merged away the survivors."""
        keys = list(_keys(names, province))
        self._fetch(set(keys))
        found = {row.pk: row for key in keys for row in self._found[key] if row.pk != but.pk}
        return sorted(found.values(), key=lambda row: (row.name, row.pk))

    def successor(self, organization: Organization) -> Organization | None:
        """What it became: the nearest of that line which is there."""
        name, province = general(organization), organization.province
        line = ever_after(life_of(name))
        after = self._nearest(line, province, organization)
        if after is None and (later := self._successor_of(province)) is not None:
            return self._nearest(line or [name], later, organization)
        return after

    def formers(self, organization: Organization) -> Iterator[Organization]:
        """Those that became it: in its province, or in one that joined it."""
        name, province = general(organization), organization.province
        before = ever_before(name)
        yield from self.named(before, province, organization)
        for joined in self._joined[province.pk] if province is not None else ():
            for former in self.named([name, *before], joined, organization):
                if not self.named(ever_after(_life(former)), joined, organization):
                    yield former

    def _successor_of(self, province: Province | None) -> Province | None:
        return self._successors.get(province.pk) if province is not None else None

    def _today(self, province: int | None) -> int | None:
        """The key of the province that it is part of today, since agencies of both are kin."""
        successor = self._successors.get(province) if province is not None else None
        return successor.pk if successor is not None else province

    def _nearest(self, names: Iterable[str], province: Province | None, but: Organization) -> Organization | None:
        return next((found[0] for name in names if (found := self.named([name], province, but))), None)

    def _keys_around(self, organization: Organization) -> Iterator[_Key]:
        name, province = general(organization), organization.province
        life, before = life_of(name), ever_before(name)
        parts = [*(part.heir for part in life.parts), *(former for former, _ in parts_for(name))]
        after_those = [after for former in before for after in ever_after(life_of(former))]
        yield from _keys([*before, *after_those, *parts], province)
        yield from self._keys_after(organization)
        if province is not None:
            for joined in self._joined[province.pk]:
                lines = [after for former in (name, *before) for after in ever_after(life_of(former))]
                yield from _keys([name, *before, *lines], joined)

    def _keys_after(self, organization: Organization) -> Iterator[_Key]:
        name, province = general(organization), organization.province
        line = ever_after(life_of(name))
        yield from _keys(line, province)
        if (later := self._successor_of(province)) is not None:
            yield from _keys(line or [name], later)

    def _fetch(self, keys: set[_Key]) -> None:
        keys -= self._found.keys()
        if not keys:
            return
        self._found |= {key: [] for key in keys}
        named = Organization.objects.filter(name_key__in={name for name, _ in keys}).order_by()
        provinces = {pk for _, pk in keys if pk is not None}
        here = Q(province__in=provinces) | Q(merged_into__province__in=provinces)
        if any(pk is None for _, pk in keys):
            here |= Q(province__isnull=True) | Q(merged_into__province__isnull=True, merged_into__isnull=False)
        for row in named.filter(here).select_related("merged_into").defer(*_NOT_ASKED):
            standing: Any = row if row.merged_into is None else row.merged_into
            key = (row.name_key, standing.province_id)
            if key in keys and standing.merged_into_id is None:
                standing.province = self._provinces.get(standing.province_id)
                self._found[key].append(standing)


def _keys(names: Iterable[str], province: Province | None) -> Iterator[_Key]:
    for name in names:
        yield name_key(in_province(name, province)), province.pk if province is not None else None


def _life(organization: Organization) -> Life:
    return life_of(general(organization))
