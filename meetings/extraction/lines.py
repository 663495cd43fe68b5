"""Lines: the rules that tell heading, caption, byline, noise and bullet from a paragraph of a press text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from meetings.extraction.verbs import UPPER

BlockKind = Literal["header", "heading", "caption", "byline", "noise", "bullet", "paragraph"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as the rules see it: its words, its sentences, and what stands around it."""

    text: str
    sentences: int
    opened: bool  # a paragraph stands before it
    closed: bool  # no paragraph comes after it

    @property
    def ended(self) -> bool:
        return self.text.endswith((".", "!", "?", "…", ":", ";", ",", '."', '!"', '?"'))


_PERSON = (
    r"(?:(?:Các\s)?(?:[Đđ]ồng chí|Đ/c|Ông|Bà|Đại biểu)\b|(?:Phó\s|Quyền\s|Nguyên\s)?(?:Bí thư|Chủ tịch|Chủ nhiệm"
    r"|Trưởng"
    r"|Giám đốc|Chánh|Viện trưởng|Thủ tướng|Bộ trưởng|Thứ trưởng|Tư lệnh|Tổng Bí thư|Ủy viên)\b)"
)
HEADER = re.compile(r"\A\s*(date \d{4}-\d{2}(?:-\d{2})?)(?=\s|$)")
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
    r".*(?:\b|\()(?:ảnh|hình|clip)(?: minh h[oọ]a| tư liệu)?\s?(?::\s?\S.{0,60}|tư liệu\)?\.?)\Z", re.I
)
_PICTURE = re.compile(r"[ảẢhHcC](?i:nh|ình|lip)")
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
BULLET = re.compile(
    r"(?:[-+*•●▪]\s*|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ]|[IVX]{1,4})[.)/]\s+"
    rf"|\d{{1,2}}\s-\s(?=[{UPPER}]))(?=\S)"
)


def _is_byline(line: Line) -> bool:
    names = len(line.text) <= 60 and _NAMES.match(line.text)
    return len(line.text) <= 90 and line.opened and bool(_BYLINE.match(line.text) or (names and line.closed))


def _is_credited(line: Line) -> bool:
    return len(line.text) < 320 and bool(_PICTURE.search(line.text) and _CREDIT.match(line.text))


def _is_caption(line: Line) -> bool:
    if line.sentences != 1 or len(line.text) > 220:
        return False
    if line.ended:
        return len(line.text) < 130 and bool(_ACTED.match(line.text))
    return bool(_SCENE_OPEN.match(line.text) or (line.opened and _ACTING.match(line.text)))


# Tried in this order; the first that holds decides.
RULES: tuple[tuple[BlockKind, str, Callable[[Line], bool]], ...] = (
    ("noise", "file name", lambda line: line.text[-5:].lower().endswith(_FILES) and bool(_FILE.match(line.text))),
    ("byline", "author", _is_byline),
    ("noise", "time stamp", lambda line: len(line.text) < 90 and not line.ended and bool(_STAMP.match(line.text))),
    (
        "caption",
        "credit",
        lambda line: len(line.text) < 320 and bool(_PICTURE.search(line.text) and _CREDIT.match(line.text)),
    ),
    ("noise", "menu", lambda line: len(line.text) < 120 and bool(_MENU.match(line.text))),
    ("noise", "form", lambda line: not line.ended and bool(_FORM.fullmatch(line.text))),
    ("caption", "scene", lambda line: line.sentences == 1 and len(line.text) < 150 and bool(_SCENE.match(line.text))),
    ("bullet", "list mark", lambda line: bool(BULLET.match(line.text))),
    ("caption", "person acting", _is_caption),
    ("heading", "no full stop", lambda line: not line.ended and line.sentences == 1 and len(line.text) <= 220),
    ("heading", "short question", lambda line: line.text.endswith("?") and line.sentences == 1 and len(line.text) < 90),
    ("paragraph", "else", lambda line: True),
)


def classify(line: Line) -> tuple[BlockKind, str]:
    """What the line is taken for, and the name of the rule that said so."""
    return next((kind, rule) for kind, rule, holds in RULES if holds(line))
