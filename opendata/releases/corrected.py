"""What people set right, as a table: the field, what was read, what stands there now. Never who did, nor why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from opendata.identifiers import kind_of
from opendata.releases.standing import RESOURCES_OF, address_of, correctable, key_of
from opendata.releases.tables import AT_ONCE, Row, in_batches
from people.corrections import State
from people.stored import as_json

CORRECTED, ADDED, CHECKED = "corrected", "added", "checked"


def corrections() -> Iterator[list[Row]]:
    """`id`, kind, key, identifier, field, what a person did, what was read, what stands there now."""
    return in_batches(chain.from_iterable(map(_corrections_of, correctable())))


def _corrections_of(model: Any) -> Iterator[Row]:
    """Those of records that readers see."""
    shown = RESOURCES_OF[model].rows().order_by("pk")
    for some in in_batches(_touched(model, shown)):
        for record in shown.filter(pk__in=some).only("state", "extracted", *model.correctable_fields):
            for field, what, read, now in _said_of(record):
                key = f"{key_of(model, record.pk)}/{field or what}"
                yield key, kind_of(model), record.pk, address_of(model, record.pk), field, what, read, now


def _touched(model: Any, shown: Any) -> Iterator[int]:
    """The keys of those that a person may have touched, told from the columns alone: of most records nobody has."""
    fields = [(name, model._meta.get_field(name).attname) for name in model.correctable_fields]
    columns = shown.values_list("pk", "state", "extracted", *(column for _name, column in fields))
    for pk, state, extracted, *values in columns.iterator(chunk_size=AT_ONCE):
        now = zip(fields, values, strict=True)
        if (
            state != State.READ
            or not extracted
            or any(as_json(value) != extracted.get(name, as_json(value)) for (name, _column), value in now)
        ):
            yield pk


def _said_of(record: Any) -> Iterator[tuple[str | None, str, str | None, str | None]]:
    """Field, what was done, what was read and what is there now. No field where it is the whole record."""
    if not record.extracted:
        yield None, ADDED, None, None
        return
    corrected = record.corrected_fields()
    for field in corrected:
        yield field, CORRECTED, _text(record.extracted[field]), _text(record.reading_of(field))
    if not corrected and record.state == State.CONFIRMED:
        yield None, CHECKED, None, None


def _text(value: Any) -> str | None:
    return None if value in (None, "") else str(value)
