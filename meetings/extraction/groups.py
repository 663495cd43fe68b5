"""Groups told to act, as printed: "các sở, ngành, địa phương", "UBND các xã có dự án đi qua", "các chủ đầu tư"."""

from __future__ import annotations

import re

from meetings.extraction.lexicon import table
from meetings.extraction.qualifiers import PLACE, qualified, tells_which
from meetings.extraction.spans import Span, span_of
from meetings.extraction.verbs import UPPER, alternatives, begins_task

_ANY_CASE = alternatives((row["words"] for row in table("agents")), any_case=True)
# Who is told apart from others in a list: "các ban quản lý dự án, ‹chủ đầu tư›" are two.
_TOGETHER = alternatives(row["words"] for row in table("agents") if not row["apart"])
_TOGETHER_ANY_CASE = alternatives((row["words"] for row in table("agents") if not row["apart"]), any_case=True)
_BARE = alternatives((row["words"] for row in table("agents") if row["alone"]), any_case=True)
ALONE = re.compile(rf"(?i:{_BARE})(?!\w)")
_OF_MANY = (
    r"(?:UBND|HĐND|Thường trực HĐND|Ban Thường vụ|Đảng ủy|Công an|Chủ tịch UBND|Chủ tịch HĐND|Bí thư|Bí thư Đảng ủy"
    r"|Ủy ban MTTQ(?: Việt Nam)?|MTTQ|Mặt trận Tổ quốc|Ban Chỉ huy Quân sự|Trạm Y tế|Ban Chỉ đạo|Đoàn Thanh niên"
    r"|Ban Dân vận"
    r"|Ủy ban Kiểm tra|Hội đồng nhân dân|Ủy ban nhân dân|(?:Ban Thường vụ )?(?:huyện|quận|thị|thành|đảng) ủy(?! viên))"
)
_PLURAL = r"(?:các|những|toàn thể|tất cả các|mỗi|từng|một số|nhiều|toàn bộ các|hai|ba|cả(?: \d{1,3})?|\d{1,3})"
# Who heads a body is told beside it, not as part of its name.
_HEADS = r"(?:người đứng đầu|thủ trưởng|giám đốc|lãnh đạo|chủ tịch|bí thư|hiệu trưởng)"
_MORE_WORDS = rf"(?:(?:, và |, | và | - )(?!{_HEADS})(?:các )?(?:{_TOGETHER})(?![\w]))*"
_MORE_ANY_CASE = _MORE_WORDS.replace(_TOGETHER, _TOGETHER_ANY_CASE)
_COMMITTEE = r"(?:huyện|quận|thị|thành|đảng) ủy(?! viên)(?!\w)"
_OF_COMMITTEES = (
    rf"(?i:bí thư|thường trực|ban thường vụ|ban tổ chức|ban tuyên giáo|ban dân vận|ủy ban kiểm tra|văn phòng)"
    rf" (?:{_PLURAL} )?{_COMMITTEE}(?:(?:, và |, | và ){_COMMITTEE})+"
)
# "Bí thư ‹huyện ủy, thị ủy, thành ủy›" are many, though it begins like a title.
OF_COMMITTEES = re.compile(_OF_COMMITTEES)
GROUP = re.compile(
    rf"(?:(?i:người đứng đầu|thủ trưởng|lãnh đạo|giám đốc|bí thư|chủ tịch|trưởng"
    rf"|hiệu trưởng) (?:{_PLURAL} |(?=thôn|bản|xã|phường|huyện|quận|thị trấn|đặc khu|cơ quan"
    rf"|đơn vị|cấp ủy|địa phương))(?i:{_ANY_CASE})(?!\w){_MORE_WORDS}"
    rf"|(?i:{_PLURAL}) (?:(?:đồng chí|vị) )?(?i:{_ANY_CASE})(?!\w)(?i:{_MORE_ANY_CASE})"
    rf"|(?i:{_OF_MANY}) (?:{_PLURAL} )?{PLACE}(?!\w)(?:(?:, | và |, và )(?:các )?{PLACE}(?!\w))*(?=[ ,.;:)]|$)"
    rf"|{_OF_COMMITTEES}"
    rf"|(?i:{_BARE})(?!\w)(?i:{_MORE_ANY_CASE}))"
)
# A row of levels says enough: "các huyện, thị xã, thành phố ‹đeo bám …›".
_LEVELS = re.compile(rf"(?:, | và )(?:{PLACE}|{_COMMITTEE})\Z", re.I)
# Behind a qualifier only bare words go on the same name: "các trạm kiểm lâm xã, huyện".
_LEVELS_OF = ("cấp tỉnh", "cấp huyện", "cấp xã", "cấp thôn")
_MORE_LEVELS = re.compile(r"(?:(?:, và |, | và )cấp (?:tỉnh|huyện|xã|thôn)(?!\w))+")
_MORE = re.compile(rf"(?:(?:, và |, | và )(?!{_HEADS}|các |(?:cấp ủy|chính quyền)(?!\w))(?:{_TOGETHER})(?!\w))*")

# "UBND các huyện: Tân An, Hòa Bình", "các cảng cá: Sa Kỳ, Sa Huỳnh"
_COLON_LIST = re.compile(
    rf"((?:UBND |Đảng ủy |Công an )?)[Cc]ác ({PLACE}|[^\W\d_]+(?: [^\W\d_]+)?): (?=[{UPPER}]|{PLACE} )"
)
_PLACE_NAME = re.compile(
    rf"({PLACE} )?(?!(?:Sở|Ban|UBND|Công an|Cục|Chi cục) )[{UPPER}][\w'-]*(?: [{UPPER}][\w'-]*){{0,4}}"
)
_LINK = re.compile(r", và |, | và ")
_LONGEST_HEAD = 40


def group_end(plain: str, start: int, end: int) -> int:
    """Where the group that begins at `start` ends, with its qualifiers; `start` where none begins."""
    head = GROUP.match(plain, start, end)
    if not head or plain.startswith(" nào", head.end()):
        return start  # "nhà thầu nào chậm, …" sets a condition
    if head.end() < end and plain[head.end()] == ":":
        return head.end()
    stop = qualified(plain, head.end(), end, closed=bool(_LEVELS.search(head[0])), many=True)
    if plain.endswith(_LEVELS_OF, 0, stop):
        levels = _MORE_LEVELS.match(plain, stop, end)
        stop = levels.end() if levels else stop
    more = _MORE.match(plain, stop, end)
    stop = more.end() if more else stop
    return start if plain[start].isdigit() and not tells_which(plain, head.end(), stop) else stop


def listed_places(plain: str, start: int, end: int) -> list[tuple[str, Span]]:
    """Each of those listed behind a group's colon, its head restored: "UBND các huyện: ‹Tân An›, ‹thị xã Hòa Bình›".

    None where no plain list of places stands there with what they need to do behind it.
    """
    colon = plain.find(": ", start, min(end, start + _LONGEST_HEAD))
    head = _COLON_LIST.match(plain, start, end) if colon > 0 else None
    found: list[tuple[str, Span]] = []
    position = head.end() if head else start
    while head and (place := _PLACE_NAME.match(plain, position, end)):
        name = f"{head[1]}{'' if place[1] else head[2] + ' '}{place[0]}"
        found.append((name, span_of(place.span())))
        link = _LINK.match(plain, place.end(), end)
        if link is None:
            follows = plain.startswith(" ", place.end()) and begins_task(plain, place.end() + 1, end)
            return found if follows and len(found) > 1 else []
        position = link.end()
    return []
