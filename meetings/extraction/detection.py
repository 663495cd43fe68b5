"""Whether a text reports a meeting of a provincial body, and the words that decide it."""

from __future__ import annotations

import re
from itertools import pairwise

from meetings.extraction.document import Document
from meetings.extraction.events import find_event
from meetings.extraction.facts import Detection
from meetings.extraction.held import is_about_rules, is_dated
from meetings.extraction.meeting_events import Event, find_meetings
from meetings.extraction.meeting_signs import find_conclusion, find_signs, is_city_inside_province, signs_of_gathering
from meetings.extraction.records import dataclass
from meetings.extraction.sentences import Block, split_blocks, trim
from meetings.extraction.spans import Span

LEAD = 900
_AFTERWARDS = re.compile(
    r"(?:Ngay )?(?:[Ss]au (?:khi )?(?:hội nghị|phiên họp|cuộc họp)|sau đó|tiếp đó)|Tiếp đó|Sau đó|Tiếp tục"
)
_DATELINE = re.compile(r"(?:\([^()]{1,40}\)|[A-ZĐ][\w.]{1,20}) ?- ?(?=\S)")
_HEARD = re.compile(r"nghe (?:và |cho ý kiến|báo cáo|[^.;]{0,60}? báo cáo)")
HEARD = 200  # "Sáng nay, Thường trực Tỉnh ủy đã ‹nghe báo cáo› …": a body hears reports only where it meets
TOLD = 160  # a paragraph as long tells something; a teaser is shorter
TEASERS = 2  # as many headlines with a sentence each may be the subheads of a short article
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
    return Detection(trim(document.plain, *finding.span), finding.rule, finding.is_meeting)


def examine(document: Document) -> Finding:
    """As `detect`, with the event that was found."""
    plain = document.plain
    blocks = split_blocks(document)
    told = told_sentences(plain, blocks)
    opening = told[0].start if told else len(plain)
    headings = [block.span for block in blocks if block.kind == "heading" and block.span.start < opening]
    if not told:
        return Finding(False, Span(0, 0), "no running text")
    if teaser := _teaser(blocks):
        return Finding(False, teaser, "a list of articles")
    for span in headings:
        if is_about_rules(span.of(plain)):
            return Finding(False, span, "rules of receptions")
        event = find_event(plain, span)
        if event and event.kind in ("document", "press", "voters", "cancelled"):
            return Finding(False, event.span, event.kind, event)
    passing: Finding | None = None
    rules = False  # the text tells how often they meet
    to_come: Event | None = None
    for sentence in [*told[:2], *headings, *told[2:]]:
        event = find_event(plain, sentence)
        announced = event and to_come and sentence in headings and to_come.kind == event.kind
        if event is None or event.planned or announced or (rules and not is_dated(sentence.of(plain))):
            rules = rules or bool(event and event.habit)
            if to_come is None and event and event.planned and not event.habit:
                to_come = event
            continue
        finding = _judge(document, event) if event.is_meeting else Finding(False, event.span, event.kind, event)
        if not finding.is_meeting and (occasion := _opens_at(plain, sentence, event)):
            finding = _judge(document, occasion)
        if event.kind in ("visit", "accident") or (event.kind == "document" and sentence in told[1:]):
            passing = passing or finding
        elif finding.is_meeting or sentence not in told[DECISIVE:]:
            return _held_afterwards(document, told, event) or finding
    concluded = find_conclusion(plain, blocks)
    if passing and signs_of_gathering(plain) < 3 and concluded is None:
        return passing
    later = frozenset(told[2:])
    for sentence in [*told[:2], *headings, *told[2:]]:
        late = sentence in later  # "Những con số ấy được nêu tại hội nghị do UBND tỉnh tổ chức ngày 5/3"
        for event in find_meetings(plain, sentence, occasions=True):
            announced = to_come and sentence in headings and to_come.kind == event.kind
            dated = is_dated(sentence.of(plain))
            held_by = event.by is not None and plain.endswith(" do ", 0, event.by.span.start)
            told_of = (held_by and dated) if late else (event.direct or dated or signs_of_gathering(plain) > 1)
            if told_of and not (event.planned or announced):
                return _judge(document, event)
    if concluded:
        return Finding(True, concluded, "concluded by a provincial leader")
    if to_come:
        return Finding(False, to_come.span, "a meeting to come", to_come)
    if signs := find_signs(plain, blocks):
        return Finding(True, signs, "signs of a gathering of a provincial body")
    return Finding(False, Span(0, 0), "no meeting told")


def told_sentences(plain: str, blocks: tuple[Block, ...]) -> list[Span]:
    """The sentences of the lead; of one without an end in sight its first 2,000 characters."""
    spans = [Span(s.start, min(s.end, s.start + 2000)) for block in lead(blocks) for s in block.sentences]
    return [_past_dateline(plain, span) for span in spans]


def _past_dateline(plain: str, sentence: Span) -> Span:
    """The sentence without the paper's name at its head: "(Báo Cà Mau) - ‹Sáng 5/6, …›"."""
    dateline = _DATELINE.match(plain, *sentence)
    return Span(dateline.end(), sentence.end) if dateline else sentence


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


def _teaser(blocks: tuple[Block, ...]) -> Span | None:
    """What shows that a page lists articles: a time stamp for each, or headline and one sentence by turns."""
    stamps = [block.span for block in blocks if block.rule == "time stamp"]
    told = sum(block.kind in ("paragraph", "bullet") and block.span.end - block.span.start > TOLD for block in blocks)
    if len(stamps) > max(2, told):
        return stamps[0]
    body = [block for block in blocks if block.kind in ("heading", "paragraph", "bullet")]
    pairs = [
        (headline, teaser)
        for headline, teaser in pairwise(body)
        if headline.kind == "heading" and teaser.kind == "paragraph" and len(teaser.sentences) == 1
    ]
    return pairs[0][1].span if len(pairs) > TEASERS and len(pairs) * 2 > len(body) * 0.8 else None


def _opens_at(plain: str, sentence: Span, event: Event) -> Event | None:
    """The provincial meeting at which the sentence opens: "Tại buổi giao ban Ban Chỉ đạo tỉnh, Giám đốc …"."""
    at = (e for e in find_meetings(plain, sentence, occasions=True) if e.span.start < event.span.start and e.direct)
    return next((e for e in at if e.by and e.by.level == "province" and not e.planned), None)


def _held_afterwards(document: Document, told: list[Span], event: Event) -> Finding | None:
    """The province's own meeting right behind a national one: "Ngay sau hội nghị của Chính phủ, UBND tỉnh họp …"."""
    if event.by is None or event.by.level != "nation":
        return None
    for sentence in told:
        if sentence.start > event.span.end and _AFTERWARDS.match(document.plain, *sentence):
            own = next((e for e in find_meetings(document.plain, sentence) if e.direct and not e.planned), None)
            if own and own.by and own.by.level == "province":
                return _judge(document, own)
    return None


def _judge(document: Document, event: Event) -> Finding:
    by = event.by
    if by is None:
        return Finding(False, event.span, "nobody holds it", event)
    if is_city_inside_province(by, document.plain):
        return Finding(False, by.span, "held by a city of the province", event)
    if by.level != "province":
        return Finding(False, by.span, f"held by a {by.level} body", event)
    heard = _HEARD.match(document.plain, event.span.start) and is_dated(document.plain[: event.span.end][-HEARD:])
    if event.kind == "deliberation" and not heard and signs_of_gathering(document.plain) == 0:
        return Finding(False, event.span, "no sign of a gathering", event)
    return Finding(True, event.span, f"{event.kind} held by a provincial body", event)
