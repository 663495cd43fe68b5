"""Rows that are edited in place: what another deleted meanwhile neither comes back by itself nor takes words along."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connections
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext as _

from people.desk.overtaking import parsed_version
from people.desk.typed import differs


class SharedRows(BaseInlineFormSet):
    """Rows of a record that several people edit, each form of which is a `VersionedForm`.

    A row that another deleted is dropped where nothing was typed into it; otherwise it comes back as a new one, which
    is made when the form is sent again.
    """

    def __init__(self, data: Any = None, files: Any = None, instance: Any = None, **kwargs: Any) -> None:
        self.lost: list[str] = []
        if data is not None and instance is not None and instance.pk is not None:
            data = self._without_deleted(data, instance, kwargs.get("prefix") or self.get_default_prefix())
        super().__init__(data, files, instance, **kwargs)

    def get_queryset(self) -> Any:
        """The rows, locked while they are about to be saved."""
        if not hasattr(self, "_queryset"):
            rows: Any = super().get_queryset()
            if self.is_bound and connections[rows.db].in_atomic_block:
                rows = self._queryset = rows.select_for_update(of=("self",))
            return rows
        return self._queryset

    def clean(self) -> None:
        """Says which rows another deleted."""
        super().clean()
        if self.lost:
            words = _("Deleted meanwhile by another, while you changed it: %(rows)s. Save again to add it anew.")
            raise ValidationError(words % {"rows": ", ".join(self.lost)})

    def _without_deleted(self, data: Any, instance: Any, prefix: str) -> Any:
        sent = _Sent.of(data, prefix)
        if sent is None:
            return data
        model: Any = self.model
        there = set(model._default_manager.filter(**{self.fk.name: instance}).values_list("pk", flat=True))
        key = model._meta.pk.name
        known = {str(pk) for pk in there}
        gone = [row for row in sent.rows[: sent.initial] if row.get(key, [""])[0] not in known]
        if not gone:
            return data
        stay = [row for row in sent.rows[: sent.initial] if row not in gone]
        anew = [row for row in gone if self._typed(row)]
        for row in anew:
            self.lost.append(self._name(row))
            row[key], row["version"] = [""], [""]
        return sent.written(data, stay, [*anew, *sent.rows[sent.initial :]])

    def _typed(self, row: dict[str, list[str]]) -> bool:
        then = parsed_version(row.get("version", [""])[0])
        if then is None or row.get("DELETE", [""])[0]:
            return False
        for name, value in then["values"].items():
            if name in self.form.base_fields:
                field = self.form.base_fields[name]
                model_field = self.fk.model._meta.get_field(name)
                if differs(field, model_field, value, row[name][0] if name in row else ""):
                    return True
        return False

    def _name(self, row: dict[str, list[str]]) -> str:
        then = parsed_version(row.get("version", [""])[0]) or {"values": {}}
        texts = [value for value in then["values"].values() if isinstance(value, str) and value]
        return f"“{texts[0]}”" if texts else "…"


@dataclass
class _Sent:
    """The rows of a form set as sent: by the name of a box, its values."""

    prefix: str
    initial: int
    rows: list[dict[str, list[str]]]

    @classmethod
    def of(cls, data: Any, prefix: str) -> _Sent | None:
        try:
            total, initial = (int(data[f"{prefix}-{name}_FORMS"]) for name in ("TOTAL", "INITIAL"))
        except (KeyError, ValueError):
            return None  # the management form says so itself
        rows: dict[int, dict[str, list[str]]] = defaultdict(dict)
        for key in data:
            number, _dash, name = key.removeprefix(f"{prefix}-").partition("-")
            if key.startswith(f"{prefix}-") and number.isdecimal():
                rows[int(number)][name] = data.getlist(key)
        return cls(prefix, initial, [rows[number] for number in range(min(total, len(rows)))])

    def written(self, data: Any, initial: list[dict[str, list[str]]], extra: list[dict[str, list[str]]]) -> Any:
        """A copy of `data` with other rows in the place of these."""
        copy = data.copy()
        for key in data:
            if key.startswith(f"{self.prefix}-") and key.removeprefix(f"{self.prefix}-").partition("-")[0].isdecimal():
                del copy[key]
        for number, row in enumerate([*initial, *extra]):
            for name, values in row.items():
                copy.setlist(f"{self.prefix}-{number}-{name}", values)
        copy[f"{self.prefix}-INITIAL_FORMS"] = str(len(initial))
        copy[f"{self.prefix}-TOTAL_FORMS"] = str(len(initial) + len(extra))
        return copy
