"""Back to an earlier version of a record without losing what was read since."""

from __future__ import annotations

from typing import Any

from people.corrections import Correctable, State


def bring_back(record: Correctable, version: Any, reason: str) -> None:
    """Makes `record` what it was in `version` of its history, and saves it, with `reason`.

    A field that was the machine's then is the machine's again, with what it has read since; a conflict is back where
    the reading is still the same.
    """
    for name in record.correctable_fields:
        field: Any = record._meta.get_field(name)
        then = getattr(version, field.attname)
        if name in version.extracted and name in record.extracted and not _was_corrected(record, version, name):
            record.give_back(name)
        else:
            setattr(record, field.attname, then)
    if version.extracted == record.extracted:
        record.conflicts = dict(version.conflicts)
    if version.state != State.WITHDRAWN:
        record.state = version.state
    record._change_reason = reason  # type: ignore[attr-defined]
    record.save()


def _was_corrected(record: Correctable, version: Any, name: str) -> bool:
    then = type(record)(**{field.attname: getattr(version, field.attname) for field in _columns(record)})
    then.extracted = version.extracted
    return then.is_corrected(name)


def _columns(record: Correctable) -> list[Any]:
    return [record._meta.get_field(name) for name in record.correctable_fields]
