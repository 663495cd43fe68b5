"""Deadlines: by when something is due, in the author's words and, where they fix one, as a date."""

from __future__ import annotations

import calendar
import re

from meetings.extraction.dates import DateMention, find_dates
from meetings.extraction.deadline_words import DATED, END_OF, RECURRING, WORDED
from meetings.extraction.document import Document
from meetings.extraction.facts import Deadline
from meetings.extraction.spans import Span
from meetings.extraction.wording import has_any

_OF_DAYS = ("event", "day in brackets", "from")
_NEAR = 24
# "dự án đến ngày 30/9 ‹còn giải ngân dưới 60%›" tells which ones, and sets no day.
_CONDITION = re.compile(r"\s(?:mà\s)?(?:vẫn\s)?(?:còn|chưa|mới|chỉ|không(?!\scòn))(?!\w)")
_BEARER = re.compile(
    r"(?:dự án|công trình|đơn vị|chủ đầu tư|nhà thầu|địa phương|xã|phường|huyện|hộ|nơi|hồ sơ|gói thầu|nguồn vốn"
    r"|khoản)\s\Z"
)
_STRENGTH = {"date": 0, "period": 1, "event_date": 2, "event_relative": 3, "vague": 4}


def find_deadline(document: Document, span: Span, reference: str | None) -> Deadline | None:
    """The one deadline of the part under `span`: a real date before a period, an event, vague words.

    `reference` is when the meeting was held as far as known (`2025-10-02`, `2025-10`, `2025` or None): it gives the
    year to "trước ngày 31/5", and the year after to "trước ngày 31/01" said in May.
    """
    found = find_deadlines(document, span, reference)
    return min(found, key=lambda deadline: (_STRENGTH[deadline.kind], deadline.span), default=None)


def find_deadlines(document: Document, span: Span, reference: str | None) -> tuple[Deadline, ...]:
    """All deadlines under `span` in order: "thông xe trong tháng 6; … muộn nhất ngày 20/5 gửi hồ sơ" gives two."""
    dated = [read_dated(document, span, date, reference) for date in find_dates(document, span)]
    found = [deadline for deadline in dated if isinstance(deadline, Deadline)]
    words = span.of(document.plain).lower()
    for rule, kind, pattern, cues in WORDED:
        if not has_any(words, cues):
            continue
        for match in pattern.finditer(document.plain, *span):
            own = Span(*match.span())
            if not any(own.overlaps(other.span) for other in found):
                found.append(Deadline(own.of(document.text).strip(), kind, None, own, rule))
    return tuple(sorted(found, key=lambda deadline: deadline.span))


def read_dated(document: Document, span: Span, date: DateMention, reference: str | None) -> Deadline | str:
    """The deadline that `date` is in the part under `span`, or why it is none."""
    if date.in_reference or date.is_stamp:
        return "of a document" if date.in_reference else "stamp"
    start = max(span.start, date.span.start - 64)
    before = document.plain[start : date.span.start]
    for rule, kind, pattern in DATED:
        match = pattern.search(before)
        if match is None or (rule in _OF_DAYS and date.day is None):
            continue
        after = document.plain[date.span.end : min(span.end, date.span.end + _NEAR)]
        if rule == "from" and date.last:
            continue  # "từ ngày 1/7 đến ngày 31/8" tells how long
        if rule == "until" and _CONDITION.match(after) and _BEARER.search(before[: match.start()]):
            return "condition"
        opens = start + match.start() == span.start
        if kind is None:
            return rule
        if date.precision == "year" and not _is_due_year(before, match, opens):
            return "bare year"
        if kind == "date" and date.day is None:
            kind = "period"
        leads = match.start("due") if rule == "from" else match.start()
        own = date.span if rule == "day in brackets" else Span(start + leads, date.span.end)
        recurring = RECURRING.match(document.plain, own.end, span.end)
        value = None if recurring else date.iso(due_year(date, reference))
        earliest, latest = bounds(value)
        held = bounds(reference)[0]
        if latest and held and latest < held:
            return "past"  # what is gone by is told of, not set
        return Deadline(
            text=own.of(document.text),
            kind=kind,
            value=value,
            span=own,
            rule=rule,
            earliest=None if kind == "date" else earliest,
            latest=latest,
        )
    return "no cue"


def _is_due_year(before: str, match: re.Match[str], opens: bool) -> bool:
    """A bare year is due in "thông xe … trong năm 2019" and "đến cuối năm 2022", not in "Trong năm 2021, …"."""
    words = match[0].lower().strip()
    return bool(END_OF.search(before)) or (words.startswith(("trong", "ngay trong", "hết")) and not opens)


def due_year(date: DateMention, reference: str | None) -> int | None:
    """The year of a date that is due: its own, else the reference's, or the next when that lies months back."""
    if date.year or reference is None:
        return date.year
    year, month = int(reference[:4]), reference[5:7]
    due = date.month or (date.quarter or 4) * 3
    return year + 1 if month.isdigit() and due + 2 < int(month) else year


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
