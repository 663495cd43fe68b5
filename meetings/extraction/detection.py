"""Whether a text reports a meeting of a provincial body, and the words that decide it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetings.extraction.document import Document
from meetings.extraction.events import find_event
from meetings.extraction.facts import Detection
from meetings.extraction.held import is_about_rules, is_dated
from meetings.extraction.meeting_events import Event, find_meetings
from meetings.extraction.meeting_signs import find_conclusion, find_signs, is_city_inside_province, signs_of_gathering
from meetings.extraction.sentences import Block, split_blocks, trim
from meetings.extraction.spans import Span

LEAD = 900
_DATELINE = re.compile(r"(?:\([^()]{1,40}\)|[A-ZĐ][\w.]{1,20}) ?- ?(?=\S)")
TOLD = 160  # a paragraph as long tells something; a teaser is shorter
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
            to_come = to_come or (event if event and event.planned and not event.habit else None)
            continue
        finding = _judge(document, event) if event.is_meeting else Finding(False, event.span, event.kind, event)
        if event.kind in ("visit", "accident"):
            passing = passing or finding
        elif finding.is_meeting or sentence not in told[DECISIVE:]:
            return finding
    concluded = find_conclusion(plain, blocks)
    if passing and signs_of_gathering(plain) < 3 and concluded is None:
        return passing
    for sentence in [*told[:2], *headings]:
        for event in find_meetings(plain, sentence, occasions=True):
            announced = to_come and sentence in headings and to_come.kind == event.kind
            told_of = event.direct or is_dated(sentence.of(plain)) or signs_of_gathering(plain) > 1
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
    """The first time stamp of a page that lists articles, each with its own."""
    stamps = [block.span for block in blocks if block.rule == "time stamp"]
    told = sum(block.kind in ("paragraph", "bullet") and block.span.end - block.span.start > TOLD for block in blocks)
    return stamps[0] if len(stamps) > max(2, told) else None


def _judge(document: Document, event: Event) -> Finding:
    by = event.by
    if by is None:
        return Finding(False, event.span, "nobody holds it", event)
    if is_city_inside_province(by, document.plain):
        return Finding(False, by.span, "held by a city of the province", event)
    if by.level != "province":
        return Finding(False, by.span, f"held by a {by.level} body", event)
    if event.kind == "deliberation" and signs_of_gathering(document.plain) == 0:
        return Finding(False, event.span, "no sign of a gathering", event)
    return Finding(True, event.span, f"{event.kind} held by a provincial body", event)
