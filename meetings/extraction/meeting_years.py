"""The year of a meeting whose day is printed without one."""

from __future__ import annotations

import datetime
import re
from collections import Counter

from meetings.extraction.dates import DateMention, year_before
from meetings.extraction.document import Document

_AGENDA = re.compile(
    r"(?:(?:tháng|quý [IV]+) (?:đầu|cuối)? ?|nhiệm vụ|kế hoạch|tình hình|kinh tế - xã hội|ngân sách|nhà nước|"
    r"kế hoạch vốn|đầu tư công|đầu tư phát triển|kết quả|dự toán|chỉ tiêu|công tác|trong|cuối|đầu|giữa|,|và|của|"
    r"\A|[.\n])\s*\Z",
    re.IGNORECASE,
)
# "tăng 20% ‹cùng kỳ› năm 2018" looks back.
_LOOKS_BACK = re.compile(r"(?<!\w)(?:cùng kỳ|so với|so|kể từ|từ)(?: của)?\s*\Z", re.IGNORECASE)
NEAR = 10


def year_of(
    day: DateMention,
    days: list[DateMention],
    named: DateMention | None,
    published: DateMention | None,
    dates: tuple[DateMention, ...],
    document: Document,
) -> tuple[int | None, str]:
    """The year and the rule that gave it, in the order: printed, the meeting's name, publication, agenda."""
    if day.year:
        return day.year, "printed"
    if same := next((d.year for d in days if d.year and (d.day, d.month) == (day.day, day.month)), None):
        return same, "printed elsewhere"
    month, of_month = day.month or 1, day.day or 1
    if named and named.year:
        last = named.month or (named.quarter or 4) * 3
        return named.year + (month < last - 6), "named period"
    if published and (year := _before(month, of_month, published)):
        return year, "publication"
    return agenda_year(document, dates, month), "agenda"


def _before(month: int, day: int, published: DateMention) -> int | None:
    """The year that puts the day 0 to 10 days before publication, day and month of the stamp swapped if need be."""
    if published.year is None:
        return None
    if published.month and published.day:
        for stamp_month, stamp_day in ((published.month, published.day), (published.day, published.month)):
            for year in (published.year, published.year - 1):
                try:
                    gap = datetime.date(published.year, stamp_month, stamp_day) - datetime.date(year, month, day)
                except ValueError:
                    continue
                if 0 <= gap.days <= NEAR:
                    return year
    return year_before(day, month, published)


def agenda_year(document: Document, dates: tuple[DateMention, ...], month: int | None) -> int | None:
    """The one year that plans and reports speak of as current; of two in a row the earlier, in January the later."""
    years = Counter(
        d.year
        for d in dates
        if d.year and d.precision == "year" and not d.in_reference and _AGENDA.search(_before_words(document, d))
    )
    if not years:  # no year by itself: the one in which all months and quarters lie that are printed with a year
        named = [d for d in dates if d.year and not d.day and not d.is_stamp and not d.in_reference]
        parts = {d.year for d in named if not _LOOKS_BACK.search(_before_words(document, d))}
        return parts.pop() if len(parts) == 1 else None
    top = sorted(years)
    if len(top) == 1:
        return top[0]
    often = [year for year, count in years.most_common(2)]
    first, second = sorted(often)
    if second == first + 1:
        return second if month is not None and month <= 2 else first
    return often[0] if years[often[0]] > 2 * years[often[1]] else None


def _before_words(document: Document, date: DateMention) -> str:
    return document.plain[max(0, date.span.start - 40) : date.span.start]
