"""When the meeting was held: the day that the report prints, its year found where none is printed."""

from __future__ import annotations

import re
from typing import NamedTuple

from meetings.extraction.dates import DateMention, find_dates, publication
from meetings.extraction.document import Document
from meetings.extraction.facts import Precision
from meetings.extraction.meeting_days import day_of_meeting
from meetings.extraction.meeting_sessions import session_beside, session_elsewhere
from meetings.extraction.meeting_years import agenda_year, year_of
from meetings.extraction.near_days import NearDay, find_near_days
from meetings.extraction.spans import Span, within

# "‹Đầu› tháng 3/2020, Ban Thường vụ …", "‹Trong› quý III năm 2023, UBND tỉnh …"
_SPAN_OF_TIME = re.compile(
    r"(?:[^.;:\n]{0,30}[.;:\n-]\s*)?(?:Trong|Vào|Đầu|Giữa|Cuối|Hạ tuần|Trung tuần|Thượng tuần|Những ngày \w+) "
)


class Held(NamedTuple):
    """When: `date` and `precision` as facts/1 has them, the part of the day, and what they were read from."""

    date: str | None
    precision: Precision | None
    session: str | None
    span: Span
    rule: str


def find_held(document: Document, events: list[Span], lead: list[Span], named: DateMention | None, at: int = 0) -> Held:
    """When the meeting was held.

    `events` are the sentences that tell it (the likeliest first, its noun at `at`), `lead` those of the lead;
    `named` is the month or quarter in the meeting's own name ("phiên thường kỳ tháng 11/2024").
    """
    dates = find_dates(document)
    published = publication(dates)
    days = [d for d in dates if d.day and d.month and not d.is_stamp and not d.in_reference]
    told = [*events, *lead]
    day, part = day_of_meeting(document.plain, days, told, published, at)
    if isinstance(day, NearDay) and (on := day.on(published)):
        session = part or day.session or session_elsewhere(document, on.day, on.month, days, told)
        return Held(on.isoformat(), "day", session, day.span, "today, by the stamp")
    if not isinstance(day, DateMention):
        return _without_day(document, told, dates, published, part or (day.session if day else None))
    year, rule = year_of(day, days, named, published, dates, document)
    part = part or session_beside(document, day) or _on_that_day(document, day, year, events, published)
    if part is None and not day.last:
        part = session_elsewhere(document, day.day, day.month, days, told)
    if year is None:
        return Held(None, None, part, day.span, "no year")
    return Held(day.iso(year), "day", part, day.span, rule)


def _on_that_day(
    document: Document, day: DateMention, year: int | None, events: list[Span], published: DateMention | None
) -> str | None:
    """The part that a headline tells as today's, where the lead has the day alone."""
    if day.last:
        return None
    for sentence in events:
        for near in find_near_days(document.plain, sentence):
            on = near.on(published)
            if near.session and (on is None or on.isoformat() == day.iso(year)):
                return near.session
    return None


def _without_day(
    document: Document,
    told: list[Span],
    dates: tuple[DateMention, ...],
    published: DateMention | None,
    session: str | None,
) -> Held:
    for sentence in told:
        for date in within(dates, sentence):
            if date.day is not None or not date.year or not (date.month or date.quarter):
                continue
            if _SPAN_OF_TIME.fullmatch(document.plain, sentence.start, date.span.start):
                return Held(date.iso(), date.precision, None, date.span, "the month or quarter that opens the lead")
    year = agenda_year(document, dates, None)
    if year is None or (published and published.year and year > published.year):
        return Held(None, None, session, Span(0, 0), "no date")
    return Held(str(year), "year", session, next(d.span for d in dates if d.year == year), "agenda")
