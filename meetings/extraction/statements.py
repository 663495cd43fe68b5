"""Statements: what a speaker finds, praises or quotes among orders, and where a passage of orders ends."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.memory import remembered
from meetings.extraction.openings import past_connectives
from meetings.extraction.orders import Order
from meetings.extraction.spans import Span
from meetings.extraction.speakers import References
from meetings.extraction.subjects import find_subjects
from meetings.extraction.verbs import MODAL, TASK

_ASSESSES = WordPattern(
    r"(?<!\w)(?:khẳng định|nhấn mạnh|đánh giá|cho rằng|ghi nhận|biểu dương|cho biết|thống nhất|đồng tình|tiếp thu"
    r"|nhận định|chỉ rõ"
    r"|phân tích)(?!\w)",
    re.I,
)
_ACCORDING = re.compile(r"(?<!\w)[Tt]heo (?:[Đđ]ồng chí |[Ôô]ng |[Bb]à )?\Z")
# How things are or have been: "công tác … còn hạn chế", "… đã được triển khai", "… có ý nghĩa quan trọng".
_STATES = WordPattern(
    r"(?<!\w)(?:còn (?:những|nhiều|một số|hạn chế|chậm|xảy ra|thấp|bất cập|tình trạng)|đã (?:được|có|đạt|và đang"
    r"|hoàn thành)"
    r"|(?:đạt|bằng|tăng|giảm) (?:hơn |gần |trên |khoảng )?\d+,\d+ ?% (?:dự toán|kế hoạch|so với|chỉ tiêu|cùng kỳ)"
    r"|đạt (?:kết quả|nhiều|được)|có chuyển biến"
    r"|(?<!cần )(?<!phải )được (?:quan tâm|chú trọng|đẩy mạnh|triển khai|nâng lên|duy trì"
    r"|giữ vững|bảo đảm)"
    r"|vẫn (?:còn|chưa)|có ý nghĩa|có vai trò|là nhiệm vụ|có nhiều|ngày càng|là (?:thước đo|yếu tố|nền tảng|động lực"
    r"|tiền đề))(?!\w)",
    re.I,
)
# Verbs that begin many a finding as nouns.
_NOUNLIKE = re.compile(
    r"báo cáo|thu|giải ngân|quy hoạch|đầu tư|phát triển|thông tin|quản lý|cải cách|đào tạo|giảm|tăng|thu hút"
    r"|chuyển đổi|thực hiện|triển khai"
    r"|xây dựng|công bố|cấp|tổ chức|kiểm tra|giám sát|phòng|có|thi công|tuyên truyền|hỗ trợ|giải quyết",
    re.I,
)
ENDS = re.compile(
    r"[\"'(]?(?:Cũng (?:tại|trong)|Cùng (?:đi|dự|tham dự|tham gia)|Tham (?:dự|gia) (?:hội|phiên|buổi|cuộc|kỳ|có)"
    r"|Dự (?:hội|phiên|buổi|cuộc|kỳ|có|họp)|Cùng ngày|Trong (?:ngày|buổi)|Dịp này|Nhân dịp|Tiếp đó|Tiếp theo|Sau đó"
    r"|Trước đó|Kết thúc|Trước khi (?:bế mạc|kết thúc|khép lại)"
    r"|Tại (?:hội nghị|phiên họp|buổi|cuộc họp|kỳ họp)|Hội nghị|Phiên họp|Cuộc họp|Kỳ họp"
    r"|Buổi (?:làm việc|tiếp|sáng|chiều|tối)|Các đại biểu (?:đã|cũng|thống nhất|tham gia|dự)|Phát biểu"
    r"|Thảo luận|Báo cáo(?! gửi| về| lại)|Theo (?:báo cáo|đồng chí|ông|bà)"
    r"|Ngay sau (?:hội nghị|phiên họp|cuộc họp|buổi làm việc)(?! này)[^,]{0,24}, (?:(?:các|hai|ba|\d) )?"
    r"(?:đoàn|tổ) công tác"
    r"|Sau khi|Sau (?:hội nghị|phiên họp|cuộc họp|kỳ họp|buổi|lễ)(?! này)[^,]{0,24}, (?:các đại biểu|đoàn"
    r"|đại biểu|lãnh đạo"
    r"|ông|bà|đồng chí)|Trong chương trình|Chiều|Sáng|Với các kiến nghị)(?!\w)"
)
# How to hold the meeting is no task for afterwards.
_HOUSEKEEPING = WordPattern(
    r"(?:các )?(?:đại biểu|thành viên|đồng chí)[^,;.]{0,40} (?:tập trung )?(?:thảo luận|cho ý kiến|đóng góp ý kiến"
    r"|tham gia ý kiến"
    r"|trao đổi|hiến kế)",
    re.I,
)
_TIME = re.compile(
    r"(?:(?:trong |ở )?(?:thời gian|những năm|năm|nhiệm kỳ|tháng|quý|\d+ (?:tháng|năm)) (?:vừa qua|qua|trước)"
    r"|vừa qua|trước đây"
    r"|trước đó|từ đầu (?:năm|quý|tháng|nhiệm kỳ)|(?:tính )?đến nay|(?:trong )?(?:năm|giai đoạn|quý [IVX]+/|tháng \d+/)"
    r" ?(\d{4})(?!\d| ?-))",
    re.I,
)
_ASIDE = re.compile(
    r"(?:Thống nhất|Ghi nhận|Đánh giá|Biểu dương|Chia sẻ|Phân tích|Đồng tình|Nhất trí|Sau khi|Tiếp thu|Trên cơ sở"
    r"|Phát biểu|Kết luận)(?!\w)"
)
_LONG_ASIDE = 100
_ISSUED = re.compile(
    r"(?<!\w)đã (?:ban hành|có (?:văn bản|chỉ thị|công văn|kế hoạch|nghị quyết|quyết định))(?!\w)", re.I
)
_DELIBERATES = re.compile(
    r" (?:cũng |đã |tiếp tục )+(?:xem xét|nghe|cho ý kiến|thảo luận|thông qua|biểu quyết|quyết nghị|bầu|miễn nhiệm"
    r"|tiến hành|thống nhất|nhất trí|đồng ý)(?!\w)"
    r"| (?:thống nhất|nhất trí|đồng ý|cho|đã cho)(?: về| với)? chủ trương(?!\w)"
)


def is_statement(plain: str, part: Span, references: References) -> bool:
    """Whether the part tells how things are, and orders nothing."""
    return finding(plain, part, references) is not None


@remembered
def finding(plain: str, part: Span, references: References) -> re.Match[str] | None:
    """The words that make the part tell how things are: "Chủ tịch UBND tỉnh ‹khẳng định›: …", "‹Theo› đồng chí, …".

    "Thu ngân sách đã đạt …" does; "tiếp tục rà soát nghị quyết đã được thông qua" begins with a plain order.
    """
    first = past_connectives(plain, *part)
    states = _STATES.search(plain, *part)
    if states and not orders_plainly(plain, first, part.end):
        return states
    for subject in find_subjects(plain, part.start, min(part.end, part.start + 160), references):
        at = subject.span
        assesses = _ASSESSES.search(plain, at.end, min(part.end, at.end + 60))
        if told := assesses or _ACCORDING.search(plain, part.start, at.start):
            return told
    return None


def orders_plainly(plain: str, start: int, end: int) -> bool:
    """Whether a verb stands at `start` that begins tasks and hardly a finding: "tìm", but not "triển khai"."""
    ordered = TASK.match(plain, start, end)
    return ordered is not None and not _NOUNLIKE.fullmatch(ordered[0])


def deliberates(plain: str, start: int, end: int) -> bool:
    """Whether a leading body is told of as it sits: "Ban Thường vụ Tỉnh ủy ‹cũng xem xét› công tác cán bộ"."""
    return bool(_DELIBERATES.match(plain, start, end))


def is_past(plain: str, part: Span, reference: str | None) -> bool:
    """Whether the part opens with a time gone by, and says nothing that needs doing."""
    return time_gone_by(plain, part, reference) is not None


def time_gone_by(plain: str, part: Span, reference: str | None) -> re.Match[str] | None:
    """The time gone by that opens the part: "Thời gian qua, …", "Năm 2023, …" where `reference` is of 2024."""
    opening = _TIME.match(plain, past_connectives(plain, *part), part.end)
    if opening is None or MODAL.search(plain, *part):
        return None
    return opening if opening[1] is None or (reference and opening[1] < reference[:4]) else None


def tells_of(plain: str, order: Order, before: Span | None = None) -> bool:
    """Whether a later part, with the parts `before`, only tells what a body has ordered, or a document once asked.

    "…; UBND tỉnh đã yêu cầu các xã rà soát", "Năm 2009, … đã ban hành Chỉ thị …; ‹trong đó yêu cầu …›".
    """
    if before and plain.startswith("trong đó", before.end) and _ISSUED.search(plain, *before):
        return True
    speaker = order.subject.speaker if order.subject else None
    return speaker is not None and speaker.rank == "body" and plain.endswith(" đã ", 0, order.start)


def ends_orders(plain: str, sentence: Span) -> bool:
    """Whether something else begins: "Cũng tại hội nghị, …", "Dịp này, …", "Hội nghị thông qua …"."""
    return bool(ENDS.match(plain, *sentence))


def is_housekeeping(plain: str, start: int, end: int) -> bool:
    """Whether the order at `start` only asks to discuss: "mời các thành viên trao đổi cởi mở"."""
    return bool(_HOUSEKEEPING.search(plain, start, end))


def past_aside(plain: str, part: Span, speaker: Span) -> Span:
    """The part without a long aside before its speaker: "Chia sẻ với những khó khăn …, ‹Chủ tịch yêu cầu …›"."""
    long = speaker.start - part.start > _LONG_ASIDE and _ASIDE.match(plain, *part)
    return Span(speaker.start, part.end) if long else part
