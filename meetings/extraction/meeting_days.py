"""Which of the days that a report tells is the one on which the meeting was held."""

from __future__ import annotations

import re

from meetings.extraction.dates import DateMention
from meetings.extraction.day_parts import PARTS, WEEKDAY, clock_before
from meetings.extraction.near_days import NearDay, find_near_days
from meetings.extraction.spans import Span, within

# The words that may lead to a day, up to it: "đầu giờ chiều hôm qua, thứ Ba (ngày ".
_TIME = (
    r"(?:[ ,(]|(?:lúc|vào|trong|hồi|từ|cả|trọn|suốt|nguyên|một|các|hai|ba|buổi|sáng|trưa|chiều|tối|đêm|khuya|rạng|sớm|"
    rf"muộn|nay|qua|hôm|ngày|và|đến|giờ|phút|m[ùồ]ng|đầu|cuối|tuần|vừa|rồi|này|{WEEKDAY}|\d{{1,2}}(?:[hg:]\d{{0,2}})?)(?!\w))*"
)
_OPENS = re.compile(
    r"(?:^|[.;:!?)\n\"]|- )\s*(?:\(?[A-ZĐ]{2,6}\)?\s?-\s?|\([A-ZĐ]{2,6}\)\s?)?"
    r"(?:(?:Sáng|Chiều|Tối|Trong|Vào|Hôm)\s)?(?:nay\s)?(?:Từ [\d hg:'giờphút]{2,10} (?:sáng )?(?=đến ))?"
    r"(?:(?!(?:về|vụ|họp|hội nghị)\s)[^.\n]){0,25}$"
)
# "cuộc họp ‹ngày 6/6›", "phiên họp thường kỳ tháng 5 (27/5)"; not "họp về vụ cháy ngày 5/3".
_BEHIND_NOUN = re.compile(
    r"(?<!\w)(?:họp|phiên|hội nghị|(?:buổi )?làm việc|buổi tiếp|giao ban|công dân|tổ chức|diễn ra|khai mạc|bế mạc"
    r"|bắt đầu|kết thúc)"
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
# What happened or is to be at another time: "vụ cháy xảy ra ‹sáng 4/3›", "lễ khánh thành vào ‹26/3›".
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:(?:vụ (?:cháy|nổ|việc|tai nạn|sạt lở|ngộ độc|chìm|lật|va chạm|tràn|án)"
    r"|trận (?:lũ|mưa|bão|động đất|lốc)|xảy ra|phát hiện|đổ bộ|dự kiến|sẽ)"
    r"(?: (?!ngày|sáng|chiều|tối|họp|hội nghị|phiên)[^\W\d]+){0,6}(?:,? (?:vào|hồi|lúc|trong|hôm|từ))?"
    r"|(?:lễ|khánh thành|khởi công|khai giảng|ra quân|xuất quân|đại hội|kỳ thi|bầu cử)"
    r"(?: (?!họp)[^\W\d]+){0,6} (?:vào|từ)"
    rf"|(?:hoàn thành|xong|trước|hướng tới|chào mừng|kỷ niệm)){_TIME}\Z",
    re.IGNORECASE,
)
_AFTER_ANOTHER = re.compile(
    r"(?:Ngay )?(?:[Ss]au|[Tt]iếp nối|[Nn]ối tiếp|[Tt]iếp theo|Từ|Kể từ|[Rr]út kinh nghiệm|Liên quan)"
    rf"(?! (?:sáng|chiều|tối|ngày|đầu|\d|gần|hơn|hai|ba|bốn|một|nhiều|khi))(?: [^\W\d]+){{1,9}}?{_TIME}\Z"
)
_OPENING = re.compile(
    r"(?:\(?[A-ZĐ]{2,6}\)?\s?-\s?|\([A-ZĐ]{2,6}\)\s?)?(?:(?:Ngay )?(?:Trong|Vào|Từ|Đúng|Hồi|Lúc) )?"
    rf"{_TIME}\Z",
    re.IGNORECASE,
)
# "Sau trận lũ rạng sáng 4/3, ‹ngày 5/3›, UBND tỉnh …"
_BEHIND_CLAUSE = re.compile(rf",(?={_TIME}\Z)[^,]*(?:ngày|hôm|vào|trong|nay|qua)\W*\Z", re.IGNORECASE)
_HOLDER_BEHIND = re.compile(r"\)?,? (?:(?:đồng chí|ông|bà|tập thể) )?[A-ZĐÔ]")
_SAME_DAY = re.compile(r"(?<!\w)(sáng|trưa|chiều|tối|đêm) cùng ngày(?!\w)", re.IGNORECASE)
# "Ngay trong ‹buổi chiều›, UBND tỉnh họp" behind a sentence on the morning.
_SAME_DAY_OPENS = re.compile(r"(?:Ngay )?(?:[Tt]rong |[Vv]ào )?[Bb]uổi (sáng|chiều|tối),")
_RECENT = 700  # characters before "chiều cùng ngày" in which the day stands


def day_of_meeting(
    plain: str, days: list[DateMention], told: list[Span], published: DateMention | None, at: int
) -> tuple[DateMention | NearDay | None, str | None]:
    """The day that dates the meeting, and its part of the day where "chiều cùng ngày" tells it apart from the day."""
    unknown: NearDay | None = None
    for sentence in told:
        inside = within(days, sentence)
        same = None
        if sentence.start <= at < sentence.end:
            same = _SAME_DAY.search(plain, sentence.start, at) or _SAME_DAY_OPENS.match(plain, sentence.start)
        best = _best(plain, sentence, inside, find_near_days(plain, sentence), at)
        if unknown and not (isinstance(best, DateMention) and _BEHIND_NOUN.search(_before(plain, sentence, best))):
            continue
        if best is None and same and not unknown:
            best = next((d for d in reversed(days) if same.start() - _RECENT < d.span.end <= same.start()), None)
        if isinstance(best, NearDay) and best.on(published) is None:
            unknown = best
        elif best:
            part = PARTS[same[1].lower()] if same and best.span.end <= same.start() else None
            return best, part or (unknown.session if unknown else None)
    return unknown or next((d for d in days if d.session and not _is_of_another(plain, d)), None), None


def _best(
    plain: str, sentence: Span, days: list[DateMention], near: list[NearDay], at: int
) -> DateMention | NearDay | None:
    """The day in the sentence that the meeting was held on: the one that opens it, has a part, stands by its noun."""
    clause = max(sentence.start, plain.rfind(";", sentence.start, max(at, sentence.start)) + 1)
    told: list[DateMention | NearDay] = [*days, *near]
    found = sorted((d for d in told if not _is_of_another(plain, d, sentence)), key=lambda d: d.span)
    if clause > sentence.start and any(clause <= d.span.start < at for d in found):
        found = [d for d in found if d.span.start >= clause]
    if opening := next((d for d in found if _OPENING.fullmatch(plain, clause, d.span.start)), None):
        return opening
    if parted := next((d for d in found if isinstance(d, NearDay) or _has_part(plain, d)), None):
        return parted
    dated = [(d, _before(plain, sentence, d)) for d in found if isinstance(d, DateMention)]
    if opens := next((d for d, before in dated if _OPENS.search(before) and not _OF_SOMETHING.search(before)), None):
        return opens
    for rule in (_BEHIND_NOUN, _TODAY_BEFORE):
        if match := next((d for d, before in dated if rule.search(before)), None):
            return match
    return next((d for d, _ in dated if _is_between(plain, sentence, d) or _is_apart(plain, sentence, d)), None)


def _has_part(plain: str, day: DateMention) -> bool:
    return bool(day.session or clock_before(plain, day.span.start))


def _before(plain: str, sentence: Span, day: DateMention) -> str:
    return plain[max(sentence.start, day.span.start - 60) : day.span.start]


def _is_of_another(plain: str, day: DateMention | NearDay, sentence: Span | None = None) -> bool:
    """Whether the day is told of an event beside the meeting."""
    start = sentence.start if sentence else 0
    if _OF_ANOTHER.search(plain, max(start, day.span.start - 100), day.span.start):
        return True
    return sentence is not None and _AFTER_ANOTHER.match(plain, start, day.span.start) is not None


def _is_between(plain: str, sentence: Span, day: DateMention) -> bool:
    """Whether the day stands before a verb that holds the meeting, or several days behind how long it took."""
    before = _before(plain, sentence, day)
    if day.last:
        return _OVER_DAYS.search(before) is not None
    return _BEFORE_VERB.match(plain, day.span.end) is not None and not _OF_SOMETHING.search(before)


def _is_apart(plain: str, sentence: Span, day: DateMention) -> bool:
    """Whether the day stands between a clause of its own and whoever holds the meeting."""
    before = _before(plain, sentence, day)
    return bool(_BEHIND_CLAUSE.search(before) and _HOLDER_BEHIND.match(plain, day.span.end))
