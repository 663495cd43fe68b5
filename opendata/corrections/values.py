"""What a cell of a column says of a record's field: a value that the field takes, or why it takes none."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import override

from opendata.corrections.days import DayOrder, day_in, number_in, parts_of_day
from opendata.files.cells import harmless, unguarded
from opendata.identifiers import identifier, kind_of
from people.corrections import State
from people.models import Mergeable, Province
from people.register import ProvinceRegister
from people.templatetags.page import province_name

_IDENTIFIER = re.compile(r"(?:\S*/id/(?P<kind>[a-z]+)/)?(?P<key>[1-9]\d{0,17})/?")
# Fields of words that programs read.
_PERIODS = ("period", "deadline_value")
_PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-Q[1-4]|/\d{4})?")
_SEEN = (State.READ, State.CONFIRMED)


class Refused(ValueError):
    """A cell that no value can be taken from; the message says why."""


def key_in(cell: str, model: type[models.Model]) -> int:
    """The key in a permanent identifier of `model`, or by itself. Raises `Refused`."""
    match = _IDENTIFIER.fullmatch(cell.strip())
    if match is None or (match["kind"] and match["kind"] != kind_of(model)):
        raise Refused(_("“%(cell)s” is no identifier of this kind") % {"cell": cell[:80]})
    return int(match["key"])


class Reader:
    """Reads the cells of one file. `order` says how its days are written."""

    def __init__(self, order: DayOrder) -> None:
        self.order = order

    @cached_property
    def register(self) -> ProvinceRegister:
        """The provinces of both eras."""
        return ProvinceRegister(list(Province.objects.select_related("successor").order_by("pk")))

    def value(self, record: Any, name: str, cell: str) -> Any:
        """What the cell says of the field called `name`; the present value where it says the same. Raises `Refused`."""
        field: Any = record._meta.get_field(name)
        present = getattr(record, name)
        text = _settled(cell)
        if _is_text(field) and text in {_settled(present or ""), _settled(harmless(present or ""))}:
            return present
        text = unguarded(text)
        if not text.strip():
            return _nothing(field)
        try:
            return self._read(field, record, present, text)
        except Refused:
            raise
        except ValueError as error:
            raise Refused(_("“%(cell)s”: %(why)s") % {"cell": text[:80], "why": error}) from error

    def _read(self, field: Any, record: Any, present: Any, text: str) -> Any:
        if isinstance(field, models.ForeignKey):
            if field.related_model is Province:
                return self._province(record, present, text)
            return _other(field.related_model, present, text)
        if field.choices:
            return _code(field, text)
        if isinstance(field, models.DateField):
            return day_in(text, self.order, present)
        if isinstance(field, models.DecimalField):
            return number_in(text, present)
        if isinstance(field, models.IntegerField):
            number = number_in(text)
            if number != int(number):
                raise Refused(_("“%(cell)s” is no whole number") % {"cell": text})
            return int(number)
        if _as_mangled(present, text):
            return present
        if field.name in _PERIODS and not _PERIOD.fullmatch(text):
            raise Refused(
                _("“%(cell)s” is not written as 2025, 2025-10, 2025-10-31, 2025-Q1 or 2026/2030") % {"cell": text}
            )
        return text

    def _province(self, record: Any, present: Province | None, text: str) -> Province:
        if present is not None and text in _names_of(present):
            return present
        day = getattr(record, "date", None) or getattr(record, "reported_on", None)
        found = self.register.find(text, day)
        if found is None:
            found = next((p for p in self.register.provinces if text in _names_of(p)), None)
        if found is None:
            raise Refused(_("there is no province called “%(cell)s”") % {"cell": text[:80]})
        return found


def _settled(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _is_text(field: Any) -> bool:
    return isinstance(field, models.CharField | models.TextField) and not field.choices


def _nothing(field: Any) -> Any:
    if field.null:
        return None
    if field.blank and _is_text(field) | bool(field.choices):
        return ""
    raise Refused(_("it may not be empty"))


def _code(field: Any, text: str) -> Any:
    wanted = text.casefold()
    for language, _name in settings.LANGUAGES:
        with override(language):
            for code, label in field.flatchoices:
                if wanted in (str(code).casefold(), str(label).casefold()):
                    return code
    known = ", ".join(str(label) for _code, label in field.flatchoices)
    raise Refused(_("“%(cell)s” is none of: %(known)s") % {"cell": text[:80], "known": known})


def _other(model: Any, present: Any, text: str) -> Any:
    """The record that an identifier names; never one that was merged away or is not published."""
    key = key_in(text, model)
    if present is not None and present.pk == key:
        return present
    found = model._default_manager.filter(pk=key).first()
    if isinstance(found, Mergeable) and found.merged_into_id is not None:
        raise Refused(
            _("no. %(key)s was merged into %(survivor)s") % {"key": key, "survivor": identifier(found.standing())}
        )
    if found is None or found.state not in _SEEN:
        raise Refused(_("there is no no. %(key)s") % {"key": key})
    return found


def _names_of(province: Province) -> set[str]:
    found = {province.name}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.add(province_name(province))
    return found


def _as_mangled(present: Any, text: str) -> bool:
    """Whether a spreadsheet could have made `text` of words such as 2025-10, 5/2024 or 01 that nobody touched."""
    if not isinstance(present, str) or not present:
        return False
    if present.isdecimal() and text.isdecimal():
        return int(present) == int(text)
    told = parts_of_day(present)
    return bool(told) and told == parts_of_day(text)
