"""Groups told to act, as printed: "các sở, ngành, địa phương", "UBND các xã có dự án đi qua", "các chủ đầu tư"."""

from __future__ import annotations

import re

from meetings.extraction.lexicon import table
from meetings.extraction.organizations import HEAD, known_end
from meetings.extraction.verbs import MODAL, TASK, UPPER, alternatives

_WORDS = alternatives([row["words"] for row in table("agents")])
_BARE = alternatives([row["words"] for row in table("agents") if row["alone"]])
_OF_MANY = (
    r"(?:UBND|HĐND|Thường trực HĐND|Ban Thường vụ|Đảng ủy|Công an|Chủ tịch UBND|Chủ tịch HĐND|Bí thư|Bí thư Đảng ủy"
    r"|Ủy ban MTTQ(?: Việt Nam)?|MTTQ|Mặt trận Tổ quốc|Ban Chỉ huy Quân sự|Trạm Y tế|Ban Chỉ đạo|Đoàn Thanh niên"
    r"|Ban Dân vận"
    r"|Ủy ban Kiểm tra|Hội đồng nhân dân|Ủy ban nhân dân)"
)
_PLURAL = r"(?:các|những|toàn thể|tất cả các|mỗi|từng|một số|nhiều|toàn bộ các|hai|ba|cả)"
_PLACE = (
    r"(?:huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu|cấp huyện|cấp xã|cấp tỉnh|cấp|địa phương|thành|thị)"
)
# Who heads a body is told beside it, not as part of its name.
_HEADS = r"(?:người đứng đầu|thủ trưởng|giám đốc|lãnh đạo|chủ tịch|bí thư|hiệu trưởng)"
_MORE_WORDS = rf"(?:(?:, và |, | và | - )(?!{_HEADS})(?:các )?(?:{_WORDS})(?![\w]))*"
_HEAD = re.compile(
    rf"(?:(?i:người đứng đầu|thủ trưởng|lãnh đạo|giám đốc|bí thư|chủ tịch|trưởng"
    rf"|hiệu trưởng) (?:{_PLURAL} |(?=thôn|bản|xã|cơ quan|đơn vị|cấp ủy|địa phương))(?i:{_WORDS})(?!\w){_MORE_WORDS}"
    rf"|(?i:{_PLURAL}) (?:(?:đồng chí|vị) )?(?i:{_WORDS})(?!\w)(?i:{_MORE_WORDS})"
    rf"|(?i:{_OF_MANY}) (?:{_PLURAL} )?{_PLACE}(?!\w)(?:(?:, | và |, và )(?:các )?{_PLACE}(?!\w))*(?=[ ,.;:)]|$)"
    rf"|(?i:{_BARE})(?!\w)(?i:{_MORE_WORDS}))"
)
# Behind a qualifier only bare words go on the same name: "các ban thường vụ huyện ủy, thành ủy".
_MORE = re.compile(rf"(?:(?:, và |, | và )(?!{_HEADS}|các )(?:{_WORDS})(?!\w))*")
_CAPITALISED = rf"[{UPPER}][\w.'-]*"
_NAMES = re.compile(rf"(?:{_CAPITALISED})(?: {_CAPITALISED}){{0,4}}")
_NEXT_NAME = re.compile(rf"(?:, | và )(?=[{UPPER}])")
_WORD = re.compile(r"[^\W\d_]+")
# Words that end a name: what follows is the clause, not who is meant.
_STOP = re.compile(
    r"(?:theo|để|trong|tại|ngay|trước|sau|từ|khi|nếu|nhằm|về|với|vào|bằng|qua|đến|tới|do|mà|thì|không|sẽ|đã|đang|chưa"
    r"|nên|hãy"
    r"|cũng|cùng|đồng thời|và|hoặc|như|đối với|là|trên cơ sở|căn cứ|nhất là|đặc biệt|hằng|hàng|mỗi|trực tiếp"
    r"|chung tay|sớm)(?!\w)",
    re.I,
)
# Inside "có dự án đi qua" fewer words do.
_CLAUSE = re.compile(r"(?:theo|để|nhằm|nếu|mà|thì|không|sẽ|nên|hãy|cũng|đồng thời)(?!\w)", re.I)
_QUALIFIER = re.compile(
    r" (?:trong(?= Ban | Thường trực| cấp ủy| UBND| HĐND| BCH| BTV)|khối [^\W\d_]+(?: [^\W\d_]+)?|(?:tham dự"
    r"|tham gia)(?: (?:hội nghị|phiên họp|cuộc họp|kỳ họp"
    r"|buổi làm việc))?|dự (?:hội nghị|họp|phiên họp"
    r"|cuộc họp)|hữu quan|từ (?:tỉnh|thành phố) (?:đến|tới|xuống) (?:cơ sở|xã|thôn)|các cấp|có liên quan|liên quan"
    r"|(?:trên|ở) (?:toàn )?địa bàn(?: (?:toàn )?(?:tỉnh|thành phố"
    r"|huyện|xã))?|ven biển|trực thuộc|thuộc diện"
    r"|thuộc|của|được (?:giao|phân công)[^,;.]{0,40}?(?= (?:cần|phải|có trách nhiệm|khẩn trương|tập trung|chủ động"
    r"|tiếp tục|rà soát"
    r"|tăng cường|đẩy nhanh|nghiêm túc|báo cáo|hoàn thành)(?!\w))|được (?:giao|phân công|đầu tư|chọn|hỗ trợ"
    r"|thụ hưởng)|chưa [^,;.]{3,30}?(?= phải| cần)|nơi có|trong (?:tỉnh|thành phố"
    r"|khu công nghiệp|hệ thống chính trị))(?!\w)",
    re.I,
)
_HAVING = re.compile(
    r" có(?! (?:liên quan|trách nhiệm|phương án|giải pháp|kế hoạch|biện pháp|báo cáo|văn bản|hướng|lộ trình|cơ chế"
    r"|chính sách))(?=\s)",
    re.I,
)
_GOES_ON = re.compile(rf"(?:, |; | và )(?:và |cùng )?(?:các |{HEAD.pattern}|(?:{_WORDS})(?!\w))|:")
_NEXT_AGENT = re.compile(rf" và (?:các |{HEAD.pattern})")
_LIMIT = 9
_LOOSE_LIMIT = 3


