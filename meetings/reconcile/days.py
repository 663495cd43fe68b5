"""Days and periods as facts print them: `2023-03-27`, `2024-11`, `2023-Q1`, `2021`."""

from __future__ import annotations

import calendar
import datetime

PRECISIONS = ("day", "month", "quarter", "year")


def first_day(value: str) -> datetime.date:
    """The first day of a day, month, quarter or year. Raises `ValueError` for anything else."""
    year, _, rest = value.partition("-")
    if not rest:
        return datetime.date(int(year), 1, 1)
    if rest.startswith("Q"):
        return datetime.date(int(year), int(rest[1:]) * 3 - 2, 1)
    month, _, day = rest.partition("-")
    return datetime.date(int(year), int(month), int(day or 1))


def last_day(value: str) -> datetime.date:
    """The last day of a day, month, quarter or year. Raises `ValueError` for anything else."""
    first = first_day(value)
    precision = precision_of(value)
    if precision == "day":
        return first
    month = {"month": first.month, "quarter": first.month + 2, "year": 12}[precision]
    return first.replace(month=month, day=calendar.monthrange(first.year, month)[1])


def precision_of(value: str) -> str:
    """`day`, `month`, `quarter` or `year`, by the form of the value."""
    parts = value.split("-")
    if len(parts) == 1:
        return "year"
    if len(parts) == 3:
        return "day"
    return "quarter" if parts[1].startswith("Q") else "month"


def as_day(iso: str | None) -> datetime.date | None:
    """The day, None where none is given."""
    return datetime.date.fromisoformat(iso) if iso else None
