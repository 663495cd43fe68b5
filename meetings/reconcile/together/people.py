"""The officials whom many new texts name: looked up at once, and those whom one text makes are there for the next."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from meetings.reconcile.bearers import NOT_COMPARED, bearers
from meetings.reconcile.blank import blank
from meetings.reconcile.jurisdictions import Jurisdiction
from meetings.reconcile.officials import UNSURE, Officials, former_provinces
from meetings.reconcile.rows import prepare
from meetings.reconcile.together.batch import Batch
from people.models import Official, Province, Role
from people.names import name_key
from people.register import ProvinceRegister

# The key of a name, and the province of today, by key, where its bearer serves; None for the nation, and if unknown.
Sought = tuple[str, int | None]


class People:
    """Officials by name, with their roles; what is made of them meanwhile goes into the batch."""

    def __init__(self, batch: Batch, numbers: Mapping[str, deque[int]] | None = None) -> None:
        """`numbers`, by key of a name, are for officials of no known province, as far as they reach."""
        self._batch = batch
        self._held = numbers or {}
        self.named: dict[str, list[Official]] = {}
        self.roles: dict[int, list[Role]] = defaultdict(list)
        self._asked: set[Sought] = set()
        self._numbers: dict[tuple[str, int | None], int] = {}
        self._served: dict[int, set[str]] = {}

    def look_up(self, sought: set[Sought]) -> None:
        """Fetches those who are sought and were not before. Of the many namesakes that an archive has, no others."""
        sought = sought - self._asked
        if not sought:
            return
        self._asked |= sought
        keys, among = {key for key, _ in sought}, set()
        namesakes = Official.objects.filter(name_key__in=keys).order_by()
        columns = ("pk", "name_key", "province", "homonym", "merged_into", "merged_into__province")
        for pk, key, province, homonym, survivor, elsewhere in namesakes.values_list(*columns):
            self._count(key, province, homonym)
            if (key, province) in sought or (survivor and (key, elsewhere) in sought):
                among.add(pk)
        known: set[int] = set()
        for key, bearing in bearers(keys, among).items():
            there = self.named.setdefault(key, [])
            present = {(official.pk, official.meant.pk) for official in there}
            new = [official for official in bearing if (official.pk, official.meant.pk) not in present]
            known |= {official.pk for official in new} - self.roles.keys()
            there += new
        for role in Role.objects.filter(official__in=known).defer(*NOT_COMPARED).order_by("pk"):
            self.roles[role.official_id].append(role)

    def make(self, name: str, province: Province | None, *, placed: bool) -> Official:
        """A new official; `placed`, where others of that name and province are known to be others."""
        key, where = name_key(name)[:120], province.pk if province else None
        last = self._numbers.get((key, where))
        held = None if province else self._held.get(key)
        number = held.popleft() if held else 0 if last is None else last + 1
        official = blank(Official, {"province": province, "homonym": number})
        official.follow({"name": name})
        if last is not None and placed:
            official.confidence = UNSURE
        prepare(official)
        self._batch.add(official)
        self._count(official.name_key, where, official.homonym)
        self.named.setdefault(official.name_key, []).append(official)
        self._served[official.pk] = set()
        return official

    def served(self, officials: Sequence[Official]) -> Mapping[int, set[str]]:
        """As `former_provinces`, with what the texts of this batch say."""
        if any(official.pk not in self._served for official in officials):
            everybody = {official.pk: official for bearing in self.named.values() for official in bearing}
            asked = [official for pk, official in everybody.items() if pk not in self._served]
            found = former_provinces(asked)
            self._served |= {official.pk: set(found.get(official.pk, ())) for official in asked}
        return self._served

    def tell_named(self, officials: Iterable[Official], province: Province | None) -> None:
        """Takes note that a text on a meeting of `province` names these."""
        if province is None or not province.is_former:
            return
        officials = list(officials)
        self.served(officials)
        for official in officials:
            self._served[official.pk].add(province.slug)

    def _count(self, key: str, province: int | None, homonym: int) -> None:
        self._numbers[key, province] = max(homonym, self._numbers.get((key, province), -1))


class NewlyNamed(Officials):
    """The officials whom one of many new texts names."""

    def __init__(self, people: People, register: ProvinceRegister) -> None:
        self._people = people
        super().__init__((), (), register, None, {})

    def _bearers(self, keys: set[str]) -> Mapping[str, Sequence[Official]]:
        return self._people.named

    def _titles(self, officials: Sequence[Official]) -> Iterable[tuple[int, str]]:
        return [(role.official_id, role.canonical_title) for role in self._roles(officials)]

    def _holders(self, officials: Sequence[Official], titles: set[str]) -> set[int]:
        return {role.official_id for role in self._roles(officials) if role.title_key in titles}

    def _roles(self, officials: Sequence[Official]) -> list[Role]:
        return [role for pk in {official.pk for official in officials} for role in self._people.roles[pk]]

    def _served(self, officials: Sequence[Official]) -> Mapping[int, set[str]]:
        return self._people.served(officials)

    def _new(self, name: str, where: Jurisdiction) -> Any:
        province = self._register.today(where.province) if where.province else None
        return self._people.make(name, province, placed=where.kind == "province")
