"""How somebody speaks: whether he sums up, speaks his mind, or stresses what matters."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.spans import Span
from meetings.extraction.speakers import Subject
from meetings.extraction.wording import has_any, opening_words

_CONCLUDES = re.compile(
    r"kết luận|phát biểu (?:chỉ đạo|bế mạc|kết thúc|tổng kết)|lời kết(?!\w)"
    r"|chỉ đạo (?:tại )?(?:hội nghị|phiên họp|cuộc họp)|(?:chốt|khép|kết|gút|đúc kết|tổng kết) lại(?!\w)"
    r"|(?:kết thúc|bế mạc|tổng kết) (?:hội nghị|phiên|cuộc họp|kỳ họp|buổi|phần)",
    re.I,
)
# One of these is always among such words.
_CONCLUDING = ("kết", "chỉ đạo", "phát biểu", "chốt", "khép", "gút", "bế mạc")
SPEECH = WordPattern(
    r"(?<!\w)(?:thống nhất|đồng ý|chốt|nhìn nhận|thừa nhận|chia sẻ|cảnh báo|phê bình|nhắc|kết luận|nhấn mạnh|chỉ rõ"
    r"|chỉ ra|khẳng định|quán triệt|nêu rõ|phát biểu|đánh giá|ghi nhận|biểu dương|phân tích"
    r"|lưu ý"
    r"|cho rằng)(?!\w)",
    re.I,
)
STRESSES = WordPattern(
    r"(?<!\w)(?:nhấn mạnh|chỉ rõ|chỉ ra|quán triệt|nêu rõ|nêu quan điểm|lưu ý|cho rằng|kết luận)(?!\w)", re.I
)
# "Ông ‹nói thêm,› các sở phải …"
SAYING = WordPattern(
    opening_words(
        [
            "nhấn mạnh", "nhấn mạnh thêm", "khẳng định", "khẳng định lại", "chỉ rõ", "cho rằng", "quán triệt", "nêu rõ",
            "nêu quan điểm", "chỉ đạo", "nói thêm", "nói rõ", "nói tiếp", "nhắc", "nhắc lại", "nhắc thêm", "lưu ý",
            "lưu ý thêm", "căn dặn", "dặn", "nhắn nhủ", "chốt lại", "tuyên bố", "bày tỏ", "quả quyết",
        ],
        any_case=True,
    )
    + r"(?i: rằng)?[:,]? "
)  # fmt: skip
# "Theo chỉ đạo của ‹Chủ tịch UBND tỉnh›, Sở A phải …"
_ORDERED_BY = re.compile(
    r"(?:Cũng )?[Tt]heo (?:(?:ý kiến )?(?:chỉ đạo|kết luận)|yêu cầu|(?:sự )?phân công) của "
    r"(?:[Đđ]ồng chí |[Ôô]ng |[Bb]à )?"
)


def sums_up(words: str) -> bool:
    """Whether the words make a speech a conclusion: "Chốt lại phiên họp", "phát biểu kết luận"."""
    small = words.lower()
    return has_any(small, _CONCLUDING) and bool(_CONCLUDES.search(words))


def is_ordered_by(plain: str, sentence: Span, subject: Subject) -> bool:
    """Whether the sentence tells what the subject has ordered: "Theo chỉ đạo của ‹Chủ tịch UBND tỉnh›, Sở A phải …"."""
    return plain.startswith(",", subject.span.end) and bool(
        _ORDERED_BY.fullmatch(plain, sentence.start, subject.span.start)
    )
