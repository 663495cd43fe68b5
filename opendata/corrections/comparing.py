"""Whether a cell still says what the file said when it was made, whatever a spreadsheet made of it on the way."""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal
from typing import Any

from opendata.corrections.days import DayOrder, day_in, number_in, parts_of_day
from opendata.files.cells import harmless, one, unguarded

_IDENTIFIERS = re.compile(r"/id/[a-z]+/\d+")
# Columns that say something else each day, or that no correction is for: the keys of a row.
NOT_COMPARED = frozenset({"identifier", "id", "citation", "version", "deadline_state"})


def says_the_same(cell: str, *written: Any) -> bool:
    """Whether the cell is one of the values that were written, in some form."""
    return any(_same(cell, value) for value in written)


def _same(cell: str, value: Any) -> bool:
    single = one(value)
    text = _plain(cell)
    if single is None:
        return not text
    if isinstance(single, datetime.date):
        return any(_day_is(text, single, order) for order in (DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST))
    if isinstance(single, int | Decimal):
        return _number_is(text, Decimal(single))
    if named := _IDENTIFIERS.findall(str(single)):
        return _IDENTIFIERS.findall(text) == named  # whatever the host in them
    said = _plain(str(single))
    # What a spreadsheet takes for a day it writes anew: that is nobody's correction.
    told = parts_of_day(said)
    return text in (said, _plain(harmless(said))) or (bool(told) and told == parts_of_day(text))


def _plain(text: str) -> str:
    settled = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return " ".join(unguarded(settled.strip()).split())


def _day_is(text: str, day: datetime.date, order: DayOrder) -> bool:
    try:
        return day_in(text, order) == day
    except ValueError:
        return False


def _number_is(text: str, number: Decimal) -> bool:
    try:
        return number_in(text, number) == number
    except ValueError:
        return False