def group_end(plain: str, start: int, end: int) -> int:
    """Where the group that begins at `start` ends, with its qualifiers; `start` where none begins."""
    head = _HEAD.match(plain, start, end)
    if not head or (head.end() < end and plain[head.end()] == ":"):
        return head.end() if head else start
    stop = qualified(plain, head.end(), end)
    more = _MORE.match(plain, stop, end)
    return more.end() if more else stop


def qualified(plain: str, position: int, end: int) -> int:
    """Past the words that tell which ones are meant: "biên giới", "Vân Hồ, Song Khủa", "có dự án đi qua"."""
    head, relative, loose = position, False, 0
    for _ in range(_LIMIT):
        if having := _HAVING.match(plain, position, end):
            position, relative = having.end(), True
            continue
        if more := _QUALIFIER.match(plain, position, end):
            position, head, loose = more.end(), more.end(), 0
            continue
        if plain[position : position + 1] != " " or position + 1 >= end:
            # Small words up to a comma are a verb that no table knows, unless another name comes next.
            return head if loose and not _GOES_ON.match(plain, position, end) else position
        word = position + 1
        if (named := known_end(plain, word)) > word:
            position, head, loose = named, named, 0
            continue
        if names := _NAMES.match(plain, word, end):
            position = _names_end(plain, names.end(), end)
            head, loose = position, 0
            continue
        if TASK.match(plain, word, end) or MODAL.match(plain, word, end) or _NEXT_AGENT.match(plain, position, end):
            return position
        if (_CLAUSE if relative else _STOP).match(plain, word, end):
            return head if loose > _LOOSE_LIMIT else position
        if not (step := _WORD.match(plain, word, end)):
            return head if loose > _LOOSE_LIMIT else position
        position = step.end()
        loose += not relative
    return head


def _names_end(plain: str, position: int, end: int) -> int:
    """Past ", Sơn Hòa và Đồng Xuân", which go on a list of places."""
    while link := _NEXT_NAME.match(plain, position, end):
        names = _NAMES.match(plain, link.end(), end)
        if not names or HEAD.match(plain, link.end(), end):
            return position
        position = names.end()
    return position
