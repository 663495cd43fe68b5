"""Writes a row's corrections through the model, so that they outlive readings and the history tells who and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from meetings.models import Meeting
from people.corrections import Correctable
from people.desk.readings import shown


@dataclass(frozen=True)
class Hand:
    """Who corrects, and why: what the history will tell."""

    user: Any = None
    reason: str = ""


@dataclass
class Written:
    """What a row set right, (field, was, is now), in words; or why the record does not take it, and then nothing."""

    changes: list[tuple[str, str, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def write(model: Any, key: int, values: Mapping[str, Any], hand: Hand) -> Written:
    """Sets the fields of the record with that key and saves it, or leaves it as it is."""
    record: Correctable = model._default_manager.select_for_update(no_key=True).order_by("pk").get(pk=key)
    was = {name: shown(record, name, record.reading_of(name)) for name in values}
    all_values = {**values, **_what_goes_along(record, values)}
    for name, value in all_values.items():
        setattr(record, name, value)
        record.conflicts.pop(name, None)  # somebody has decided
    try:
        with transaction.atomic():
            _check(record, set(all_values))
            record._history_user = hand.user  # type: ignore[attr-defined]
            record._change_reason = hand.reason  # type: ignore[attr-defined]
            record.save()
    except ValidationError as error:
        return Written(refused=_told(record, error))
    except DatabaseError as error:
        return Written(refused=[_("the database does not take it: %(why)s") % {"why": str(error).splitlines()[0]}])
    return Written([(name, was[name], shown(record, name, record.reading_of(name))) for name in values])


def _check(record: Correctable, names: set[str]) -> None:
    """Raises `ValidationError` for values that the record cannot have."""
    record.clean_fields(exclude={f.name for f in record._meta.fields if f.name not in names})
    record.derive()  # constraints speak of what follows from the values, too
    record.validate_unique()
    record.validate_constraints()


def _what_goes_along(record: Correctable, values: Mapping[str, Any]) -> dict[str, Any]:
    """What goes without saying, as in the forms of the desk: a day has a precision, a province somebody who gave it."""
    along: dict[str, Any] = {}
    if isinstance(record, Meeting):
        if "date" in values and values["date"] is None:
            along["date_precision"] = Meeting.Precision.NONE
        elif "date" in values and record.date is None and "date_precision" not in values:
            along["date_precision"] = Meeting.Precision.DAY
        if "province" in values:
            sources = Meeting.ProvinceSource
            along["province_source"] = sources.CURATOR if values["province"] is not None else sources.NONE
    return along


def _told(record: Correctable, error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return list(error.messages)
    found = []
    for name, messages in error.message_dict.items():
        label = "" if name == NON_FIELD_ERRORS else f"{record._meta.get_field(name).verbose_name}: "  # type: ignore[union-attr]
        found += [f"{label}{message}" for message in messages]
    return found
