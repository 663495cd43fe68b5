"""`datapackage.json`: the release told to machines by the Frictionless Data Package standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from opendata.licence import ADDRESS
from opendata.releases.licence import SPDX, TITLE
from opendata.releases.popolo import POPOLO
from opendata.releases.tables import Column, Table, Type
from opendata.releases.workplace import Workplace, sha256
from opendata.releases.writers.csv_file import DIVIDER
from opendata.releases.written import csv_of


def datapackage(place: Workplace, tables: Iterable[Table], day: str, more: Mapping[str, Any]) -> dict[str, Any]:
    """The package with a resource for each CSV file; `more` are members of our own."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "viectinh",
        "title": _("Việc Tỉnh: open data of %(day)s") % {"day": day},
        "description": _("What provincial meetings in Vietnam decided, read from press texts by rules."),
        "version": day,
        "created": f"{day}T00:00:00Z",
        **({"homepage": settings.SITE_URL} if settings.SITE_URL else {}),
        "licenses": [{"name": SPDX, "title": TITLE, "path": ADDRESS}],
        **more,
        "resources": [*(_resource(place, table) for table in tables), _popolo(place)],
    }


def _popolo(place: Workplace) -> dict[str, Any]:
    return {
        "name": "popolo",
        "title": "Popolo",
        "path": POPOLO,
        "scheme": "file",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        **_bytes(place, POPOLO),
    }


def _bytes(place: Workplace, path: str) -> dict[str, Any]:
    return {"bytes": place.place(path).stat().st_size, "hash": f"sha256:{sha256(place.place(path))}"}


def _resource(place: Workplace, table: Table) -> dict[str, Any]:
    path = csv_of(table)
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": ["id"],
        "missingValues": [""],
    }
    keys = [
        {"fields": [column.name], "reference": {"resource": column.references, "fields": ["id"]}}
        for column in table.refers()
    ]
    return {
        "name": table.name,
        "title": str(table.label),
        "description": str(table.description),
        "path": path,
        "type": "table",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_bytes(place, path),
        "rows": place.rows[table.name],
        "schema": {**schema, **({"foreignKeys": keys} if keys else {})},
    }


def _field(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": str(column.type), "title": str(column.label)}
    if column.type is Type.LIST:
        told["delimiter"] = DIVIDER
    if column.description:
        told["description"] = str(column.description)
    constraints: dict[str, Any] = {}
    if column.name == "id":
        constraints |= {"required": True, "unique": True}
    if column.codes:
        told["categories"] = [{"value": code, "label": str(words)} for code, words in column.codes]
        constraints["enum"] = [code for code, _words in column.codes]
    return {**told, **({"constraints": constraints} if constraints else {})}
