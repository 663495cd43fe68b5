"""Who speaks in a sentence: a name, a title, a given name, a body, or "đồng chí" for the one before."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.endings import endings
from meetings.extraction.memory import remembered
from meetings.extraction.quotes import in_quotes
from meetings.extraction.spans import Span, span_of
from meetings.extraction.speakers import Reference, References, Speaker, Subject
from meetings.extraction.titles import find_title_at
from meetings.extraction.verbs import UPPER

_MEETING = (
    r"(?:kỳ họp|phiên họp|phiên chất vấn|phiên giải trình|cuộc họp|buổi họp|buổi làm việc|hội nghị|phiên thảo luận)"
)
_PRONOUN = WordPattern(
    rf"(?<!\w)(?:(?:(?<!các )(?<!những )[Đđ]ồng chí|[Đđ]/c|[Ôô]ng(?! bà| cha| chủ )|[Bb]à(?! con| mẹ| chủ ))"
    rf"(?= (?![{UPPER}])|,)|[Nn]gười đứng đầu (?:UBND|HĐND|Tỉnh ủy|Thành ủy|cấp ủy"
    rf"|chính quyền)"
    r"(?: tỉnh| thành phố)?|[Tt]ân (?:Bí thư|Chủ tịch)(?= (?:cũng|yêu|đề|nhấn))"
    rf"|(?:[Cc]hủ tọa|(?:[Nn]gười|[Đđ]ồng chí) (?:chủ trì|điều hành))(?: {_MEETING})?(?= (?!là|có|gồm)[^\W\d_]|,))"
)
# What one of the above and of given names begins with.
_CALL = WordPattern(
    r"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/c|(?:[Ôô]ng|[Bb]à|[Cc]hủ tọa)[ ,]|[Nn]gười (?:đứng đầu|chủ trì|điều hành)"
    r"|[Tt]ân (?:Bí thư|Chủ tịch))"
)
# A title that is part of another word or only spoken of.
_INSIDE = WordPattern(r"(?<!\w)(?:tổ|đoàn|các|những|chức danh|chức vụ|chức|vai trò|trách nhiệm của) \Z", re.I)
# Whoever stands behind these is spoken to or of, and does not speak.
_OBJECT = WordPattern(
    r"(?<!\w)(?:nghe|báo cáo|trình|tham mưu(?: cho)?|của|với|cho|gửi|xin ý kiến|đến|tới|giao|yêu cầu|đề nghị|cùng"
    r"|phối hợp|tặng|thăm|gặp|mời|bầu"
    r"|miễn nhiệm|theo (?:chỉ đạo|kết luận|ý kiến|yêu cầu)(?: của)?) (?:[Đđ]ồng chí |[Ôô]ng |[Bb]à |[Đđ]/c )?\Z",
    re.I,
)
# "ông Tuấn", "bà Cẩm Tú": the end of a name that the text prints in full.
_GIVEN_NAME = WordPattern(
    rf"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) ([{UPPER}]\w*(?: [{UPPER}]\w*){{0,4}})(?= (?![{UPPER}])|,)"
)
_PROVINCE = r"(?:tỉnh|thành phố|TP)"
_OF_PLACE = rf"(?:(?: [{UPPER}][^\W\d_]*){{1,3}})?"
_BODY = WordPattern(
    rf"(?<!\w)(?:Ban Thường vụ (?:Tỉnh|Thành) ủy|Thường trực (?:Tỉnh ủy|Thành ủy|HĐND {_PROVINCE})"
    rf"|Ban Chấp hành Đảng bộ {_PROVINCE}"
    rf"|(?:[Ll]ãnh đạo )?(?:UBND|HĐND) {_PROVINCE}{_OF_PLACE}|[Ll]ãnh đạo {_PROVINCE}{_OF_PLACE}|Tỉnh ủy|Thành ủy"
    rf"|Đoàn ĐBQH {_PROVINCE}"
    rf"|Đoàn giám sát"
    r"|(?:Thường trực )?Ban Chỉ đạo(?: tỉnh)?"
    r"|(?:Ban (?:Tuyên giáo(?: và Dân vận)?|Tổ chức|Dân vận|Nội chính)|Ủy ban Kiểm tra) (?:Tỉnh|Thành) ủy"
    r"(?= (?:cũng )?(?:đề nghị|yêu cầu|lưu ý) (?:các|cấp ủy|ban thường vụ|Ban Thường vụ))"
    r"|(?:[Hh]ội nghị|[Pp]hiên họp|[Kk]ỳ họp)(?= (?:đã )?(?:thống nhất|giao|yêu cầu|đề nghị)))(?!\w)"
)
_CLAUSE_BEFORE = re.compile(r"(?:^|[,;:.] )\Z")
_CLAUSE_SIGNS = (", ", "; ", ": ", ". ")
_ADDRESS = WordPattern(r"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) \Z")
_ADDRESS_ENDS = endings(_ADDRESS.compiled)
_SAY = WordPattern(
    r"(?<!\w)(?<!được )(?<!bị )(?:chốt lại|chốt|nhắc lại|chỉ ra|cho hay|khuyến nghị|kết lại|căn dặn|dặn|tin tưởng"
    r"|mong muốn|trao đổi|giải thích"
    r"|phát biểu|nhấn mạnh|cho biết|đánh giá|ghi nhận|biểu dương|khẳng định|cho rằng"
    r"|báo cáo|trình bày|yêu cầu|đề nghị|lưu ý"
    r"|kết luận|giao|chỉ đạo|chỉ rõ|nêu|giải trình|trả lời|kiến nghị|đề xuất|phản ánh|phân tích|tiếp thu|thảo luận"
    r"|đề cập|chia sẻ"
    r"|làm rõ|cảm ơn|hoan nghênh|thông tin|nói|nhắc|phân công|quán triệt|mong|kêu gọi|định hướng|gợi mở|gợi ý|bày tỏ"
    r"|chúc mừng|cam kết"
    r"|thống nhất|đồng tình|nhất trí|nhận định|thông báo|tham gia|góp ý|bổ sung|kiểm tra|trăn trở|băn khoăn"
    r"|đặt vấn đề|chất vấn|hứa"
    r"|nhìn nhận|thừa nhận|xác nhận|phê bình|nhắc nhở|cảnh báo|khuyến cáo|trấn an|lý giải|cám ơn|nhận lỗi|xin lỗi"
    r"|đặt câu hỏi|kể|dẫn chứng|điểm lại|đúc kết|tổng kết"
    r"|ủng hộ|đề ra|đưa ra|cũng)(?!\w)",
    re.I,
)
# These words before a person give him the floor, and are no task: "‹Chốt lại phiên họp›, ông A …".
TAKES_THE_FLOOR = re.compile(
    r"(?:Phát biểu|Kết luận|Chủ trì|Bế mạc|Đúc kết|Tổng kết|(?:Nói|Có|Với) lời kết|(?:Chốt|Khép|Gút|Kết) lại)(?!\w)"
)
_RESOLVES = re.compile(
    r"(?: cũng| đã| tiếp tục)* (?:giao|yêu cầu|đề nghị|phân công|thống nhất|đồng ý|nhất trí|quyết định|cho ý kiến"
    r"|thông qua|nghe)(?!\w)",
    re.I,
)
# "‹Chủ tịch UBND tỉnh› được giao làm việc với …": he is told to act.
_TOLD = re.compile(r"(?:, )?(?: cũng)? được (?:giao|phân công|yêu cầu|đề nghị|chỉ định|cử)(?!\w)")
_SAY_ALOUD = WordPattern(
    r"(?<!\w)(?<!được )(?:phát biểu|cho biết|cho hay|giải trình|trả lời|kiến nghị|cho rằng|khẳng định|nêu|phản ánh"
    r"|đề nghị|đề xuất|trình bày|cam kết|thừa nhận)(?!\w)",
    re.I,
)


@remembered
def find_subjects(plain: str, start: int, end: int, references: References) -> tuple[Subject, ...]:
    """The persons and bodies in `[start, end)` that may speak, in order."""
    found = [
        Subject(_addressed(plain, start, r.span), references.speaker(r))
        for r in references.within(start, end)
        if r.name or not _INSIDE.search(plain, max(start, r.span.start - 16), r.span.start)
    ]
    others = [*_called(plain, start, end, references), *_bodies(plain, start, end)]
    for subject in others:
        span = subject.span
        if not any(span.overlaps(other.span) or 0 <= other.span.start - span.end <= 1 for other in found):
            found.append(subject)
    return tuple(sorted(found, key=_span) if others else found)


def _span(subject: Subject) -> Span:
    return subject.span


def _called(plain: str, start: int, end: int, references: References) -> list[Subject]:
    """Who is called by his given name, and who only by "đồng chí"."""
    calls = _calls(plain)
    found: list[Subject] = []
    if (first := bisect_left(calls, start)) == len(calls) or calls[first] >= end:
        return found
    for match in _GIVEN_NAME.finditer(plain, calls[first], end):
        if speaker := _by_given_name(match[1], references):
            found.append(Subject(span_of(match.span()), speaker))
        elif _is_stranger(plain, start, match):
            found.append(Subject(span_of(match.span()), Speaker(match[1], None, "other")))
    found += [Subject(span_of(match.span()), None) for match in _PRONOUN.finditer(plain, calls[first], end)]
    return found


@remembered
def _calls(plain: str) -> array[int]:
    """Where the words stand that each call begins with, of which most sentences have none."""
    calls = (place for place in _CALL.places(plain, 0, len(plain)) if _CALL.match(plain, place))
    return array("I", calls)


def _bodies(plain: str, start: int, end: int) -> list[Subject]:
    """The bodies that begin a clause."""
    places = _clause_bodies(plain)
    first = bisect_right(places, start + 1)
    found: list[Subject] = []
    for place in (start, *places[first : bisect_left(places, end, first)]):
        if body := _BODY.match(plain, place, end):
            speaker = Speaker(None, body[0][:1].upper() + body[0][1:], "body")
            found.append(Subject(span_of(body.span()), speaker))
    return found


@remembered
def _clause_bodies(plain: str) -> array[int]:
    """Where a body may begin behind a sign that begins a clause."""
    words = _BODY.places(plain, 0, len(plain))
    return array("I", (place for place in words if plain.endswith(_CLAUSE_SIGNS, 0, place)))


def _addressed(plain: str, start: int, span: Span) -> Span:
    """With the "đồng chí" or "ông" before it."""
    near = max(start, span.start - 10)
    address = _ADDRESS.search(plain, near, span.start) if plain.endswith(_ADDRESS_ENDS, near, span.start) else None
    return Span(address.start(), span.end) if address else span


def _is_stranger(plain: str, start: int, called: re.Match[str]) -> bool:
    """Whether a person opens the clause whom the text knows in no office: "‹ông Quách Tài›, khiếu nại"."""
    opens = _CLAUSE_BEFORE.search(plain[max(start, called.start() - 2) : called.start()])
    by_name = " " in called[1] and called[0][0] in "ÔôBb" and not find_title_at(plain, called.start(1))
    return bool(opens) and by_name


def _by_given_name(given: str, references: References) -> Speaker | None:
    names = references.people.ending_with(given)
    if len(names) > 1:
        return Speaker(None, None, "other")
    return references.speaker(Reference(Span(0, 0), next(iter(names)), ())) if names else None


def is_object(plain: str, subject: Subject, start: int) -> bool:
    """Whether the words before the subject make it one spoken to or of: "tiếp thu ý kiến của ‹Bí thư Tỉnh ủy›"."""
    at = subject.span.start
    return at > start and bool(_OBJECT.search(plain, max(start, at - 28), at))


def speaks(plain: str, subject: Subject, start: int, following: int, *, running: bool) -> bool:
    """Whether a verb of saying comes after the subject, before the next one at `following`; its clause is at `start`.

    While orders are given (`running`), an office that is not of the leaders is told to report, it does not report.
    """
    (begin, stop), speaker = subject
    if _TOLD.match(plain, stop, following) or is_object(plain, subject, start) or in_quotes(plain, begin):
        return False
    if running and speaker and not speaker.name and speaker.rank in ("official", "district"):
        return bool(_SAY_ALOUD.search(plain, stop, min(following, stop + 40)))
    if 0 < begin - start < 120 and TAKES_THE_FLOOR.match(plain, start, begin):
        return True
    if speaker and speaker.rank == "body":
        return bool(_RESOLVES.match(plain, stop, following))
    return bool(_SAY.search(plain, stop, min(following, stop + 90)))
