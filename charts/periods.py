"""Months, quarters and years: the periods that counts are told by."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

MOST = 36  # periods side by side, each wide enough for a finger


class Unit(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


FINEST_FIRST = (Unit.MONTH, Unit.QUARTER, Unit.YEAR)
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


@dataclass(frozen=True, order=True)
class Period:
    """A calendar month, quarter or year, from its `first` day on."""

    first: datetime.date
    unit: Unit

    @classmethod
    def of(cls, day: datetime.date, unit: Unit) -> Period:
        """The period that `day` lies in."""
        months = _MONTHS[unit]
        return cls(day.replace(month=(day.month - 1) // months * months + 1, day=1), unit)

    def shifted(self, by: int) -> Period:
        """The period `by` periods later, or earlier where `by` is negative. Raises `OverflowError` past 9999."""
        year, month = divmod(self.first.year * 12 + self.first.month - 1 + by * _MONTHS[self.unit], 12)
        if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
            raise OverflowError("no such year")
        return Period(datetime.date(year, month + 1, 1), self.unit)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        month = self.first.month + _MONTHS[self.unit] - 1
        if month == 12:
            return self.first.replace(month=12, day=31)
        return self.first.replace(month=month + 1) - datetime.timedelta(days=1)

    @property
    def year(self) -> int:
        """The year that it lies in."""
        return self.first.year

    @property
    def number(self) -> int:
        """Which one of its year it is, from 1."""
        return (self.first.month - 1) // _MONTHS[self.unit] + 1


def periods(first: datetime.date, last: datetime.date, unit: Unit) -> list[Period]:
    """The periods from that of `first` to that of `last`, without gaps."""
    found = [Period.of(first, unit)]
    end = Period.of(last, unit)
    while found[-1] < end:
        found.append(found[-1].shifted(1))
    return found


def fitting(first: datetime.date, last: datetime.date, most: int = MOST, least: int = 1) -> list[Period]:
    """The days in the finest periods that are no more than `most`, led by earlier ones up to `least`.

    Where even the years are too many, the latest of them.
    """
    for unit in FINEST_FIRST:
        months = (last.year - first.year) * 12 + last.month - first.month
        if months // _MONTHS[unit] > most and unit is not Unit.YEAR:
            continue
        found = periods(first, last, unit)
        if len(found) <= most or unit is Unit.YEAR:
            break
    while len(found) < least and found[0].first.year > 1:
        found.insert(0, found[0].shifted(-1))
    return found[-most:]
