"""Who speaks in a sentence: a name, a title resolved to its holder, a body, or "đồng chí" for the one before."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from meetings.extraction.document import Document
from meetings.extraction.people import People
from meetings.extraction.provinces import is_city
from meetings.extraction.spans import Span
from meetings.extraction.titles import Title
from meetings.extraction.verbs import UPPER

# What may stand between the parts of one reference: "{title}, {title} {name}", "{name} - {title}".
_TOGETHER = re.compile(r"(?:,? |\s?- ?|, kiêm | kiêm |, đồng thời là |(?:,? )(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) )\Z")
_PRONOUN = re.compile(
    rf"(?<!\w)(?:(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à)(?= (?![{UPPER}])|,)|[Nn]gười đứng đầu (?:UBND|Tỉnh ủy|cấp ủy"
    rf"|chính quyền)"
    r"(?: tỉnh| thành phố)?|[Tt]ân (?:Bí thư|Chủ tịch)(?= (?:cũng|yêu|đề|nhấn)))"
)
# A title that is part of another word or only spoken of.
_INSIDE = re.compile(r"(?<!\w)(?:tổ|đoàn|các|những|chức danh|chức vụ|chức|vai trò|trách nhiệm của) \Z", re.I)
# Whoever stands behind these is spoken to or of, and does not speak.
_OBJECT = re.compile(
    r"(?<!\w)(?:báo cáo|trình|tham mưu(?: cho)?|của|với|cho|gửi|xin ý kiến|đến|tới|giao|yêu cầu|đề nghị|cùng|phối hợp"
    r"|tặng|thăm|gặp|mời|bầu"
    r"|miễn nhiệm|theo (?:chỉ đạo|kết luận|ý kiến|yêu cầu)(?: của)?) (?:[Đđ]ồng chí |[Ôô]ng |[Bb]à |[Đđ]/c )?\Z",
    re.I,
)
_GIVEN_NAME = re.compile(rf"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) ([{UPPER}]\w*)(?= (?![{UPPER}]))")
_PROVINCE = r"(?:tỉnh|thành phố|TP)"
_BODY = re.compile(
    rf"(?<!\w)(?:Ban Thường vụ (?:Tỉnh|Thành) ủy|Thường trực (?:Tỉnh ủy|Thành ủy|HĐND {_PROVINCE})"
    rf"|Ban Chấp hành Đảng bộ {_PROVINCE}"
    rf"|(?:[Ll]ãnh đạo )?(?:UBND|HĐND) {_PROVINCE}|[Ll]ãnh đạo {_PROVINCE}|Tỉnh ủy|Thành ủy|Đoàn ĐBQH {_PROVINCE}"
    rf"|Đoàn giám sát"
    r"|(?:Thường trực )?Ban Chỉ đạo(?: tỉnh)?"
    r"|(?:[Hh]ội nghị|[Pp]hiên họp|[Kk]ỳ họp)(?= (?:đã )?(?:thống nhất|giao|yêu cầu|đề nghị)))(?!\w)"
)
_CLAUSE_BEFORE = re.compile(r"(?:^|[,;:.] )\Z")
_ADDRESS = re.compile(r"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) \Z")
_SAY = re.compile(
    r"(?<!\w)(?<!được )(?<!bị )(?:phát biểu|nhấn mạnh|cho biết|đánh giá|ghi nhận|biểu dương|khẳng định|cho rằng"
    r"|báo cáo|trình bày|yêu cầu|đề nghị|lưu ý"
    r"|kết luận|giao|chỉ đạo|chỉ rõ|nêu|giải trình|trả lời|kiến nghị|đề xuất|phản ánh|phân tích|tiếp thu|thảo luận"
    r"|đề cập|chia sẻ"
    r"|làm rõ|cảm ơn|hoan nghênh|thông tin|nói|nhắc|phân công|quán triệt|mong|kêu gọi|định hướng|gợi mở|gợi ý|bày tỏ"
    r"|chúc mừng|cam kết"
    r"|thống nhất|đồng tình|nhất trí|nhận định|thông báo|tham gia|góp ý|bổ sung|kiểm tra|trăn trở|băn khoăn"
    r"|đặt vấn đề|chất vấn|hứa"
    r"|ủng hộ|đề ra|đưa ra|cũng)(?!\w)",
    re.I,
)
_RESOLVES = re.compile(
    r"(?: cũng| đã| tiếp tục)* (?:giao|yêu cầu|đề nghị|phân công|thống nhất|đồng ý|nhất trí|quyết định|cho ý kiến"
    r"|thông qua|nghe)(?!\w)",
    re.I,
)
_SAY_ALOUD = re.compile(
    r"(?<!\w)(?<!được )(?:phát biểu|cho biết|giải trình|trả lời|kiến nghị|cho rằng|khẳng định|nêu|phản ánh|đề nghị"
    r"|đề xuất|trình bày|cam kết|thừa nhận)(?!\w)",
    re.I,
)
_PRESIDES = re.compile(r"(?<!\w)(?:chủ trì|điều hành|chủ tọa)(?! phối|, phối)(?!\w)")
_DISTRICT = re.compile(r"(?:[Hh]uyện|[Qq]uận|[Tt]hị|thị xã|xã|phường|thị trấn|đặc khu)(?!\w)")
_CITY = re.compile(rf"(?:TP\.?|thành phố) ?((?:[{UPPER}]\w*)(?: [{UPPER}]\w*)*)")
_NATIONAL = re.compile(
    r"Thủ tướng|Bộ trưởng|Thứ trưởng|Tổng Bí thư|Chủ tịch nước|(?:Chủ tịch|Chủ nhiệm .*) Quốc hội"
    r"|Trung ương\b(?!.*ủy)|Tổng cục"
)
_LEADS = re.compile(
    r"(?:Phó |Quyền )*(?:Bí thư|Chủ tịch|Thường trực).*(?:Tỉnh ủy|Thành ủy|UBND|HĐND|MTTQ)|Trưởng Đoàn|Phó Trưởng Đoàn"
    r"|Trưởng (?:Ban Chỉ đạo|Tiểu ban)|Chủ tịch Hội đồng|Tổ trưởng|Ủy viên Ban Thường vụ (?:Tỉnh|Thành) ủy|Phó Bí thư"
    r"|Bí thư$|Chủ tịch$"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name`, or `title` where only an office or a body is named. `rank` tells whom he may order."""

    name: str | None
    title: str | None
    rank: str = "leader"  # leader, national, official (head of an agency), district, body


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to one speaker, with the titles among them."""

    span: Span
    name: str | None
    titles: tuple[Title, ...]


@dataclass(frozen=True, slots=True)
class References:
    """All references of a text to single persons, in order."""

    people: People
    items: tuple[Reference, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[Reference, ...]:
        """The references that begin in `[start, end)`."""
        return self.items[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def speaker(self, reference: Reference) -> Speaker:
        """The person meant: by name, else the one holder of a title that the text names, else the title."""
        name = reference.name
        for title in reference.titles:
            name = name or self.people.holder(title) or self.people.holder(title, before=reference.span.start)
        titles = [*reference.titles, *(t for p in self.people.persons if p.name == name for t in p.titles)]
        return Speaker(name, None if name or not titles else titles[0].text, _rank(titles))


def _is_local(title: str) -> bool:
    """Whether the office is a district's or a commune's; "UBND TP. Vinh" is, "UBND TP. Cần Thơ" is not."""
    city = _CITY.search(title)
    return bool(_DISTRICT.search(title)) or bool(city and not is_city(city[1]))


def _rank(titles: list[Title]) -> str:
    texts = [title.canonical for title in titles]
    leads = [text for text in texts if _LEADS.match(text) and not _is_local(text)]
    if any(_NATIONAL.match(text) for text in texts) and not leads:
        return "national"
    if leads:
        return "leader"
    return "district" if any(_is_local(text) for text in texts) else "official" if texts else "leader"


def find_references(document: Document, people: People) -> References:
    """The names and titles of `people`, those that stand together brought to one reference."""
    pieces: list[tuple[Span, str | None, Title | None]] = [(m.span, m.name, None) for m in people.mentions]
    pieces += [(title.span, None, title) for title in people.titles if not (title.plural or title.generic)]
    found: list[Reference] = []
    for span, name, title in sorted(pieces, key=lambda piece: piece[0]):
        titles = (title,) if title else ()
        last = found[-1] if found else None
        if last and span.start < last.span.end:
            continue
        between = document.plain[last.span.end : span.start] if last else ""
        joined = last and _TOGETHER.match(between) and not (name and (last.name or "," in between))
        if last and joined:
            found[-1] = Reference(Span(last.span.start, span.end), last.name or name, last.titles + titles)
        else:
            found.append(Reference(span, name, titles))
    return References(people, tuple(found), tuple(reference.span.start for reference in found))


@dataclass(frozen=True, slots=True)
class Subject:
    """The speaker of a clause and the words that say so; `speaker` is None for "đồng chí", the one before."""

    span: Span
    speaker: Speaker | None


def find_subjects(plain: str, start: int, end: int, references: References) -> list[Subject]:
    """The persons and bodies in `[start, end)` that may speak, in order."""
    found = [
        Subject(_addressed(plain, start, r.span), references.speaker(r))
        for r in references.within(start, end)
        if r.name or not _INSIDE.search(plain, max(start, r.span.start - 16), r.span.start)
    ]
    for pattern in (_GIVEN_NAME, _PRONOUN, _BODY):
        for match in pattern.finditer(plain, start, end):
            span = Span(*match.span())
            if pattern is _BODY and not _CLAUSE_BEFORE.search(plain[max(start, span.start - 2) : span.start]):
                continue
            if any(span.overlaps(other.span) or 0 <= other.span.start - span.end <= 1 for other in found):
                continue
            speaker = None
            if pattern is _GIVEN_NAME:
                speaker = _by_given_name(match[1], references)
                if speaker is None:
                    continue
            elif pattern is _BODY:
                speaker = Speaker(None, match[0][:1].upper() + match[0][1:], "body")
            found.append(Subject(span, speaker))
    return sorted(found, key=lambda subject: subject.span)


def _addressed(plain: str, start: int, span: Span) -> Span:
    """With the "đồng chí" or "ông" before it."""
    address = _ADDRESS.search(plain, max(start, span.start - 10), span.start)
    return Span(address.start(), span.end) if address else span


def _by_given_name(given: str, references: References) -> Speaker | None:
    names = {p.name for p in references.people.persons if p.name.rsplit(" ", 1)[-1] == given}
    if len(names) != 1:
        return None
    return references.speaker(Reference(Span(0, 0), names.pop(), ()))


def is_object(plain: str, subject: Subject, start: int) -> bool:
    """Whether the words before the subject make it one spoken to or of: "tiếp thu ý kiến của ‹Bí thư Tỉnh ủy›"."""
    return bool(_OBJECT.search(plain, max(start, subject.span.start - 28), subject.span.start))


def speaks(plain: str, subject: Subject, start: int, following: int, *, running: bool) -> bool:
    """Whether a verb of saying comes after the subject, before the next one at `following`; its clause is at `start`.

    While orders are given (`running`), an office that is not of the leaders is told to report, it does not report.
    """
    if is_object(plain, subject, start):
        return False
    if subject.speaker and subject.speaker.rank in ("official", "district") and not subject.speaker.name and running:
        return bool(_SAY_ALOUD.search(plain, subject.span.end, min(following, subject.span.end + 40)))
    if subject.speaker and subject.speaker.rank == "body":
        return bool(_RESOLVES.match(plain, subject.span.end, following))
    return bool(_SAY.search(plain, subject.span.end, min(following, subject.span.end + 90)))


def find_chairs(document: Document, references: References) -> frozenset[str | None]:
    """The names of those who are said to preside: "… {name}, {title} chủ trì phiên họp"."""
    found: set[str | None] = set()
    for match in _PRESIDES.finditer(document.plain):
        before = references.within(max(0, match.start() - 200), match.start())
        if before and not re.search(r"[.\n]", document.plain[before[-1].span.end : match.start()]):
            found.add(before[-1].name)
    return frozenset(found - {None})
