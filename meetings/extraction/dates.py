"""Dates as press texts print them, from "Chiều6/6" to "ngày 08 tháng 12 năm 2025", at the precision they have."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Sequence

from meetings.extraction.date_cues import is_beside_a_clock, is_led_to, is_of_a_document
from meetings.extraction.date_forms import date_matches, writes_dots
from meetings.extraction.day_parts import part_before
from meetings.extraction.document import Document
from meetings.extraction.facts import Fact, Precision
from meetings.extraction.memory import remembered
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class DateMention(Fact):
    """A date in the text; `span` covers it without the words that lead to it ("Sáng [27/3]").

    `last` is the closing day of a range, as (year, month, day): "4 và 5/7" is 4/7 with `last` (None, 7, 5).
    `session` is `morning`, `afternoon`, `evening` or `all_day` where the part of the day stands before it.
    `in_reference` marks the date of a numbered document, which dates no meeting and is no deadline.
    `is_stamp` marks when the report appeared: the header of a crawl, or a full date beside a time of day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    last: tuple[int | None, int, int] | None = None
    session: str | None = None
    in_reference: bool = False
    is_stamp: bool = False

    @property
    def precision(self) -> Precision:
        """The finest part that is printed."""
        return "day" if self.day else "month" if self.month else "quarter" if self.quarter else "year"

    def iso(self, year: int | None = None) -> str | None:
        """`2023-03-27`, `2024-11`, `2023-Q1` or `2021`; `year` stands in where none is printed, else None."""
        own = self.year or year
        if own is None:
            return None
        if self.month is None:
            return f"{own}-Q{self.quarter}" if self.quarter else str(own)
        return f"{own}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


def find_dates(document: Document, span: Span | None = None) -> tuple[DateMention, ...]:
    """The dates within `span` (or the whole text) in order: "Sáng 16/5, … trước ngày 31/5" gives two."""
    dates, starts = _all_dates(document.plain)
    if span is None:
        return dates
    first = bisect_left(starts, span.start)
    last = bisect_left(starts, span.end, first)
    return dates[first : last - 1] if last > first and dates[last - 1].span.end > span.end else dates[first:last]


@remembered
def _all_dates(text: str) -> tuple[tuple[DateMention, ...], list[int]]:
    """The dates of `text` in order, and where each begins."""
    found: list[DateMention] = []
    taken = bytearray(len(text))
    for rule, match in date_matches(text):
        start, end = _span(match)
        if taken.find(1, start, end) >= 0:
            continue
        mention = _read(rule, match, Span(start, end))
        if mention is not None:
            taken[start:end] = b"\x01" * (end - start)
            found.append(mention)
    found.sort(key=lambda mention: mention.span)
    return tuple(found), [mention.span.start for mention in found]


def _span(match: re.Match[str]) -> tuple[int, int]:
    groups = match.re.groupindex
    return match.start("d" if "d" in groups else "date" if "date" in groups else 0), match.end()


def _read(rule: str, match: re.Match[str], span: Span) -> DateMention | None:
    """The mention from the groups d, d2, m, m1, q and y, which a rule may lack; None for no such day."""
    part = match.groupdict()
    year, month, day = _number(part.get("y") or part.get("y2")), _number(part.get("m")), _number(part.get("d"))
    quarter, closing = part.get("q"), _number(part.get("d2"))
    last = (year, month, closing) if closing and month else None
    month = _number(part.get("m1")) or month
    if month is not None and not 1 <= month <= 12:
        return None
    if not _exists(year, month, day) or (last and not _exists(*last)):
        return None
    text = match.string
    if (
        year is None
        and rule in ("range of days", "day and month")
        and not is_led_to(text, span, part["s"], dotted=part["s"] == "." and writes_dots(text))
    ):
        return None
    session = part_before(text, span.start)
    return DateMention(
        span,
        rule,
        year=year,
        month=month,
        day=day or _number(part.get("hd")),
        quarter=(_QUARTERS.get(quarter.lower()) or int(quarter)) if quarter else None,
        last=last,
        session=session,
        in_reference=session is None and is_of_a_document(text, span),
        is_stamp=rule == "header" or (rule == "in numbers" and is_beside_a_clock(text, span)),
    )


def _number(printed: str | None) -> int | None:
    return int(printed) if printed else None


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    if day is None or month is None:
        return True
    try:
        datetime.date(year or 2024, month, day)  # a leap year, so that 29/2 is not lost
    except ValueError:
        return False
    return True


def publication(dates: Sequence[DateMention]) -> DateMention | None:
    """When the report appeared, by its header or, failing that, by a stamp."""
    return next((date for date in dates if date.is_stamp), None)


def year_before(day: int, month: int, published: DateMention) -> int | None:
    """The year that puts a day at most eleven months before the report appeared: 28/12 in a report of 2 January."""
    if published.year is None:
        return None
    return published.year - 1 if (month, day) > (published.month or 12, 31) else published.year
