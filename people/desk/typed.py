"""What a page shows of a record, and whether what a browser sends back is other than that."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.db import models

from people.corrections import Correctable
from people.stored import as_json


def described(record: models.Model, names: Collection[str]) -> dict[str, Any]:
    """The `values` of those of the record's columns that are among `names`, their `readings` and the `state`, as JSON.

    Only a `Correctable` has readings and a state.
    """
    columns = {field.name: field.attname for field in record._meta.concrete_fields if field.name in names}
    values = {name: as_json(getattr(record, column)) for name, column in columns.items()}
    if not isinstance(record, Correctable):
        return {"values": values, "readings": {}, "state": None}
    readings = {name: value for name, value in record.extracted.items() if name in values}
    return {"values": values, "readings": readings, "state": record.state}


def differs(field: forms.Field, model_field: Any, value: Any, sent: Any) -> bool:
    """Whether `sent`, as the widget of `field` takes it from a request, is other than `value`, which is JSON.

    Neither the line ends of a browser nor space around a text make a difference.
    """
    python = model_field.to_python(value)
    if isinstance(python, str) and isinstance(sent, str):
        return plain_lines(sent).strip() != plain_lines(python).strip()
    return field.has_changed(python, sent)


def plain_lines(text: str) -> str:
    """`text` with the line ends that are stored."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def as_sent(field: forms.Field, model_field: Any, value: Any) -> str | None:
    """`value`, which is JSON, as a browser sends it; None for a box that is not ticked."""
    python = model_field.to_python(value)
    if isinstance(field.widget, forms.CheckboxInput):
        return "on" if python else None
    shown: Any = field.widget.format_value(field.prepare_value(python))
    if isinstance(shown, list):
        shown = shown[0] if shown else None
    return "" if shown is None else str(shown)
