"""The provinces of both eras, asked for by name and day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from people.models.provinces import Province
from people.names import fold


@dataclass
class ProvinceRegister:
    """All provinces in memory, for work that asks for many: one query when it is made."""

    provinces: Iterable[Province] = field(default_factory=lambda: Province.objects.order_by("pk"))

    def __post_init__(self) -> None:
        self._by_id = {province.pk: province for province in self.provinces}
        self._by_slug: dict[str, list[Province]] = {}
        self._by_name: dict[str, list[Province]] = {}
        for province in self._by_id.values():
            if (successor := self.by_id(province.successor_id)) is not None:
                province.successor = successor  # at hand, where it would be fetched
            self._by_slug.setdefault(province.slug, []).append(province)
            for name in {fold(form) for form in (province.name, *province.aliases.split("|")) if form}:
                self._by_name.setdefault(name, []).append(province)

    def all(self) -> list[Province]:
        """All of them, by key."""
        return list(self._by_id.values())

    def by_id(self, pk: int | None) -> Province | None:
        """The province with that key."""
        return None if pk is None else self._by_id.get(pk)

    def find(self, name: str, day: datetime.date | None = None) -> Province | None:
        """The province of that name, with or without "tỉnh", marks and capitals, as it was on `day` (today if unknown).

        None for a name that no province of either era bears.
        """
        bare = fold(name)
        for level in ("tinh ", "thanh pho ", "tp. ", "tp "):
            bare = bare if bare in self._by_name else bare.removeprefix(level)
        rows = self._by_name.get(bare)
        return self.on(rows[0], day) if rows else None

    def on(self, province: Province, day: datetime.date | None) -> Province:
        """What `province` was on `day`: itself, its namesake of that era, or what it became part of."""
        rows = self._by_slug[province.slug]
        valid = [row for row in rows if _is_valid(row, day)]
        if valid:
            return valid[0]
        if day is not None and all(row.valid_to is not None and row.valid_to < day for row in rows):
            return self.today(province)
        former = [row for row in self._by_id.values() if row.successor_id == province.pk and _is_valid(row, day)]
        return former[0] if len(former) == 1 else rows[-1]

    def today(self, province: Province) -> Province:
        """The province of today's map that `province` is or became part of."""
        return self.by_id(province.successor_id) or province

    def home(self, province: Province) -> Province:
        """The row under which offices and agencies of `province` are kept: today's where the name lives on.

        Sở Tài chính of Nghệ An is one agency before and after July 2025; that of Phú Yên ended with Phú Yên.
        """
        today = self.today(province)
        return today if today.slug == province.slug else province


def _is_valid(province: Province, day: datetime.date | None) -> bool:
    if day is None:
        return province.valid_to is None
    return (province.valid_from is None or province.valid_from <= day) and (
        province.valid_to is None or day <= province.valid_to
    )
