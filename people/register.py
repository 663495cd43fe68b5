"""The provinces of both eras, brought into the database after every migration, and asked for by name and day."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.conf import settings
from django.db import router, transaction

from people.models.provinces import Province
from people.names import fold

_COLUMNS = ("name", "kind", "slug", "region", "aliases", "valid_from", "valid_to")


def provinces_file() -> Path:
    """The table that the register is made from."""
    return Path(settings.BASE_DIR) / "fixtures/provinces.csv"


def load_provinces(model: type[Province] = Province, using: str = "default") -> int:
    """Makes the provinces in the database those of the table, by slug and era. Returns how many rows changed.

    Rows that only the database has stay as they are: a person may have added them.
    """
    with provinces_file().open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    manager = model._default_manager.using(using)
    with transaction.atomic(using=using):
        known = {(row.slug, row.valid_to): row for row in manager.all()}
        new, changed = [], []
        for cells in table:
            values: dict[str, Any] = {name: cells[name] for name in _COLUMNS}
            values |= {name: _day(cells[name]) for name in ("valid_from", "valid_to")}
            row = known.get((values["slug"], values["valid_to"]))
            if row is None:
                row = known[values["slug"], values["valid_to"]] = model(**values)
                new.append(row)
            elif _take_over(row, values):
                changed.append(row)
        manager.bulk_create(new)
        manager.bulk_update(changed, [name for name in _COLUMNS if name not in ("slug", "valid_to")])
        moved = []
        for cells in table:
            row = known[cells["slug"], _day(cells["valid_to"])]
            successor = known[cells["successor"], None].pk if cells["successor"] else None
            if row.successor_id != successor:
                row.successor_id = successor
                moved.append(row)
        manager.bulk_update(moved, ["successor"])
    return len(new) + len({id(row) for row in (*changed, *moved)} - {id(row) for row in new})


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None


def _take_over(row: Province, values: dict[str, Any]) -> bool:
    differing = [name for name, value in values.items() if getattr(row, name) != value]
    for name in differing:
        setattr(row, name, values[name])
    return bool(differing)


def load_after_migrating(*, using: str, apps: Apps = installed, **_: Any) -> None:
    """Fills the register after `migrate` and `flush`, with the models as the last migration left them."""
    try:
        model = apps.get_model("people", "Province")
    except LookupError:  # migrated back to before the first migration
        return
    if router.allow_migrate_model(using, model):
        load_provinces(model, using)


@dataclass
class ProvinceRegister:
    """All provinces in memory, for work that asks for many: one query when it is made."""

    provinces: Iterable[Province] = field(default_factory=lambda: Province.objects.order_by("pk"))

    def __post_init__(self) -> None:
        self._by_id = {province.pk: province for province in self.provinces}
        self._by_slug: dict[str, list[Province]] = {}
        self._by_name: dict[str, list[Province]] = {}
        for province in self._by_id.values():
            self._by_slug.setdefault(province.slug, []).append(province)
            for name in {fold(form) for form in (province.name, *province.aliases.split("|")) if form}:
                self._by_name.setdefault(name, []).append(province)

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
