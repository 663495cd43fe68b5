"""Lines: the rules that tell heading, caption, byline, noise and bullet from a paragraph of a press text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from meetings.extraction.verbs import UPPER

BlockKind = Literal["header", "heading", "caption", "byline", "noise", "bullet", "paragraph"]
_ENDS = (".", "!", "?", "…", ":", ";", ",", '."', '!"', '?"')
_PERSON = (
    r"(?:(?:Các\s)?(?:[Đđ]ồng chí|Đ/c|Ông|Bà|Đại biểu)\b|(?:Phó\s|Quyền\s|Nguyên\s)?(?:Bí thư|Chủ tịch|Chủ nhiệm"
    r"|Trưởng"
    r"|Giám đốc|Chánh|Viện trưởng|Thủ tướng|Bộ trưởng|Thứ trưởng|Tư lệnh|Tổng Bí thư|Ủy viên)\b)"
)
_FILE = re.compile(r"[^.\n]{0,90}\.(?:png|jpe?g|gif|webp|bmp|heic|mp[34])\Z", re.I)
_FILES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".heic", ".mp3", ".mp4")
_STAMP = re.compile(
    r"(?:(?:Cập nhật|Ngày đăng|Đăng ngày|Xuất bản)\b.*|[\d:'hg,\s|-]*(?:(?:Thứ \S+|Chủ [Nn]hật),?[\s-]*)?(?:ngày )?"
    r"\d{1,2}[/-]\d{1,2}[/-]\d{4}\b.{0,40})\Z",
    re.I,
)
_MENU = re.compile(r".*\S\s+[>|»]\s+\S.*|[|>»].*|(?:\d+:\d+ / \d+:\d+)|\{.*\}")
_FORM = re.compile(
    r"(?:gửi bình luận|nhập lại|reset captcha|họ (?:và )?tên|email|nội dung|mã xác nhận|lượt xem|in trang|xếp hạng"
    r"|chia sẻ|multimedia|mặc định cỡ chữ|truy cập nội dung|theo dõi .{0,30}(?:google|zalo)|đọc báo in|xem thêm"
    r"|quay lại|về đầu trang|trang chủ)\b.{0,50}|(?:từ kh[oó]a|tags?)\s?:.*",
    re.I,
)
LONGEST_SIGN = 100  # of the words that end an article
AFTERWORD = re.compile(r"(?:ý kiến bạn đọc|bình luận|gửi bình luận|ý kiến của bạn|đánh giá bài viết)\b.{0,30}\Z", re.I)
RELATED = re.compile(
    r"(?:tin(?: bài|, bài)?|bài(?: viết)?|các tin|những tin|chuyên mục)?\s?(?:cùng (?:chuyên )?mục|liên quan"
    r"|mới(?: nhất| hơn)?|cũ hơn"
    r"|đọc nhiều|nổi bật|khác|tiêu điểm|xem nhiều|cùng loại|đã đưa)(?:\s?[:(].{0,20})?\Z"
    r"|có thể bạn quan tâm\b.{0,20}\Z|>>.*",
    re.I,
)
_BYLINE = re.compile(
    r"(?:(?:Tin|Bài|Ảnh|Tin,? (?:và )?ảnh|Bài,? (?:và )?ảnh|Tin,? bài|Thực hiện|Nguồn|Biên tập|Tác giả"
    r"|Nhóm PV)\s?:.{1,80}"
    r"|\(?(?:Nguồn|Theo)\b[^.]{1,60}\)|(?:P\.?V|PV|BBT|Ban Biên tập|CTV)(?:\b.{0,30})?)\Z",
    re.I,
)
_NAME_WORD = rf"(?:[{UPPER}][\w.']*)"
_NAMES = re.compile(rf"(?:{_NAME_WORD} ?){{1,5}}(?:\s?[-,;/&]\s?(?:{_NAME_WORD} ?){{1,5}}){{0,3}}\Z")
_CREDIT = re.compile(
    r".*(?:\b|\()(?:ảnh|hình|clip)(?: minh h[oọ]a| tư liệu)?\s?(?::\s?\S.{0,60}|tư liệu\)?\.?)\Z"
    r"|.*\s- (?:ảnh|hình) \d{1,2}\.?\Z",
    re.I,
)
_PICTURE = re.compile(r"[ảẢhHcC](?i:nh|ình|lip)")
_LONGEST_CREDIT = 80  # from the word for the picture on
_SCENE = re.compile(
    r"(?:Toàn cảnh|Quang cảnh|Khung cảnh|(?:Các )?[Đđ]ại biểu (?:tham )?dự|Lãnh đạo .{3,60} dự)\b", re.I
)
_SCENE_OPEN = re.compile(r"(?:Các |Một số )?đại biểu\b", re.I)
_ACTING = re.compile(
    rf"{_PERSON}.*\b(?:phát biểu|kết luận|báo cáo|trình bày|chủ trì|điều hành|giải trình|thảo luận|trả lời|cho ý kiến"
    r"|trao|tặng|thăm|chúc mừng|làm rõ)\b"
)
_ACTED = re.compile(
    rf"{_PERSON}.*\b(?:phát biểu|kết luận|chủ trì|điều hành)(?: (?:chỉ đạo|kết luận|khai mạc|bế mạc|thảo luận))?"
    r"(?: tại)?(?: (?:hội nghị|phiên họp|cuộc họp|buổi (?:làm việc|tiếp|giám sát)|kỳ họp))?\.\Z"
)
# "‹Ảnh:› Đồng chí A, Chủ tịch HĐND tỉnh phát biểu" tells what is seen, not who took it.
_SEEN = re.compile(r"(?:Ảnh|Hình|Trong ảnh|Ảnh trên|Ảnh dưới)\s?:\s?")
BULLET = re.compile(
    r"(?:[-+*•●▪]\s*|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ]|[IVX]{1,4})[.)/]\s+"
    rf"|\d{{1,2}}\s-\s(?=[{UPPER}]))(?=\S)"
)


class Line(NamedTuple):
    """A line as the rules see it: its words, its sentences, and what stands around it."""

    text: str
    sentences: int
    opened: bool  # a paragraph stands before it
    closed: bool  # no paragraph comes after it
    ended: bool  # a sign that ends or divides sentences stands last


def line_of(text: str, sentences: int, *, opened: bool, closed: bool) -> Line:
    """The line `text` of so many sentences."""
    return Line(text, sentences, opened, closed, text.endswith(_ENDS))


def is_related(text: str) -> bool:
    """Whether a line opens a list of headlines of other articles."""
    return (len(text) <= LONGEST_SIGN or text.startswith(">>")) and bool(RELATED.match(text))


def _is_byline(line: Line) -> bool:
    names = len(line.text) <= 60 and _NAMES.match(line.text)
    return line.opened and bool((_BYLINE.match(line.text) and not _shows(line.text)) or (names and line.closed))


def _shows(text: str) -> bool:
    seen = _SEEN.match(text)
    return seen is not None and _ACTING.match(text, seen.end()) is not None


def _is_caption(line: Line) -> bool:
    if line.sentences != 1:
        return False
    if line.ended:
        return len(line.text) < 130 and bool(_ACTED.match(line.text))
    return bool(_SCENE_OPEN.match(line.text) or (line.opened and (_ACTING.match(line.text) or _shows(line.text))))


def _is_credit(line: Line) -> bool:
    near_end = max(0, len(line.text) - _LONGEST_CREDIT)
    return bool(_PICTURE.search(line.text, near_end) and _CREDIT.match(line.text))


_ANY_LENGTH = 5 * 1024 * 1024
# What a line is, the name of the rule, the longest line that it is for, and whether it holds; tried in this order.
RULES: tuple[tuple[BlockKind, str, int, Callable[[Line], object]], ...] = (
    (
        "noise",
        "file name",
        _ANY_LENGTH,
        lambda line: line.text[-5:].lower().endswith(_FILES) and _FILE.match(line.text),
    ),
    ("byline", "author", 90, _is_byline),
    ("noise", "time stamp", 89, lambda line: not line.ended and _STAMP.match(line.text)),
    ("caption", "credit", 319, _is_credit),
    ("noise", "menu", 119, lambda line: _MENU.match(line.text)),
    ("noise", "form", _ANY_LENGTH, lambda line: not line.ended and _FORM.fullmatch(line.text)),
    ("caption", "scene", 149, lambda line: line.sentences == 1 and _SCENE.match(line.text)),
    ("bullet", "list mark", _ANY_LENGTH, lambda line: BULLET.match(line.text)),
    ("caption", "person acting", 220, _is_caption),
    ("heading", "no full stop", 220, lambda line: not line.ended and line.sentences == 1),
    ("heading", "short question", 89, lambda line: line.sentences == 1 and line.text.endswith("?")),
)


def classify(line: Line) -> tuple[BlockKind, str]:
    """What the line is taken for, and the name of the rule that said so."""
    length = len(line.text)
    for kind, rule, longest, holds in RULES:
        if length <= longest and holds(line):
            return kind, rule
    return "paragraph", "else"
