"""Whether a meeting that a sentence names was held: not planned, not cancelled, not only provided for by a rule."""

from __future__ import annotations

import re
from functools import cache

from meetings.extraction.wording import words_of

# "Kỳ họp thứ 5, HĐND tỉnh khóa VIII (kỳ họp giữa năm) ‹sẽ diễn ra›"; what it decides on may be to come all the same.
_TO_COME = re.compile(
    r"(?:(?! (?:về|để|nhằm|cho|bàn|xem xét|thông qua|thống nhất|nội dung|chuẩn bị|đã|nghe|do|tại|trước|[Kk]ỳ họp) )"
    r"(?:[^.;:()]|\([^()]{0,80}\))){0,110}?"
    r"(?<!\w)(?:sẽ|dự kiến|sắp) (?:được )?(?:diễn ra|tổ chức|khai mạc)"
)
# "tiếp công dân ‹ít nhất 1 ngày trong một tháng›": how often, said of no day.
_HOW_OFTEN = re.compile(
    r"[^.;:]{0,60}?(?<!\w)(?:ít nhất|tối thiểu|mỗi (?:tháng|quý|tuần|năm)|(?:hằng|hàng) (?:tháng|quý|tuần|năm)|"
    r"\d+ (?:ngày|buổi|lần|kỳ)(?:/| (?:trong|mỗi|một) )(?:một )?(?:tháng|quý|tuần|năm))(?!\w)",
    re.IGNORECASE,
)
_ON_A_DAY = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}|(?<!\w)(?:sáng|chiều|tối|hôm) nay(?!\w)|\d tháng \d", re.IGNORECASE)
_BOUND = re.compile(r"(?<!\w)(?:phải|có trách nhiệm|có nghĩa vụ|theo quy định,?)(?: [^\W\d]+){0,4} $", re.IGNORECASE)
# "Buổi tiếp công dân của Chủ tịch UBND tỉnh ‹bị hủy›"; what "các dự án bị hoãn" says is said of something else.
_CALLED_OFF = re.compile(
    r"(?:(?! (?:về|các|những|dự án) )[^.;:,]){0,90}? (?:(?:bị|được|phải|tạm thời|tạm|đã) (?:hủy|hoãn|dời|lùi|dừng|"
    r"ngừng)|không (?:thể |được )?(?:tổ chức|diễn ra))(?!\w)",
    re.IGNORECASE,
)
_RULES = re.compile(
    r"(?:(?!thực hiện|chấp hành)[^\W\d]+ ){0,3}(?:quy định|quy chế|nội quy|thủ tục|quy trình)(?: [^\W\d]+){0,5}? "
    r"tiếp (?:công )?dân(?!\w)",
    re.IGNORECASE,
)


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words_of('lead_words', 'planned', any_case=True)})(?!\w)", re.IGNORECASE)


def is_to_come(text: str, noun: re.Match[str]) -> bool:
    """Whether the meeting is planned."""
    before = _planned().search(text, max(0, noun.start() - 40), noun.start())
    return bool(before or _TO_COME.match(text, noun.end()))


def is_habit(text: str, noun: re.Match[str]) -> bool:
    """Whether the meeting is held as a rule and no day is told: "phải tiếp công dân mỗi tháng một ngày"."""
    if is_dated(text):
        return False
    bound = _BOUND.search(text, max(0, noun.start() - 60), noun.start())
    return bool(bound or _HOW_OFTEN.match(text, noun.end()))


def is_dated(sentence: str) -> bool:
    """Whether a day is named in the sentence."""
    return bool(_ON_A_DAY.search(sentence))


def is_called_off(text: str, noun: re.Match[str]) -> bool:
    """Whether the text goes on to say that the meeting is not held."""
    return not noun[1].lower().startswith(("họp", "nghe", "làm việc")) and bool(_CALLED_OFF.match(text, noun.end()))


def is_about_rules(heading: str) -> bool:
    """Whether a heading announces an article on the rules of receptions, not on one of them."""
    return bool(_RULES.match(heading))
