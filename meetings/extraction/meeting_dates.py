"""When the meeting was held: the day that the report prints, its year found where none is printed."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from meetings.extraction.dates import DateMention, find_dates, publication
from meetings.extraction.document import Document
from meetings.extraction.facts import Precision
from meetings.extraction.meeting_years import agenda_year, year_of
from meetings.extraction.spans import Span, within

_OPENS = re.compile(
    r"(?:^|[.;:!?)\n\"]|- )\s*(?:\(?[A-ZĐ]{2,6}\)?\s?-\s?|\([A-ZĐ]{2,6}\)\s?)?"
    r"(?:(?:Sáng|Chiều|Tối|Trong|Vào|Hôm)\s)?(?:nay\s)?(?:Từ [\d hg:'giờphút]{2,10} (?:sáng )?(?=đến ))?"
    r"(?:(?!(?:về|vụ|họp|hội nghị)\s)[^.\n]){0,25}$"
)
# "cuộc họp ‹ngày 6/6›", "phiên họp thường kỳ tháng 5 (27/5)"; not "họp về vụ cháy ngày 5/3".
_BEHIND_NOUN = re.compile(
    r"(?<!\w)(?:họp|phiên|hội nghị|buổi làm việc|buổi tiếp|giao ban|công dân|tổ chức|diễn ra|khai mạc|bế mạc)"
    r"(?: (?!(?:về|vụ|nghe|bàn|để|trước|đến|tới|từ|sau|số|kể|hạn|cho|bão|lễ|kỷ niệm|đợt|triển khai)(?!\w))[\w/-]+){0,8}"
    r"(?: \((?:từ )?|,? (?:(?:vào|trong) )?(?:(?:các|hai|ba|bốn|0?[2-5]) )?)(?:ngày )?$",
    re.IGNORECASE,
)
# "…, hôm nay (28/11), Hội nghị …", "diễn ra hôm qua 9/6"
_TODAY_BEFORE = re.compile(r"(?<!\w)(?:hôm nay|hôm qua|(?:sáng|chiều|tối) nay),? \(?(?:ngày )?$", re.IGNORECASE)
# "Thường trực Tỉnh ủy ‹ngày 4/4› tổ chức hội nghị": the day stands between whoever holds the meeting and the verb.
_BEFORE_VERB = re.compile(
    r",? (?:đã |vừa |cũng |cùng |tiếp tục |trực tiếp )*(?:(?:đồng )?chủ trì|tổ chức|họp|mở|tiến hành|triệu tập|nhóm họp"
    r"|khai mạc|bế mạc|giao ban|điều hành|làm việc|có (?:buổi|cuộc|phiên)|tiếp (?:công )?dân"
    r"|(?:tham )?dự (?=phiên|hội nghị|cuộc|kỳ họp|buổi))(?! báo(?! cáo))(?!\w)"
)
_OF_SOMETHING = re.compile(
    r"(?:văn bản|công văn|kế hoạch|thông báo|quyết định|nghị quyết|chỉ thị|công điện|kết luận"
    r"|(?<!Thường )vụ|bão số|tai nạn|cháy|lũ)(?: [^\W\d]+){0,4} (?:ngày |hôm )?$",
    re.IGNORECASE,
)
# "Sau hai ngày rưỡi làm việc (‹từ ngày 7 đến trưa 9/12›), kỳ họp …", "diễn ra từ ‹6 đến 8/12›"
_OVER_DAYS = re.compile(
    r"(?<!\w)(?:(?<!mọi )(?<!mỗi )ngày(?: rưỡi)?(?: (?:làm việc|họp|diễn ra|thảo luận|tiến hành)(?: [^\W\d]+){0,4}?)?"
    r"|diễn ra|kéo dài|tổ chức|họp|tiến hành|làm việc)[ ,(]{1,3}(?:từ )?(?:(?:sáng|chiều|tối) )?(?:ngày )?$"
)
_FROM_A_PART = re.compile(r"(?<!\w)từ (?:sáng|chiều|tối) (?:ngày )?$", re.IGNORECASE)
# "‹Đầu› tháng 3/2020, Ban Thường vụ …", "‹Trong› quý III năm 2023, UBND tỉnh …"
_SPAN_OF_TIME = re.compile(
    r"(?:[^.;:\n]{0,30}[.;:\n-]\s*)?(?:Trong|Vào|Đầu|Giữa|Cuối|Hạ tuần|Trung tuần|Thượng tuần|Những ngày \w+) "
)
_ALL_DAY = re.compile(
    r"(?<!\w)(?:(?:cả|trọn|suốt)(?: một)? ngày|sáng(?: (?:và|đến|lẫn)|,) chiều(?: ngày)?) \(?$", re.IGNORECASE
)
_TODAY = re.compile(
    r"(?<!\w)(?<!ánh )(?:(?:(sáng|chiều|tối|trưa)|hôm) nay|(?P<eve>(?:(sáng|chiều|tối|trưa) (?:hôm )?|hôm )qua))"
    r"(?! \(|,? ngày|,? \d)(?!\w)",
    re.IGNORECASE,
)
_SESSIONS = {"sáng": "morning", "trưa": "afternoon", "chiều": "afternoon", "tối": "evening"}


class Held(NamedTuple):
    """When: `date` and `precision` as facts/1 has them, the part of the day, and what they were read from."""

    date: str | None
    precision: Precision | None
    session: str | None
    span: Span
    rule: str


def find_held(document: Document, told: list[Span], named: DateMention | None) -> Held:
    """When the meeting told in the sentences `told` (the likeliest first) was held.

    `named` is the month or quarter in the meeting's own name ("phiên thường kỳ tháng 11/2024").
    """
    dates = find_dates(document)
    published = publication(dates)
    days = [d for d in dates if d.day and d.month and not d.is_stamp and not d.in_reference]
    day = _of_the_meeting(document, days, told)
    if day is None:
        return _without_day(document, told, dates, published)
    year, rule = year_of(day, days, named, published, dates, document)
    if year is None:
        return Held(None, None, _session(document, day), day.span, "no year")
    return Held(day.iso(year), "day", _session(document, day), day.span, rule)


def _session(document: Document, day: DateMention) -> str | None:
    before = document.plain[max(0, day.span.start - 40) : day.span.start]
    if day.last and _FROM_A_PART.search(before):
        return None  # "từ ‹sáng› 6/12 đến trưa 8/12": the part is the first day's
    return "all_day" if _ALL_DAY.search(before) else day.session


def _of_the_meeting(document: Document, days: list[DateMention], told: list[Span]) -> DateMention | None:
    for sentence in told:
        inside = within(days, sentence)
        best = next((d for d in inside if d.session), None) or next(
            (
                d
                for rule in (_OPENS, _BEHIND_NOUN, _TODAY_BEFORE)
                for d in inside
                if rule.search(document.plain[max(sentence.start, d.span.start - 60) : d.span.start])
            ),
            None,
        )
        best = best or next((d for d in inside if _is_between(document.plain, sentence, d)), None)
        if best:
            return best
    return next((d for d in days if d.session), None)


def _is_between(plain: str, sentence: Span, day: DateMention) -> bool:
    """Whether the day stands before a verb that holds the meeting, or several days behind how long it took."""
    before = plain[max(sentence.start, day.span.start - 60) : day.span.start]
    if day.last:
        return _OVER_DAYS.search(before) is not None
    return _BEFORE_VERB.match(plain, day.span.end) is not None and not _OF_SOMETHING.search(before)


def _without_day(
    document: Document, told: list[Span], dates: tuple[DateMention, ...], published: DateMention | None
) -> Held:
    session = None
    for sentence in told:
        if today := _TODAY.search(document.plain, *sentence):
            session = session or _SESSIONS.get((today[1] or today[3] or "").lower())
            if published and published.year and published.month and published.day:
                day = datetime.date(published.year, published.month, published.day)
                held = day - datetime.timedelta(days=bool(today["eve"]))
                return Held(held.isoformat(), "day", session, Span(*today.span()), "today, by the stamp")
        for date in within(dates, sentence):
            if date.day is not None or not date.year or not (date.month or date.quarter):
                continue
            if _SPAN_OF_TIME.fullmatch(document.plain, sentence.start, date.span.start):
                return Held(date.iso(), date.precision, None, date.span, "the month or quarter that opens the lead")
    year = agenda_year(document, dates, None)
    if year is None:
        return Held(None, None, session, Span(0, 0), "no date")
    return Held(str(year), "year", session, next(d.span for d in dates if d.year == year), "agenda")
