"""Dates as press texts print them, from "Chiều6/6" to "ngày 08 tháng 12 năm 2025", at the precision they have."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from meetings.extraction.document import Document
from meetings.extraction.facts import Fact, Precision
from meetings.extraction.spans import Span

_SESSIONS = {"sáng": "morning", "trưa": "afternoon", "chiều": "afternoon", "tối": "evening", "đêm": "evening"}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WEEKDAY = r"(?:(?:thứ\ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\ nhật)\s?,?\s?)?"
# A short date needs a word before it that leads to a day; "8/10 xã" after "đến" is a share all the same.
_CUE = r"(?:\b(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|nay|qua|trước|đến|tới|hết|nhất|từ|vào|là|dịp|giờ)\s{0,2}\(?\s?|\(\s?)"
_CUE_BEFORE = re.compile(_CUE + _WEEKDAY + r"(?:ngày\s)?\Z", re.I | re.X)
_NAMED_DAY_BEFORE = re.compile(r"\b(?:ngày|lễ)(?:\s[^\W\d_]+){1,6}\s\Z", re.I)
_SESSION_BEFORE = re.compile(
    r"\b(sáng|trưa|chiều|tối|đêm)\s?(?:nay|qua|hôm\ nay|hôm\ qua|cùng)?\s?,?\s?\(?\s?" + _WEEKDAY + r"(?:ngày\s)?\Z",
    re.I | re.X,
)
_REFERENCE_BEFORE = re.compile(r"(?:[-/][A-ZĐ][\wĐđ./-]*|\bsố\s\S{1,25})\s(?:ngày\s)?\Z")
_CLOCK_NEAR = re.compile(r"\b\d{1,2}\s?[:hg]\s?\d{2}|'\s?-\s?\Z|\bCập nhật|\bNgày đăng|\A\s*\|", re.I)
_COUNTED = re.compile(
    r"\s?(?:%|(?:xã|phường|huyện|chỉ tiêu|tiêu chí|phiếu|đại biểu|đồng chí|nhiệm vụ|nội dung|thành viên|ý kiến|"
    r"dự án|hồ sơ"
    r"|công trình|đơn vị|cơ quan|trường|thôn|bản|hộ|km|ha|tỷ|tỉ|triệu|đơn|vụ|kiến nghị|tấn|người|lượt)\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class DateMention(Fact):
    """A date in the text; `span` covers it without the words that lead to it ("Sáng [27/3]").

    `last` is the closing day of a range, as (year, month, day): "4 và 5/7" is 4/7 with `last` (None, 7, 5).
    `session` is `morning`, `afternoon` or `evening` where the part of the day stands before it.
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


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _read(match: re.Match[str]) -> DateMention:
    """The mention from the groups d, d2, m, m1, q and y, each of which a rule may lack."""
    part = match.groupdict()
    year, month = _number(part.get("y") or part.get("y2")), _number(part.get("m"))
    quarter, closing = part.get("q"), _number(part.get("d2"))
    start = match.start("d") if part.get("d") else match.start("date") if "date" in part else match.start()
    return DateMention(
        Span(start, match.end()),
        rule="",
        year=year,
        month=_number(part.get("m1")) or month,
        day=_number(part.get("d")),
        quarter=(_QUARTERS.get(quarter.lower()) or int(quarter)) if quarter else None,
        last=(year, month, closing) if closing and month else None,
    )


_D, _M, _Y = r"(?<![\d/.,-])(?P<d>\d{1,2})", r"(?P<m>\d{1,2})", r"(?P<y>(?:19|20)\d\d)"
_OF_YEAR = r"(?:\s?[/-]\s?" + _Y + r"|,?\ năm\ (?P<y2>(?:19|20)\d\d))?"
_AND = (
    r"(?:\s?-\s?|\s?,\s?(?:\d{1,2}\s?,\s?){0,5}(?:\d{1,2}\s)?và\s|\s(?:và|đến|tới)\s)(?:hết\s)?(?:(?:sáng|chiều|"
    r"tối)\s)?(?:ngày\s)?"
)
_END = r"(?![\d/]|[.,]\d|-[\dA-ZĐ])"

