"""The first and last day that the words of a deadline can mean, and the rule that gave them what they lack."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from meetings.extraction.dates import DateMention
from meetings.extraction.memory import recalled

# Said of a day, a month or a year: "trước tháng 7" ends with June, "đến hết tháng 6" may be done before June.
_BY = ("before", "at the latest", "until")
_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười lăm": 15, "hai mươi": 20, "ba mươi": 30,
}  # fmt: skip
_GIVEN = re.compile(
    rf"trong (?:vòng |thời hạn |thời gian )?(\d{{1,3}}|{'|'.join(_NUMBERS)}) (ngày|tuần|tháng|giờ)\Z", re.I
)
_HERE = re.compile(
    r"(?P<before>trước )?(?:\w+ ){0,4}?(?P<unit>tuần|tháng|quý|năm|ngày|hôm|sáng|chiều|tối) "
    r"(?P<which>này|nay|tới|sau|mai)\Z",
    re.I,
)
# "trong vòng 15 ngày ‹kể từ ngày nhận hồ sơ›" is counted from another day.
COUNTED_FROM = re.compile(r",? (?:kể từ|tính từ|từ (?:khi|ngày)|sau khi|(?:trước|sau) )")
_COUNTING = ("days given", "this week", "this year")
_HOURS = 24
_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}
_DAY_OF = re.compile(r"ngày (\d{1,2}) tháng", re.I)


class Days(NamedTuple):
    """ISO days, None where unknown; `rule` names what gave the year or the day that is counted from."""

    earliest: str | None = None
    latest: str | None = None
    rule: str = ""


def due_year(date: DateMention, reference: str | None) -> tuple[int | None, str]:
    """The year of a date that is due: its own, else the reference's, or the next when that lies months back.

    With it the rule that gave a missing year: `year of the meeting`, `year after the meeting`.
    """
    if date.year or reference is None:
        return date.year, ""
    year, month = int(reference[:4]), reference[5:7]
    due = date.month or (date.quarter or 4) * 3
    if month.isdigit() and due + 2 < int(month):
        return year + 1, "year after the meeting"
    return year, "year of the meeting"


@recalled
def bounds(value: str | None) -> tuple[str | None, str | None]:
    """First and last day that a value can mean: `2025-Q4` is 2025-10-01 to 2025-12-31."""
    if value is None:
        return None, None
    year = int(value[:4])
    if len(value) == 10:
        return value, value
    first, last = (
        (int(value[6]) * 3 - 2, int(value[6]) * 3) if "Q" in value else (int(value[5:] or 1), int(value[5:] or 12))
    )
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{calendar.monthrange(year, last)[1]}"


def due_days(value: str | None, rule: str, reference: str | None) -> Days:
    """The days of a deadline with a date: "trong tháng 6" said on 16 June is due from then on until 30 June.

    What is due by a day has no earliest one; "trước tháng 7" is due by 30 June.
    """
    first, last = bounds(value)
    if first is None or value is None:
        return Days()
    if rule in _BY:
        whole = len(value) < len("2025-06-30")
        return Days(latest=_before(first) if rule == "before" and whole else last)
    held = _day(reference)
    return Days(held.isoformat() if held and first < held.isoformat() <= (last or "") else first, last)


def worded_days(words: str, rule: str, after: str, reference: str | None) -> Days:
    """The days of a deadline without a date, counted from the day of the meeting: "trong vòng 15 ngày", "tuần này".

    `rule` read the words; those that name no days ("thời gian tới") have none. `after` is what stands behind them.
    Unknown for working days, whose holidays no text tells, for days that are counted from something else, and where
    no day of the meeting is known.
    """
    day = _day(reference)
    words = re.sub(r"\s+", " ", words).strip()
    if rule == "day of this month" and (value := worded_value(words, reference)):
        return Days(latest=value, rule="counted from the meeting")
    if day is None or rule not in _COUNTING or COUNTED_FROM.match(after):
        return Days()
    if given := _GIVEN.search(words):
        last = _counted(day, int(_NUMBERS.get(given[1].lower(), 0) or given[1]), given[2].lower())
        return Days(day.isoformat(), last.isoformat(), "counted from the meeting")
    if here := _HERE.search(words):
        first, last = _around(day, here["unit"].lower(), here["which"].lower())
        if here["before"]:
            return Days(latest=_before(first.isoformat()), rule="counted from the meeting")
        return Days(max(first, day).isoformat(), last.isoformat(), "counted from the meeting")
    return Days()


def worded_value(words: str, reference: str | None) -> str | None:
    """The month, quarter, year or day that words fix by the meeting: "trong năm nay", "trước ngày 25 tháng này".

    None for weeks and days, which the exchange format has no value for, and where the reference is too coarse.
    """
    here = _HERE.search(re.sub(r"\s+", " ", words).strip())
    unit = here["unit"].lower() if here else ""
    if here is None or reference is None or unit not in _MONTHS:
        return None
    ahead = int(here["which"].lower() in ("tới", "sau"))
    year, month = int(reference[:4]), reference[5:7]
    if unit == "năm":
        return str(year + ahead)
    if not month.isdigit():
        return None
    months = _MONTHS[unit]
    year, first = divmod(year * 12 + (int(month) - 1) // months * months + months * ahead, 12)
    if unit == "quý":
        return f"{year}-Q{first // 3 + 1}"
    day = _DAY_OF.search(words)
    if day and int(day[1]) > calendar.monthrange(year, first + 1)[1]:
        return None
    return f"{year}-{first + 1:02}" + (f"-{int(day[1]):02}" if day else "")


def _day(reference: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(reference) if reference and len(reference) == len("2025-06-30") else None


def _before(day: str) -> str:
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def _counted(day: datetime.date, number: int, unit: str) -> datetime.date:
    if unit == "tháng":
        return _in_months(day, number)
    days = {"ngày": number, "tuần": 7 * number, "giờ": -(-number // _HOURS)}[unit]
    return day + datetime.timedelta(days=days)


def _in_months(day: datetime.date, number: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _around(day: datetime.date, unit: str, which: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of the week, month, quarter or year that holds `day`, or of the next one."""
    ahead = which in ("tới", "sau", "mai")
    if unit in ("ngày", "hôm", "sáng", "chiều", "tối"):
        day += datetime.timedelta(days=int(ahead))
        return day, day
    if unit == "tuần":
        monday = day + datetime.timedelta(days=7 * ahead - day.weekday())
        return monday, monday + datetime.timedelta(days=6)
    months = _MONTHS[unit]
    first = _in_months(day.replace(month=(day.month - 1) // months * months + 1, day=1), months * ahead)
    return first, _in_months(first, months) - datetime.timedelta(days=1)
