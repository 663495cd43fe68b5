"""The part of the day of a meeting: beside its day, or where the report tells how long or when on that day it sat."""

from __future__ import annotations

import re

from meetings.extraction.dates import DateMention
from meetings.extraction.day_parts import CLOCK, PARTS, clock_before, part_behind, part_of_hour
from meetings.extraction.document import Document
from meetings.extraction.spans import Span
from meetings.extraction.wording import has_any

_FROM_A_PART = re.compile(r"(?<!\w)từ (?:(?:đầu|cuối) giờ )?(?:sáng|chiều|tối) (?:ngày )?$", re.IGNORECASE)
_HOUR = CLOCK.replace(r"(\d{1,2})", r"(?P<hour>\d{1,2})")
_NOUN = r"(?:phiên họp|phiên làm việc|hội nghị|kỳ họp|cuộc họp|buổi họp|buổi làm việc|buổi tiếp công dân|các đại biểu)"
_SITS = r"(?:diễn ra|kéo dài|làm việc|tiến hành|được tổ chức|họp|thảo luận|bắt đầu|khai mạc)"
# "Quang cảnh phiên họp ‹chiều 5/3›", "Phát biểu tại hội nghị diễn ra vào ‹sáng 5/3›"
_OF_MEETING = re.compile(
    rf"(?<!\w){_NOUN}(?: (?!về|vụ|sau|trước|lễ|để|bàn|nghe)[^\W\d]+){{0,5}}? "
    r"(?:(?:vào|trong|buổi|đầu giờ|cuối giờ) ){0,3}(?:sáng|trưa|chiều|tối)(?: ngày)? \Z",
    re.IGNORECASE,
)
# "Phiên họp ‹diễn ra trọn một ngày›", "Các đại biểu ‹làm việc từ sáng đến chiều›", "sau ‹một ngày làm việc›"
_ALL_DAY = re.compile(
    rf"(?<!\w)(?:{_NOUN}(?: [^\W\d]+){{0,6}}? {_SITS}(?: [^\W\d]+){{0,3}}? (?:(?:cả|trọn(?: vẹn)?|suốt|hết|trong)"
    r"(?: (?:một|1|01))? ngày(?! (?:nghỉ|rưỡi|đêm|\d))|"
    r"(?:từ )?sáng(?: sớm)? (?:đến|tới|và|lẫn) (?:hết |tận )?(?:chiều|tối))"
    r"|(?<=, )(?:làm việc|kéo dài|diễn ra)(?: [^\W\d]+){0,3}? (?:cả|trọn(?: vẹn)?|suốt|hết|trong)(?: (?:một|1|01))?"
    rf" ngày(?! (?:nghỉ|rưỡi|đêm|\d))|(?-i:Cả|Suốt|Trọn)(?: một)? ngày, (?:các đồng chí )?{_NOUN}"
    r"|sau (?:gần |hơn |trọn )?(?:một|1|01) ngày (?:làm việc|họp|thảo luận))(?!\w)(?! rưỡi)",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"(?<!\w)(?:{_NOUN}(?: [^\W\d]+){{0,3}}? {_SITS} (?:(?:trong|vào|suốt|hết|cả) )?(?:một |1 )?(?:buổi )?"
    r"(?P<part>sáng|chiều|tối)(?! (?:\d|mai|hôm|nay|qua|ngày|cùng|thứ|đến|tới|và|lẫn))(?!\w)"
    r"|sau (?:gần |trọn )?(?:một |1 )?buổi (?P<after>sáng|chiều|tối) (?:làm việc|họp|thảo luận)"
    rf"|{_NOUN}(?: [^\W\d]+){{0,3}}? (?:bắt đầu|khai mạc|diễn ra)(?: từ| lúc| vào| hồi){{0,2}} {_HOUR}(?! ngày)"
    r"|họp(?: khẩn(?: cấp)?)?(?: ngay| xuyên)? (?:trong |giữa )?(?P<night>đêm)"
    r"|(?-i:Trong đêm),[^.;\n]{0,80}? (?P<nightly>họp))(?!\w)",
    re.IGNORECASE,
)
_SITTING = r"(?:[^.\n]{0,120}?(?:phiên họp|hội nghị|kỳ họp|đại biểu|hội trường|thảo luận|chất vấn|chia tổ))"
_TWO_HALVES = re.compile(
    rf"(?:^|(?<=[.\n] )|(?<=\n))(?:Trong )?[Bb]uổi sáng[,:]{_SITTING}(?:[^\n]{{0,1500}}?\n){{0,6}}?[^\n]{{0,1500}}?"
    rf"(?:(?<=[.;] )|(?<=\n))(?:Trong )?[Bb]uổi chiều[,:]{_SITTING}"
)
_GATE = (" ngày", "sáng", "chiều", "tối", "giờ", "đêm")


def session_beside(document: Document, day: DateMention) -> str | None:
    """The part told right before or behind the day; of "từ sáng 6/12 đến trưa 8/12" none: it is the first day's."""
    plain, start, end = document.plain, *day.span
    if day.last:
        before = plain[max(0, start - 40) : start]
        return None if _FROM_A_PART.search(before) else day.session
    return day.session or part_behind(plain, end) or clock_before(plain, start)


def session_elsewhere(
    document: Document, day: int | None, month: int | None, days: list[DateMention], lead: list[Span]
) -> str | None:
    """The part of that day told apart from it: in a caption, or in a sentence on how the meeting went on."""
    plain = document.plain
    named = {
        d.session
        for d in days
        if d.session and not d.last and (d.day, d.month) == (day, month) and _is_of_meeting(plain, d.span.start)
    }
    if named:
        return named.pop() if len(named) == 1 else None
    for sentence in dict.fromkeys(lead):
        if not has_any(plain[sentence.start : sentence.end], _GATE):
            continue
        if _ALL_DAY.search(plain, *sentence):
            return "all_day"
        if half := _HALF.search(plain, *sentence):
            part = half["part"] or half["after"] or ("đêm" if half["night"] or half["nightly"] else None)
            return PARTS[part.lower()] if part else part_of_hour(int(half["hour"]))
    if "uổi sáng" in plain and "uổi chiều" in plain and _TWO_HALVES.search(plain):
        return "all_day"
    return None


def _is_of_meeting(plain: str, at: int) -> bool:
    return _OF_MEETING.search(plain, max(0, at - 100), at) is not None
