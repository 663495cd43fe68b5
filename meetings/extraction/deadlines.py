"""Deadlines: by when something is due, in the author's words and, where they fix one, as a date."""

from __future__ import annotations

import re

from meetings.extraction.dates import DateMention, find_dates
from meetings.extraction.deadline_days import bounds, due_days, due_year, worded_days, worded_value
from meetings.extraction.deadline_words import DATED, END_OF, RECURRING, WORDED, YEAR_BESIDE
from meetings.extraction.document import Document
from meetings.extraction.facts import Deadline, DeadlineKind
from meetings.extraction.memory import remembered
from meetings.extraction.pattern_sets import PatternSet
from meetings.extraction.spans import Span
from meetings.extraction.wording import has_any

_WORDED = PatternSet([worded.pattern for worded in WORDED])
_OF_DAYS = ("event", "day in brackets", "from")
_NEAR = 24
_AMOUNT = re.compile(r"\d[\d.,]* ?(?:%|tỷ|tỉ|triệu|nghìn|tấn|ha|km|lượt|xã|hộ|căn)(?: [^\W\d_]+){0,2},? \Z")
_BY_THE_MEETING = ("day of this month", "this year", "this week")
# "dự án đến ngày 30/9 ‹còn giải ngân dưới 60%›" tells which ones, and sets no day.
_CONDITION = re.compile(r"\s(?:mà\s)?(?:vẫn\s)?(?:còn|chưa|mới|chỉ|không(?!\scòn))(?!\w)")
_BEARER = re.compile(
    r"(?:dự án|công trình|đơn vị|chủ đầu tư|nhà thầu|địa phương|xã|phường|huyện|hộ|nơi|hồ sơ|gói thầu|nguồn vốn"
    r"|khoản)\s\Z"
)
_IF = re.compile(r"(?<!\w)nếu [^,;.]{3,60}\Z")
_HELD_AGAINST = re.compile(r"(?:nếu|[^\W\d_]+(?: [^\W\d_]+){0,3} nào)(?!\w)", re.I)
_STRENGTH = {"date": 0, "period": 1, "event_date": 2, "event_relative": 3, "vague": 4}


def find_deadline(document: Document, span: Span, reference: str | None) -> Deadline | None:
    """The one deadline of the part under `span`: a real date before a period, an event, vague words.

    `reference` is when the meeting was held as far as known (`2025-10-02`, `2025-10`, `2025` or None): it gives the
    year to "trước ngày 31/5", and the year after to "trước ngày 31/01" said in May.
    """
    found = find_deadlines(document, span, reference)
    if len(found) < 2:
        return found[0] if found else None
    return min(found, key=lambda deadline: (_STRENGTH[deadline.kind], deadline.span))


@remembered
def find_deadlines(document: Document, span: Span, reference: str | None) -> tuple[Deadline, ...]:
    """All deadlines under `span` in order: "thông xe trong tháng 6; … muộn nhất ngày 20/5 gửi hồ sơ" gives two."""
    found: list[Deadline] = []
    for date in find_dates(document, span):
        dated = read_dated(document, span, date, reference)
        if isinstance(dated, Deadline):
            found.append(dated)
    for number, start, match in _WORDED.matches(document.plain, *span):
        own = Span(start, match.end())
        if "năm" in match[0] and _AMOUNT.search(document.plain, max(span.start, start - _NEAR), start):
            continue  # "thu đủ 2.600 tỷ đồng ‹trong năm nay›" is the year of a plan
        if not any(own.overlaps(other.span) for other in found):
            found.append(_worded(document, span, own, WORDED[number].rule, WORDED[number].kind, reference))
    if len(found) > 1:
        found.sort(key=lambda deadline: deadline.span)
    return tuple(found)


def _worded(
    document: Document, span: Span, own: Span, rule: str, kind: DeadlineKind, reference: str | None
) -> Deadline:
    after = document.plain[own.end : min(span.end, own.end + _NEAR)]
    days = worded_days(own.of(document.plain), rule, after, reference)
    named = f"{rule}; {days.rule}" if days.rule else rule
    value = worded_value(own.of(document.plain), reference) if rule in _BY_THE_MEETING else None
    kind = kind if value is None or kind == "date" else "period"
    return Deadline(own.of(document.text).strip(), kind, value, own, named, days.earliest, days.latest)


def read_dated(document: Document, span: Span, date: DateMention, reference: str | None) -> Deadline | str:
    """The deadline that `date` is in the part under `span`, or why it is none."""
    if date.in_reference or date.is_stamp:
        return "of a document" if date.in_reference else "stamp"
    start = max(span.start, date.span.start - 64)
    before = document.plain[start : date.span.start]
    small = before.lower()
    for rule, kind, pattern, cues in DATED:
        match = pattern.search(before) if has_any(small, cues) else None
        if match is None or (rule in _OF_DAYS and date.day is None) or (rule == "in a month" and date.day):
            continue
        after = document.plain[date.span.end : min(span.end, date.span.end + _NEAR)]
        if rule == "from" and date.last:
            continue  # "từ ngày 1/7 đến ngày 31/8" tells how long
        if rule == "until" and _CONDITION.match(after) and _BEARER.search(before[: match.start()]):
            return "condition"
        if _HELD_AGAINST.match(document.plain, span.start, date.span.start) and (
            document.plain.find(" thì ", date.span.end, span.end) > 0
        ):
            return "condition"  # "xã nào còn chậm đến ngày 30/6 thì …"
        if _IF.search(before):
            return "condition"
        opens = start + match.start() == span.start
        if kind is None:
            return rule
        if date.precision == "year" and not _is_due_year(before, match, opens):
            return "bare year"
        if kind == "date" and date.day is None:
            kind = "period"
        leads = match.start("due") if rule == "from" else match.start()
        closed = (
            rule != "day in brackets"
            and before.rstrip().endswith("(")
            and document.plain[date.span.end : span.end][:1] == ")"
        )
        own = date.span if rule == "day in brackets" else Span(start + leads, date.span.end + closed)
        recurring = RECURRING.match(document.plain, own.end, span.end)
        year, year_rule = _year_beside(document.plain, date, reference) or due_year(date, reference)
        value = None if recurring else date.iso(year)
        held = bounds(reference)[0]
        if value and held and (bounds(value)[1] or "") < held:
            return "past"  # what is gone by is told of, not set
        days = due_days(value, "before" if kind == "date" else rule, reference)
        named = f"{rule}; {year_rule}" if value and year_rule else rule
        return Deadline(own.of(document.text), kind, value, own, named, days.earliest, days.latest)
    return "no cue"


def _year_beside(plain: str, date: DateMention, reference: str | None) -> tuple[int, str] | None:
    """The year of "trước 15/3 ‹sang năm›", "trước 30/6 ‹năm nay›", with the rule that gave it."""
    beside = YEAR_BESIDE.match(plain, date.span.end)
    if date.year or reference is None or beside is None:
        return None
    return int(reference[:4]) + (0 if beside["now"] else 1), "year told by the meeting"


def _is_due_year(before: str, match: re.Match[str], opens: bool) -> bool:
    """A bare year is due in "thông xe … trong năm 2019" and "đến cuối năm 2022", not in "Trong năm 2021, …"."""
    words = match[0].lower().strip()
    return bool(END_OF.search(before)) or (words.startswith(("trong", "ngay trong", "hết")) and not opens)
