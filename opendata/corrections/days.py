"""Days and numbers as spreadsheets write them in their owners' way: 05/03/2026, 3/5/2026, 1.234,5."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from enum import Enum

from django.utils.translation import gettext as _

_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+0?0:00(?::00)?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_ENGLISH = re.compile(r"(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([., \u00a0])\d{3}(?:\1\d{3})*(?:([.,])\d+)?")


class DayOrder(Enum):
    """Which of the two small numbers of a day comes first in a file, as far as its days tell."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"
    UNTOLD = "untold"
    MIXED = "mixed"


def order_in(cells: Iterable[str]) -> DayOrder:
    """What the days in the cells tell: 25/03/2026 has its day first, 3/25/2026 its month."""
    day_first = month_first = False
    for cell in cells:
        if match := _FIGURES.fullmatch(cell.strip()):
            day_first |= int(match[1]) > 12
            month_first |= int(match[2]) > 12
    if day_first and month_first:
        return DayOrder.MIXED
    return DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST if month_first else DayOrder.UNTOLD


def day_in(cell: str, order: DayOrder, present: datetime.date | None = None) -> datetime.date:
    """The day in the cell. Raises `ValueError`, with the reason in words, for what is none or could be two.

    Where the file does not tell the order, 3/5/2026 without zeros is taken for the `present` day if a spreadsheet of
    another country would write that so; otherwise the day comes first.
    """
    text = " ".join(cell.split())
    if match := _FIGURES.fullmatch(text):
        first, second, year = (int(part) for part in match.groups())
        if order == DayOrder.MIXED and max(first, second) <= 12 and first != second:
            raise ValueError(_("it could be two days: write it as 2026-03-05"))
        bare = not (match[1].startswith("0") or match[2].startswith("0"))
        turned = order == DayOrder.MONTH_FIRST or (
            order == DayOrder.UNTOLD and bare and present == _day(year, first, second)
        )
        if order == DayOrder.MIXED:
            turned = second > 12
        return _needed(_day(year, first, second) if turned else _day(year, second, first))
    if match := _IN_ENGLISH.fullmatch(text):
        month = match[2].lower()
        return _needed(_day(int(match[3]), _MONTHS.index(month) + 1, int(match[1])) if month in _MONTHS else None)
    try:
        return datetime.date.fromisoformat(text[:10] if text[10:].strip("T 0:.") == "" else text)
    except ValueError:
        return _needed(None)


def _needed(day: datetime.date | None) -> datetime.date:
    if day is None:
        raise ValueError(_("it is no day: write it as 2026-03-05 or 05/03/2026"))
    return day


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def number_in(cell: str, present: Decimal | None = None) -> Decimal:
    """The number in the cell, with a point or a comma. Raises `ValueError` for what is none.

    26.000 could be two numbers: it is the `present` one if it is one of them, otherwise refused.
    """
    text = cell.strip().replace("\u2212", "-")
    if match := _GROUPED.fullmatch(text):
        mark, fraction = match[1], match[2]
        whole = text.replace(mark, "")
        if fraction is None and mark in ".," and text.count(mark) == 1:
            readings = [_exact(whole), _exact(text.replace(",", "."))]
            if present not in readings:
                raise ValueError(_("it could be two numbers: write it without groups of three"))
            return readings[readings.index(present)]
        if fraction != mark:
            text = whole
    return _exact(text.replace(",", "."))


def _exact(text: str) -> Decimal:
    try:
        found = Decimal(text)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise ValueError(_("it is no number"))
    return found


_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?",
        r"(?:(?P<day>\d{1,2})/)?(?P<month>\d{1,2})/(?P<year>\d{4})",
        r"(?P<name>[a-z]{3})-(?P<short>\d{2})",
        r"th(?:g|áng)?\s?(?P<month>\d{1,2})-(?P<short>\d{2})",
    )
)


def parts_of_day(text: str) -> tuple[int, ...]:
    """Year and month, or year and the two numbers of a day, in a form that spreadsheets give to what they take for one.

    Which of the two is the month depends on the country, so that they stand by size.
    """
    for form in _FORMS:
        if match := form.fullmatch(text.strip()):
            told = match.groupdict()
            name = (told.get("name") or "").lower()
            if name and name not in _MONTHS:
                continue
            year = int(told.get("year") or f"20{told['short']}")
            month = _MONTHS.index(name) + 1 if name else int(told["month"])
            return (year, *sorted((month, int(told["day"])))) if told.get("day") else (year, month)
    return ()
