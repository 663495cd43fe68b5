"""What a database holds, told without keys and times, so that two that were filled in other ways can be compared.

python -m bench.drills.holdings prints it, a line for each row, of the database that DATABASE_URL names.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from typing import Any

from bench.drills.servers import ROOT, SETTINGS

# How often something was written, and what is made of all the others.
_NOT_TOLD = {"DataChange", "RowChange", "Sender", "ReviewItem", "ReviewClaim"}
_TIMES = ("DateTimeField",)
# Whatever many texts name is as the first of them printed it, and texts come in any order: told is who or what it is.
_KNOWN_BY = {
    "Official": ("name_key", "province"),
    "Organization": ("name_key", "province"),
    "Role": ("official", "title_key", "province"),
    "LegalDocument": ("canonical",),
    "Meeting": ("identity",),
}
# Columns that hold the key of a row without being a reference.
_KEYS = {("Repetition", "chain"): "meetings.Directive"}
# Which of several tellings came first; and which office an official has who is named without one, of those known then.
_CHANCE = {"same_as", "role"}
# Whether one who is named is another of that name is judged by the offices known then.
NAMESAKES = "namesakes told apart: "


class Rows:
    """All rows of the records' models, by model and key."""

    def __init__(self) -> None:
        from django.apps import apps

        models = [model for label in ("people", "meetings") for model in apps.get_app_config(label).get_models()]
        self.models = [
            model for model in models if model.__name__ not in _NOT_TOLD and not model.__name__.startswith("Historical")
        ]
        self.rows = {
            model._meta.label: {row["pk"]: row for row in model._base_manager.values("pk", *_columns(model))}
            for model in self.models
        }
        self._told: dict[tuple[str, Any], str] = {}
        self._alike = {model._meta.label: self._tellings(model) for model in self.models}

    def lines(self) -> list[str]:
        """Each row as its model and its values; namesakes that were told apart stand as one, and are counted."""
        found: list[str] = []
        for model in self.models:
            lines = (f"{model._meta.label} {self._told_with_others(model, pk)}" for pk in self.rows[model._meta.label])
            found += set(lines) if model.__name__ in ("Official", "Role") else list(lines)
        return [f"{NAMESAKES}{sum(row['homonym'] > 0 for row in self._officials())}", *sorted(found)]

    def _officials(self) -> list[dict[str, Any]]:
        return list(self.rows["people.Official"].values())

    def _tellings(self, model: Any) -> dict[Any, list[Any]]:
        """By the first of several rows that tell the same, all of them; which of them came first is chance."""
        tellings: dict[Any, list[Any]] = {}
        for pk, row in self.rows[model._meta.label].items():
            if "same_as" in row:
                tellings.setdefault(row["same_as"] or pk, []).append(pk)
        return tellings

    def _told_with_others(self, model: Any, pk: Any) -> str:
        label = model._meta.label
        first = self.rows[label][pk].get("same_as") or pk
        others = sorted(self._digest(model, other) for other in self._alike[label].get(first, ()) if other != pk)
        told = {**self._values(model, pk), **({"told_by": others} if others else {})}
        return json.dumps(told, ensure_ascii=False, sort_keys=True)

    def _values(self, model: Any, pk: Any) -> dict[str, Any]:
        row = self.rows[model._meta.label][pk]
        told = {}
        for name in _KNOWN_BY.get(model.__name__, _columns(model)):
            field = model._meta.get_field(name)
            if name in _CHANCE and model.__name__ != "Attestation":
                continue
            if name in ("extracted", "read_as"):
                told[name] = {
                    key: self._value(model, key, value)
                    for key, value in (row[name] or {}).items()
                    if key not in _CHANCE
                }
            else:
                told[name] = self._value(model, name, row[name])
            if (field.primary_key and not field.is_relation) or field.get_internal_type() in _TIMES:
                del told[name]
        return told

    def _value(self, model: Any, name: str, value: Any) -> Any:
        related = next((field.related_model for field in model._meta.fields if field.name == name), None)
        if key := _KEYS.get((model.__name__, name)):
            related = next(model for model in self.models if model._meta.label == key)
        if related is None or value is None:
            return value if isinstance(value, (int, float, bool, list, dict, type(None))) else str(value)
        return self._digest(related, value)

    def _digest(self, model: Any, pk: Any) -> str:
        """What stands for a row that another one names; a row that names itself, by way of others, ends there."""
        label = model._meta.label
        if label not in self.rows or pk not in self.rows[label]:
            return f"{label} {pk}"
        if (label, pk) not in self._told:
            self._told[label, pk] = "…"
            values = json.dumps(self._values(model, pk), ensure_ascii=False, sort_keys=True)
            self._told[label, pk] = f"{model.__name__}:{hashlib.sha256(values.encode()).hexdigest()[:16]}"
        return self._told[label, pk]


def _columns(model: Any) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name != "search_vector"]


def holdings(environment: dict[str, str]) -> Counter[str]:
    """The rows of the database that the environment names, and how often each is there."""
    command = [sys.executable, "-m", "bench.drills.holdings"]
    told = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **SETTINGS, **environment}, check=True, capture_output=True
    )
    return Counter(told.stdout.decode().splitlines())


def main() -> int:
    """Prints the rows."""
    import django

    django.setup()
    sys.stdout.write("".join(f"{line}\n" for line in Rows().lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
