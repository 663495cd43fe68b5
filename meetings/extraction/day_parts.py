"""Which part of a day the words beside the day tell: "từ sáng đến chiều ‹5/3›", "14 giờ ‹hôm nay›", "5/3, buổi tối"."""

from __future__ import annotations

import re

from meetings.extraction.wording import has_any

PARTS = {
    "sáng": "morning", "trưa": "afternoon", "chiều": "afternoon", "tối": "evening", "đêm": "evening",
    "khuya": "evening",
}  # fmt: skip
WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)"
NEAR = 60  # characters before a day in which what tells its part stands
_WHOLE = ("cả ", "trọn ", "suốt ", "nguyên ", "vẹn ")
_A_PART = re.compile(rf"(?<!\w)({'|'.join(PARTS)})(?!\w)", re.IGNORECASE)
# What may stand between the part and the day: "chiều ‹ngày thứ Ba vừa qua (›5/3)".
_LINK = re.compile(
    r"(?:[ \xa0,(–-]|(?:sớm|muộn|mịt|nay|qua|hôm|ngày|của ngày|cùng|m[ùồ]ng|(?:đầu|cuối) tuần|tuần (?:này|trước|qua)|"
    rf"vừa (?:qua|rồi)|{WEEKDAY})(?!\w))*",
    re.IGNORECASE,
)
_WHOLE_DAY = re.compile(
    r"(?<!\w)(?:cả|trọn(?: vẹn)?|suốt|nguyên)(?: (?:một|1))? ngày(?! (?:nghỉ|lễ|đêm|thường))(?!\w)", re.IGNORECASE
)
# "sáng ‹và› chiều", "từ sáng sớm ‹đến› tối mịt"; "chiều tối", with nothing between, is one part.
_FROM_PART = re.compile(
    r"(?<!\w)(sáng|trưa|chiều|tối)(?: sớm| muộn| nay)?"
    r"(?: (?:và|lẫn|cho đến|đến|tới|rồi)(?: cả| hết| tận)?|,| ?[-–]) (?:buổi )?\Z",
    re.IGNORECASE,
)
CLOCK = r"(?<![\d.,/])(\d{1,2}) ?(?:giờ|[hg:])(?: ?\d\d)?(?: ?phút)?(?!\w)"
_AT_CLOCK = re.compile(rf"(?:(?<!\w)từ {CLOCK} (?:đến|tới) |(?<!\w)từ {CLOCK} ?[-–] ?)?{CLOCK}", re.IGNORECASE)
_BOUND = re.compile(r"(?<!\w)(?:đến|tới|trước|sau|hết|qua|quá)(?: khoảng| gần)? \Z", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:,| ?[(–-]|) ?(?:(?:(?:ngay )?(?:trong|vào)|từ) (?:(?:đầu|cuối) giờ )?(?:buổi )?|buổi )(sáng|chiều|tối)"
    r"(?! (?:cùng|mai|hôm|nay|qua|đến|tới|và|ngày))(?!\w)|"
    rf"(?:,| ?[(–-]|) ?(?:từ|lúc|hồi|vào|bắt đầu từ|đúng)(?: lúc| hồi| khoảng| đúng)? {CLOCK}(?! (?:đến|tới|-))|"
    r"(?:,| ?[(–-]|) ?(?:trong )?((?:cả|trọn|suốt) ngày|(?:cả )?(?:buổi )?sáng (?:và|lẫn) chiều)(?!\w)",
    re.IGNORECASE,
)


def part_before(text: str, end: int) -> str | None:
    """`morning`, `afternoon`, `evening` or `all_day` where it is told right before the day at `end`."""
    before = text[max(0, end - NEAR) : end].rpartition("\n")[2]
    lower = before.lower()
    if has_any(lower, _WHOLE):
        whole = [match.end() for match in _WHOLE_DAY.finditer(before)]
        if whole and _LINK.fullmatch(before, whole[-1]):
            return "all_day"
    if not has_any(lower, PARTS):
        return None
    part = list(_A_PART.finditer(before))[-1:]
    if not part or not _LINK.fullmatch(before, part[0].end()):
        return None
    if first := _FROM_PART.search(before, 0, part[0].start()):
        if PARTS[first[1].lower()] == "morning":
            return "all_day" if PARTS[part[0][1].lower()] != "morning" else None
        return PARTS[part[0][1].lower()] if first[1].lower() == part[0][1].lower() else None
    return PARTS[part[0][1].lower()]


def clock_before(text: str, end: int) -> str | None:
    """The part of the day by the hour told before the day at `end`: "từ 8 giờ đến 11 giờ 30 ngày ‹5/3›"."""
    before = text[max(0, end - NEAR) : end].rpartition("\n")[2]
    clocks = list(_AT_CLOCK.finditer(before))[-1:]
    if not clocks or not _LINK.fullmatch(before, clocks[0].end()) or _BOUND.search(before, 0, clocks[0].start()):
        return None
    parts = {part_of_hour(int(hour)) for hour in clocks[0].groups() if hour}
    return parts.pop() if len(parts) == 1 else None


def part_behind(text: str, start: int) -> str | None:
    """The part of the day told behind the day that ends at `start`: "‹5/3›, vào buổi chiều", "‹5/3›, lúc 14 giờ"."""
    match = _BEHIND.match(text, start)
    if match is None:
        return None
    if match[3]:
        return "all_day"
    return PARTS[match[1].lower()] if match[1] else part_of_hour(int(match[2]))


def part_of_hour(hour: int) -> str | None:
    """The part of the day in which an hour of the clock lies; None for those that people name differently."""
    if 5 <= hour <= 11:
        return "morning"
    if 13 <= hour <= 17:
        return "afternoon"
    return "evening" if 19 <= hour <= 23 else None
