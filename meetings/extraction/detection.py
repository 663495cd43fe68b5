"""Whether a text reports a meeting of a provincial body, and the words that decide it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.extraction.bodies import Body, find_bodies, leaders
from meetings.extraction.document import Document
from meetings.extraction.events import find_event
from meetings.extraction.facts import Detection
from meetings.extraction.held import is_about_rules
from meetings.extraction.meeting_events import Event, find_meetings
from meetings.extraction.sentences import Block, split_blocks
from meetings.extraction.spans import Span

_GATHERING = (
    r"(?:(?:hội nghị|phiên họp|kỳ họp|cuộc họp|đại hội|phiên giải trình|phiên chất vấn)"
    r"|buổi (?:họp|làm việc|giám sát|tiếp))"
)
_HELD = re.compile(
    rf"(?:(?:tại|dự|tham dự|kết luận|chủ trì|chủ tọa|điều hành|bế mạc|khai mạc) (?:buổi |phiên )?{_GATHERING}"
    rf"|phát biểu kết luận|{_GATHERING} (?:cũng |đã )?(?:thống nhất|thông qua|thảo luận|xem xét|tập trung|nghe|"
    r"biểu quyết|được nghe|nhất trí|đánh giá))",
    re.IGNORECASE,
)
# Signs that the text itself is about the gathering, not only that somebody was at one.
_STRONG = re.compile(
    rf"phát biểu kết luận|(?:kết luận|chủ trì|chủ tọa|điều hành|cùng dự|tham dự|toàn cảnh|quang cảnh|cũng tại|bế mạc) "
    rf"(?:buổi |phiên )?{_GATHERING}",
    re.IGNORECASE,
)
_CONCLUDING = re.compile(rf"(?:phát biểu )?kết luận (?:tại )?{_GATHERING}[^,.;:]{{0,40}}, ", re.IGNORECASE)
# National bodies that only issued a document: "Nghị quyết của ‹Bộ Chính trị›".
_ISSUER = re.compile(r"(?<!\w)(?:của|theo) $")
_INSIDE_PROVINCE = re.compile(r"(?<!\w)(?:UBND tỉnh|HĐND tỉnh|Tỉnh ủy)(?!\w)")
LEAD = 900
DECISIVE = 4  # sentences of the lead that can speak against a meeting; later ones argue, quote and cite


@dataclass(frozen=True, slots=True)
class Finding:
    """What decided: the verdict, the event it rests on, and the name of the rule."""

    is_meeting: bool
    span: Span
    rule: str
    event: Event | None = None


def detect(document: Document) -> Detection:
    """Whether `document`'s main subject is a meeting held by a provincial body; `span` is what decided."""
    finding = examine(document)
    return Detection(finding.span, finding.rule, finding.is_meeting)


def examine(document: Document) -> Finding:
    """As `detect`, with the event that was found."""
    plain = document.plain
    blocks = split_blocks(document)
    told = told_sentences(blocks)
    opening = told[0].start if told else len(plain)
    headings = [block.span for block in blocks if block.kind == "heading" and block.span.start < opening]
    if not told:
        return Finding(False, Span(0, 0), "no running text")
    support = len(_HELD.findall(plain))
    for span in headings:
        if is_about_rules(span.of(plain)):
            return Finding(False, span, "rules of receptions")
        event = find_event(plain, span)
        if event and event.kind in ("document", "press", "voters", "cancelled"):
            return Finding(False, event.span, event.kind, event)
    passing: Finding | None = None
    for sentence in [*told[:2], *headings, *told[2:]]:
        event = find_event(plain, sentence)
        if event is None or event.planned:
            continue
        if event.is_meeting:
            finding = _judge(document, event, support)
        else:
            finding = Finding(False, event.span, event.kind, event)
        if event.kind in ("visit", "accident"):
            passing = passing or finding
        elif finding.is_meeting or sentence not in told[DECISIVE:]:
            return finding
    concluded = _concluded(plain, blocks)
    if passing and support < 3 and concluded is None:
        return passing
    for sentence in [*told[:2], *headings]:
        for event in find_meetings(plain, sentence, occasions=True):
            if not event.planned and (event.direct or support > 1):
                return _judge(document, event, support)
    return _by_signs(document, blocks, support, concluded)


def told_sentences(blocks: tuple[Block, ...]) -> list[Span]:
    """The sentences of the lead; of one without an end in sight its first 2,000 characters."""
    return [Span(s.start, min(s.end, s.start + 2000)) for block in lead(blocks) for s in block.sentences]


def lead(blocks: tuple[Block, ...]) -> list[Block]:
    """The first paragraphs, up to about 900 characters; bullets count, captions and headings do not."""
    found: list[Block] = []
    length = 0
    for block in blocks:
        if block.kind in ("paragraph", "bullet"):
            found.append(block)
            length += block.span.end - block.span.start
            if length > LEAD:
                break
    return found


def _judge(document: Document, event: Event, support: int) -> Finding:
    by = event.by
    if by is None:
        return Finding(False, event.span, "nobody holds it", event)
    if is_city_inside_province(by, document.plain):
        return Finding(False, by.span, "held by a city of the province", event)
    if by.level != "province":
        return Finding(False, by.span, f"held by a {by.level} body", event)
    if support == 0 and event.kind == "deliberation":
        return Finding(False, event.span, "no sign of a gathering", event)
    return Finding(True, event.span, f"{event.kind} held by a provincial body", event)


def is_city_inside_province(body: Body, plain: str) -> bool:
    """Whether "Thành ủy", "UBND thành phố" without a place is a city of a province that the text speaks of."""
    city = body.name.endswith(("thành phố", "Thành ủy"))
    return city and body.place is None and bool(_INSIDE_PROVINCE.search(plain))


def _concluded(plain: str, blocks: tuple[Block, ...]) -> Span | None:
    """Where a leader of a provincial body concludes a gathering: "Kết luận cuộc họp, Chủ tịch UBND tỉnh …"."""
    for block in blocks:
        for sentence in block.sentences if block.kind in ("paragraph", "bullet") else ():
            if opening := _CONCLUDING.match(plain, *sentence):
                first = next(iter(leaders(plain, opening.end(), min(sentence.end, opening.end() + 80))), None)
                if first and first.level == "province" and not is_city_inside_province(first, plain):
                    return Span(*opening.span())
    return None


def _by_signs(document: Document, blocks: tuple[Block, ...], support: int, concluded: Span | None) -> Finding:
    """Texts without a lead: repeated signs of a gathering, and a provincial leader or body at it."""
    plain = document.plain
    if concluded:
        return Finding(True, concluded, "concluded by a provincial leader")
    span = next((Span(*match.span()) for match in _HELD.finditer(plain)), Span(0, 0))
    readable = [block.span for block in blocks if block.kind in ("paragraph", "caption", "heading")]
    bodies = [body for part in readable for body in (*find_bodies(plain, *part), *leaders(plain, *part))]
    ours = sum(body.level == "province" for body in bodies)
    theirs = sum(
        body.level == "nation" and not _ISSUER.search(plain, max(0, body.span.start - 12), body.span.start)
        for body in bodies
    )
    if support >= 2 and _STRONG.search(plain) and ours >= 2 and ours > theirs / 2:
        return Finding(True, span, "signs of a gathering of a provincial body")
    return Finding(False, span, "no meeting told")
