"""What a backup says of itself: which database, when, by which migrations, and how each table is known again."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

FORMAT = "viectinh-backup/1"


class Refused(Exception):
    """One sentence on why nothing was written."""


@dataclass(frozen=True, slots=True)
class Table:
    """How many rows a table has, and a SHA-256 over all of them in the order of their keys."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`vendor` is Django's name of the database; `migrations` are `app.name`; `made_at` is in UTC."""

    vendor: str
    made_at: str
    server: str
    django: str
    migrations: Sequence[str]
    tables: Mapping[str, Table]

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(table.rows for table in self.tables.values())

    def to_json(self) -> str:
        """The text of `manifest.json`."""
        return json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """What `to_json` wrote; raises `Refused` for anything else."""
        try:
            told = json.loads(text)
            if told.pop("format") != FORMAT:
                raise Refused(_("The backup was made by another version of the site, in a form that this one lacks."))
            told["tables"] = {name: Table(**table) for name, table in told["tables"].items()}
            return cls(**told)
        except (ValueError, TypeError, KeyError, AttributeError):
            raise Refused(_("The manifest of the backup cannot be read: the file is damaged.")) from None


def now() -> str:
    """The time in UTC, to the second, as names of files may hold it."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")


def differences(expected: Mapping[str, Table], found: Mapping[str, Table]) -> list[str]:
    """The names of tables that are missing, new, or hold something else."""
    return sorted(name for name in {*expected, *found} if expected.get(name) != found.get(name))


def require_same(expected: Mapping[str, Table], found: Mapping[str, Table]) -> None:
    """Raises `Refused` with the names of the tables that differ, if any do."""
    if wrong := differences(expected, found):
        shown = ", ".join(wrong[:5]) + (" …" if len(wrong) > 5 else "")
        raise Refused(
            _("What was restored is not what was backed up (%(tables)s); the database is as it was.")
            % {"tables": shown}
        )
