"""The table of provinces of both eras, brought into the database after every migration."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path
from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.conf import settings
from django.db import router, transaction

from people.models.provinces import Province

_COLUMNS = ("name", "kind", "slug", "region", "aliases", "valid_from", "valid_to")

Key = tuple[str, str]  # short name and last day, as the table has them: a person may correct both in the database


def provinces_file() -> Path:
    """The table that the register is made from."""
    return Path(settings.BASE_DIR) / "fixtures/provinces.csv"


def load_provinces(model: type[Province] = Province, using: str = "default") -> int:
    """Brings the table into the database. Returns how many rows changed.

    What the table said last is kept beside each value: a value that differs from it is a person's and stays. Rows
    that only the database has stay, too.
    """
    with provinces_file().open(encoding="utf-8", newline="") as lines:
        table = {(cells["slug"], cells["valid_to"]): cells for cells in csv.DictReader(lines)}
    with transaction.atomic(using=using):
        known = {_key(row): row for row in model._default_manager.using(using).select_for_update()}
        touched = _touched(model, using)
        new = [key for key in table if key not in known]
        known |= {key: model(**_values(table[key])) for key in new}
        model._default_manager.using(using).bulk_create(known[key] for key in new)
        changed = [
            known[key]
            for key, cells in table.items()
            if _follow(known[key], cells, known, known[key].pk in touched) and key not in new
        ]
        successors = [known[key] for key in new]
        names = [*_COLUMNS, "successor", "registered"]
        model._default_manager.using(using).bulk_update([*changed, *successors], names)
    return len(new) + len(changed)


def _values(cells: dict[str, str]) -> dict[str, Any]:
    return {name: _day(cells[name]) if name.startswith("valid_") else cells[name] for name in _COLUMNS}


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None


def _key(row: Province) -> Key:
    last = row.registered
    return (last["slug"], last["valid_to"]) if last else (row.slug, row.valid_to.isoformat() if row.valid_to else "")


def _touched(model: type[Province], using: str) -> set[int]:
    """Rows from before the table's word was kept beside them, which a person has saved: the history tells."""
    versions = model._meta.apps.get_model("people", "HistoricalProvince")
    return set(versions._default_manager.using(using).values_list("id", flat=True))


def _follow(row: Province, cells: dict[str, str], known: dict[Key, Province], touched: bool) -> bool:
    """Takes over what the table says and no person has set otherwise; returns whether a column of the row changed."""
    heir = known[cells["successor"], ""].pk if cells["successor"] else None
    said = {**{name: cells[name] for name in _COLUMNS}, "successor": cells["successor"]}
    values: dict[str, Any] = {**_values(cells), "successor_id": heir}
    changed = row.registered != said
    for name, (column, value) in zip(said, values.items(), strict=True):
        present = getattr(row, column)
        last = row.registered.get(name)
        is_persons = touched if last is None else present != _meant(name, last, known)
        if present != value and not is_persons:
            setattr(row, column, value)
    row.registered = said
    return changed


def _meant(name: str, cell: str, known: dict[Key, Province]) -> Any:
    if name == "successor":
        return known[cell, ""].pk if cell else None
    return _day(cell) if name.startswith("valid_") else cell


def load_after_migrating(*, using: str, apps: Apps = installed, **_: Any) -> None:
    """Fills the register after `migrate` and `flush`, with the models as the last migration left them."""
    try:
        model = apps.get_model("people", "Province")
    except LookupError:  # migrated back to before the first migration
        return
    keeps_word = any(field.name == "registered" for field in model._meta.fields)  # since people 0008
    if keeps_word and router.allow_migrate_model(using, model):
        load_provinces(model, using)
