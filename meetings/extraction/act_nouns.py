"""Acts that a noun tells before the person: "dưới sự chủ trì của ‹A›", "diễn văn của ‹A›", "khách mời gồm ‹A›"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.extraction.acts import Deed
from meetings.extraction.facts import Act
from meetings.extraction.full_stops import trim
from meetings.extraction.parties import Party
from meetings.extraction.spans import Span, span_of

# "dưới sự điều hành của ‹các đồng chí trong Thường trực HĐND tỉnh:› A, r; B, r"
_WHO_ARE = r"(?:(?: các)?(?: đồng chí| ông| bà| vị)?(?: [^,.;:()]{2,60})?:)?"
_UNDER = re.compile(
    rf"(?:dưới )?(?:sự|quyền) (?:chủ trì|điều hành|chủ tọa)[^,.;:]{{0,30}}? của{_WHO_ARE}\W*$", re.IGNORECASE
)
_WITH = re.compile(r"sự (?:tham dự|tham gia|hiện diện|có mặt|góp mặt)[^,.;]{0,40}? của(?: các)?\W*$", re.IGNORECASE)
# "Phiên họp nghe ‹phát biểu kết luận của› đồng chí A", "‹Diễn văn khai mạc của› A": the speech is his.
_SPEECH = re.compile(
    r"(?<!\w)(?:phát biểu(?: (kết luận|khai mạc|bế mạc|chỉ đạo|tham luận|thảo luận))?|diễn văn(?: khai mạc| bế mạc)?"
    r"|tham luận|lời khai mạc|ý kiến (?:phát biểu|thảo luận|góp ý|trao đổi|chia sẻ|đóng góp)"
    r"|phần (?:trả lời|giải trình|trình bày|trao đổi|phát biểu|giải đáp))"
    r"(?: (?:tại|trong) [^,.;:]{3,30}?)? của\W*$",
    re.IGNORECASE,
)
# "‹Câu hỏi của› đại biểu A", "Trả lời ‹chất vấn của› đại biểu A": he asked.
_ASKED = re.compile(
    r"(?<!\w)(?:câu (?:hỏi|nói|trả lời)|chất vấn|truy vấn|thắc mắc|băn khoăn|lời (?:hứa|than|nhắc))"
    r"(?: (?:ấy|này|đó|trên))? của\W*$",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?:(?:(?:\A|[,;:] )(?:[Cc]òn |[Cc]ũng )?[Tt]heo|Qua|(?:[Ss]au khi n|N)ghe|[Ss]au"
    r"|(?:[Mm]ở đầu|[Bb]ắt đầu|[Tt]iếp (?:đó|theo)|[Kk]ế (?:đó|tiếp)|[Ss]au đó)[^,.;:]{0,40} (?:là|với|bằng))"
    r"(?: phần| bản)? (báo cáo)|\A(Báo cáo))(?: [^\W\d_]+){0,4} của\W*$"
)
# "Báo cáo do đồng chí A ‹đọc›".
_MADE_BY = re.compile(r"(?:báo cáo|tờ trình|dự thảo|đề án)[^.;:]{0,80}(?<!\w)(?:do|được)\W*$", re.IGNORECASE)
_READ_OUT = re.compile(
    r"[ ,]+(?:đã )?((đọc|trình bày|trình|thuyết minh)"
    r"(?! (?:độ|duyệt|diễn|diện|làng|Thủ|Chính phủ|Trung ương|Quốc hội|Bộ))|công bố)(?!\w)"
)
# "‹Theo› ông A, dự án chậm": he said so.
_ACCORDING = re.compile(r"(?:^|[,.;:] )(?:còn |cũng )?(theo(?: lời)?)\W*$", re.IGNORECASE)
_BY = re.compile(r"(?<!\w)(chủ trì|điều hành|chủ tọa) bởi\W*$")
# "‹Đó là yêu cầu của› ông A", "Đồng tình với ‹ý kiến của› bà B": their words are spoken of.
_WORDS_OF = re.compile(
    r"(?:\A\W*(?:Đó|Đây|Trên đây)(?: cũng)? (?:chính )?là (?:một trong những |những )?"
    r"(?:khẳng định|chỉ đạo|ý kiến|yêu cầu|lưu ý|đề nghị|nhận định|đánh giá|thông tin|phát biểu|nhấn mạnh|kết luận"
    r"|chia sẻ|thông điệp|quan điểm|nội dung|nhắc nhở|căn dặn|cảnh báo|mệnh lệnh|trăn trở|băn khoăn|gợi ý|cam kết"
    r"|mong muốn|đề xuất|kiến nghị|phản ánh|phân tích|lý giải|lời|câu hỏi|điều)[^,.;:]{0,50}|(?:\A|[,;] )"
    r"(?:(?:đồng tình|đồng ý|nhất trí|thống nhất) với |trước )?(?:các )?ý kiến) của\W*$",
    re.IGNORECASE,
)

# What a list of names stands after: "Dự họp ‹có các› đồng chí: A, r; B, r".
LIST_OPENER = re.compile(
    r"(?:(?<!\w)(?:có|gồm|gồm có|là|của)(?: các| sự (?:tham dự|tham gia|góp mặt|hiện diện) của)?|:"
    r"|(?:[Cc]ó mặt|[Dd]ự) (?:các|\d{1,2}|hai|ba|bốn|năm))\W*$"
)
# "Về phía tỉnh có các đồng chí: A, r; B, r", "Khách mời gồm A", "Đại diện tỉnh dự họp là A", "Tại điểm cầu X có A".
_GUESTS = re.compile(
    r"(?:[Pp]hía [^,.;:]{2,60}|(?:[Kk]hách|[Đđ]ại biểu)(?: được)? mời(?: [^,.;:]{1,50})?"
    r"|[Tt]hành phần(?: [^,.;:]{1,50})?|[Tt]hành viên(?: [^,.;:]{1,50})? (?:có mặt|(?:tham )?dự(?: [^,.;:]{1,30})?)"
    r"|[Đđ]ại diện [^,.;:]{2,50}? (?:tham |cùng |đến |tới |về )?dự(?: [^,.;:]{1,30})?"
    r"|[Tt]ại (?:các )?(?:điểm|đầu) cầu [^,.;:]{2,50})"
    r"(?:,? (?:còn )?(?:gồm có|có|gồm|là)(?: sự tham dự của)?(?: các)?(?: vị)?|(?=:))\W*$"
)


def guests_before(plain: str, before: Span) -> Deed | None:
    """That those named next take part, where a noun says so: "về phía …", "khách mời", "đại diện … dự"."""
    match = _GUESTS.search(before.of(plain))
    return Deed("attends", trim(plain, before.start + match.start(), before.end), True) if match else None


def noun_before(plain: str, before: Span, party: Party) -> tuple[Deed, str] | None:
    """The act that a noun before the party tells: "dưới sự chủ trì của", "báo cáo do", "theo"."""
    lead = before.of(plain)
    last = lead.rstrip(' :"(').lower()
    if last.endswith(("của", "của các")) or (":" in lead[-3:] and " của " in lead):
        return _noun_of(plain, before, party)
    if last.endswith((" do", " được")) and (read := _READ_OUT.match(plain, party.span.end)):
        # "chủ trương đầu tư do ông A ‹trình›"; what somebody makes known he reports only if it is a report
        draft = read[2] and last.endswith(" do")
        if draft or _MADE_BY.search(lead):
            return Deed("reports", span_of(read.span(1)), True), "act after the person"
    if last.endswith("bởi") and (match := _BY.search(lead)):
        return Deed("chairs", _within(before, match), True), "act after the person"
    spoken = last.endswith(("theo", "theo lời")) and party.named and plain.startswith(",", party.span.end)
    if spoken and (match := _ACCORDING.search(lead)):
        return Deed("speaks", _within(before, match), False), "speech of"
    return None


def _noun_of(plain: str, before: Span, party: Party) -> tuple[Deed, str] | None:
    lead = before.of(plain)
    acts: Sequence[tuple[re.Pattern[str], Act]] = ((_UNDER, "chairs"), (_WITH, "attends"))
    for pattern, act in acts:
        if match := pattern.search(lead):
            return Deed(act, trim(plain, before.start + match.start(), before.end), True), "sự … của"
    if (match := _REPORT.search(lead)) and party.named:
        return Deed("reports", _within(before, match, 1 if match[1] else 2), True), "report of"
    if match := _SPEECH.search(lead):
        span = trim(plain, before.start + match.start(), before.end)
        return Deed("concludes" if match[1] and match[1].lower() == "kết luận" else "speaks", span, True), "speech of"
    if match := _ASKED.search(lead) or (_WORDS_OF.search(lead) if party.named else None):
        if "kết luận của" in match[0]:
            return Deed("concludes", trim(plain, before.start + match.start(), before.end), True), "speech of"
        return Deed("speaks", trim(plain, before.start + match.start(), before.end), False), "speech of"
    return None


def _within(before: Span, match: re.Match[str], group: int = 1) -> Span:
    return Span(before.start + match.start(group), before.start + match.end(group))