# Tried in this order; a later rule never reads characters that an earlier one has read.
RULES: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.I | re.X)
    for name, pattern in {
        "header": r"\A\s*date\ (?P<date>" + _Y + r")-" + _M + r"(?:-(?P<hd>\d{2}))?(?=\s)",
        "in words": _D + r"\ tháng\ " + _M + _OF_YEAR + r"(?!\d)",
        "range of days": _D
        + r"(?:\s?[/-]\s?(?P<m1>\d{1,2}))?"
        + _AND
        + r"(?P<d2>\d{1,2})\s?(?P<s>[/.-])\s?"
        + _M
        + r"(?:\s?(?P=s)\s?"
        + _Y
        + r")?"
        + _END,
        "in numbers": _D + r"\s?(?P<s>[/.-])\s?" + _M + r"\s?(?P=s)\s?" + _Y + r"(?![\d/]|-[A-ZĐ])",
        "day and month": _D + r"\s?(?P<s>[/.-])\s?" + _M + _END,
        "month": r"\btháng\ " + _M + _OF_YEAR + r"(?![\d/]|,\d|\ năm\ (?:ngoái|trước))",
        "quarter": r"\bquý\ (?P<q>IV|I{1,3}|[1-4])" + _OF_YEAR + r"(?![\w/])",
        "month in numbers": r"(?<!số\ )(?<![\d/.,-])" + _M + r"[/-]" + _Y + r"(?![\d/]|-[\dA-ZĐ])",
        "year": r"\bnăm\ " + _Y + r"(?!\d|-\d|\s-\s\d)",
    }.items()
}


def find_dates(document: Document, span: Span | None = None) -> tuple[DateMention, ...]:
    """The dates within `span` (or the whole text) in order: "Sáng 16/5, … trước ngày 31/5" gives two."""
    text = document.plain
    start, end = span or Span(0, len(text))
    found: list[DateMention] = []
    taken = bytearray(end - start)
    for rule, pattern in RULES.items():
        for match in pattern.finditer(text, start, end):
            mention = replace(_read(match), rule=rule)
            own = slice(mention.span.start - start, mention.span.end - start)
            if any(taken[own]) or not _exists(mention):
                continue
            if (
                rule in ("range of days", "day and month")
                and mention.year is None
                and not _is_led_to(text, mention.span, match["s"])
            ):
                continue
            taken[own] = b"\x01" * len(taken[own])
            found.append(_with_surroundings(text, mention, match))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _exists(mention: DateMention) -> bool:
    if mention.month is not None and not 1 <= mention.month <= 12:
        return False
    days = [(mention.year, mention.month, mention.day), mention.last or (None, None, None)]
    for year, month, day in days:
        if day is not None and month is not None:
            try:
                datetime.date(year or 2024, month, day)  # a leap year, so that 29/2 is not lost
            except ValueError:
                return False
    return True


def _is_led_to(text: str, span: Span, separator: str) -> bool:
    """Whether words before a short date say that it is one; "9.2" needs them closest, as it may be a number."""
    before = text[max(0, span.start - 45) : span.start]
    if _COUNTED.match(text, span.end):
        return False
    if separator == ".":
        return bool(re.search(r"(?:sáng|trưa|chiều|tối|ngày)\s?\(?\Z", before, re.I))
    return bool(_CUE_BEFORE.search(before)) or (separator == "/" and bool(_NAMED_DAY_BEFORE.search(before)))


def _with_surroundings(text: str, mention: DateMention, match: re.Match[str]) -> DateMention:
    start, end = mention.span
    before = text[max(0, start - 45) : start]
    session = _SESSION_BEFORE.search(before)
    line = before.rpartition("\n")[2], text[end : end + 20].partition("\n")[0]
    return replace(
        mention,
        day=mention.day or _number(match.groupdict().get("hd")),
        session=_SESSIONS[session[1].lower()] if session else None,
        in_reference=bool(_REFERENCE_BEFORE.search(before)),
        is_stamp=mention.rule == "header"
        or (mention.rule == "in numbers" and any(_CLOCK_NEAR.search(part) for part in line)),
    )


def publication(dates: Sequence[DateMention]) -> DateMention | None:
    """When the report appeared, by its header or, failing that, by a stamp."""
    return next((date for date in dates if date.is_stamp), None)


def year_before(day: int, month: int, published: DateMention) -> int | None:
    """The year that puts a day at most eleven months before the report appeared: 28/12 in a report of 2 January."""
    if published.year is None:
        return None
    return published.year - 1 if (month, day) > (published.month or 12, 31) else published.year
