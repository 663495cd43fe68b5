"""The words around a date: what leads to one, whose date it is."""

from __future__ import annotations

import re

from meetings.extraction.day_parts import PARTS
from meetings.extraction.spans import Span
from meetings.extraction.wording import has_any

_WEEKDAY = r"(?:(?:thứ\ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\ nhật)\s?,?\s?)?"
# A short date needs a word before it that leads to a day; "8/10 xã" after "đến" is a share all the same.
_CUES = frozenset(PARTS).union(
    ("ngày", "hôm", "nay", "qua", "trước", "đến", "tới", "hết", "nhất", "từ", "vào"),
    ("là", "dịp", "giờ", "hạn", "chót", "cuối", "mai"),
)
_CUE = rf"(?:\b(?:{'|'.join(sorted(_CUES))})\s{{0,2}}\(?\s?|\b(?:nay|qua),\s|\(\s?)"
_CUE_BEFORE = re.compile(_CUE + _WEEKDAY + r"(?:ngày\s)?\Z", re.I | re.X)
_DOTTED_BEFORE = re.compile(r"\b(?:sáng|trưa|chiều|tối|ngày|nay|qua|trước|mai|hạn|chót)\s?\(?\Z", re.I)
_LOOSELY_BEFORE = re.compile(r"\b(?:đến|tới|hết|nhất|vào)\s\Z", re.I)
_TWO_BY_TWO = re.compile(r"\d\d\.\d\d")
# With a dot it may be a number with its unit: "đến 7.8 điểm".
_MEASURED = re.compile(r"\s?(?:%|(?:điểm|lần|độ|m|mm|cm|kg|tạ|giờ|tuổi|nghìn|ngàn|lượt|m2|m3|đồng|USD)\b)", re.I)
_NAMED_DAY_BEFORE = re.compile(r"\b(?:(?:ngày|lễ|dịp)(?:\s[^\W\d_]+){1,6}|Quốc khánh)\s\Z", re.I)
_REFERENCE_BEFORE = re.compile(r"(?:[-/][A-ZĐ]{2,}[\wĐđ./-]*|\bsố\s\S{1,25})\s(?:ngày\s)?\Z")
_OF_REFERENCES = ("-", "/", "số")  # one of them is in every number of a document
_CLOCK_NEAR = re.compile(r"\b\d{1,2}\s?[:hg]\s?\d{2}|'\s?-\s?\Z|\bCập nhật|\bNgày đăng|\A\s*\|", re.I)
# "Vào lúc 8h30 ngày ‹5/3›, UBND tỉnh họp" is a lead, "Cập nhật lúc 08:30 ngày ‹5/3/2024›" a stamp.
_TOLD_CLOCK = re.compile(
    r"(?:\A|[-–]|\b(?:lúc|vào|từ|đến|đúng|hồi|khoảng)) ?\d{1,2} ?[:hg] ?(?:\d\d)? (?:phút )?"
    r"(?:(?:sáng|chiều|tối) )?(?:ngày )?\Z",
    re.I,
)
_SENTENCE_GOES_ON = re.compile(r",? [^\W\d]+(?: [^\W\d]+){2}")
_WEEKDAY_ALONE = re.compile(r"\s*(?:thứ \w+|chủ nhật)\s*,?\s*(?:ngày )?", re.I)
_COUNTED = re.compile(
    r"\s?(?:%|(?:xã|phường|huyện|chỉ tiêu|tiêu chí|phiếu|đại biểu|đồng chí|nhiệm vụ|nội dung|thành viên|ý kiến|"
    r"dự án|hồ sơ"
    r"|công trình|đơn vị|cơ quan|trường|thôn|bản|hộ|km|ha|tỷ|tỉ|triệu|đơn|vụ|kiến nghị|tấn|người|lượt)\b)",
    re.I,
)
# "sáng 9-9 ‹đồng chí› A chủ trì", "hết ngày 31/12 ‹tỷ› lệ …": behind a part of the day, or "ngày", nothing is counted.
_OF_A_DAY_BEFORE = re.compile(r"\b(?:sáng|trưa|chiều|tối|ngày)\s\Z", re.I)
_NEAR = 45  # characters before a date in which the words that lead to it stand


def is_led_to(text: str, span: Span, separator: str, *, dotted: bool = False) -> bool:
    """Whether words lead to a short date; "9.2" needs them closer than "31.12", as it may be a number.

    In a text that writes its dates so (`dotted`), "đến 30.6" is one, too.
    """
    before = text[max(0, span.start - _NEAR) : span.start]
    if _COUNTED.match(text, span.end) and not _OF_A_DAY_BEFORE.search(before):
        return False
    if separator == ".":
        led = _DOTTED_BEFORE.search(before) or (
            _LOOSELY_BEFORE.search(before) and (dotted or _TWO_BY_TWO.fullmatch(text, span.start, span.end))
        )
        return bool(led) and not _MEASURED.match(text, span.end)
    if before.endswith(" ") and before[before.rfind(" ", 0, -1) + 1 : -1].lower() in _CUES:
        return True
    return bool(_CUE_BEFORE.search(before)) or (separator == "/" and bool(_NAMED_DAY_BEFORE.search(before)))


def is_of_a_document(text: str, span: Span) -> bool:
    """Whether the number of a document stands before the date: "số 154 ngày 23/11/2022"."""
    before = text[max(0, span.start - _NEAR) : span.start]
    return has_any(before, _OF_REFERENCES) and bool(_REFERENCE_BEFORE.search(before))


def is_beside_a_clock(text: str, span: Span) -> bool:
    """Whether a time of day or the like stands beside the date in its line, or a weekday alone: "09:05, 21/03/2014"."""
    before = text[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + 20].partition("\n")[0]
    if _WEEKDAY_ALONE.fullmatch(before) and not after.strip(" |.-"):
        return True  # a line of its own: "Thứ Bảy, 30/12/2023"
    if _TOLD_CLOCK.search(before) and "ập nhật" not in before and _SENTENCE_GOES_ON.match(text, span.end):
        return False
    return bool(_CLOCK_NEAR.search(before) or _CLOCK_NEAR.search(after))
