"""The meeting that a text reports: what it was, who held it, when and where."""

from __future__ import annotations

import re
from collections import Counter

from meetings.extraction.bodies import Body, body_at, find_bodies, leaders
from meetings.extraction.dates import DateMention
from meetings.extraction.detection import told_sentences
from meetings.extraction.document import Document
from meetings.extraction.events import find_event
from meetings.extraction.facts import MeetingFact
from meetings.extraction.meeting_dates import find_held
from meetings.extraction.meeting_events import Event, find_meetings
from meetings.extraction.meeting_kinds import kind_of
from meetings.extraction.meeting_names import Name, find_name
from meetings.extraction.meeting_places import find_hall, find_province
from meetings.extraction.meeting_titles import title_of
from meetings.extraction.sentences import Block, split_blocks
from meetings.extraction.spans import Span, span_of

_NOUN = re.compile(
    r"(?<!\w)(phiên họp|hội nghị|kỳ họp|cuộc họp|buổi làm việc|buổi giám sát|buổi tiếp công dân)(?!\w)", re.IGNORECASE
)
_NOUN_KINDS = {
    "phiên họp": "session", "cuộc họp": "session", "hội nghị": "conference", "kỳ họp": "council session",
    "buổi làm việc": "working session", "buổi giám sát": "working session", "buổi tiếp công dân": "reception",
}  # fmt: skip
_MEMBERS = re.compile(r"(?<!\w)(?:[Cc]ác|[Tt]ập thể|[Tt]oàn thể)(?: đồng chí)? (?:[ỦủUu]y viên|thành viên) ")
_SURE_BY_SIGNS = 0.6  # no sentence of the lead tells the meeting
_SURE_OF_YEAR = 0.75  # nothing prints when it was held, but for one year that the text speaks of
_CONCLUDES = re.compile(r"kết luận|chủ trì|chủ tọa", re.IGNORECASE)


def find_meeting(document: Document) -> MeetingFact:
    """The meeting of a text that reports one; every field that the text does not tell is None."""
    plain = document.plain
    blocks = split_blocks(document)
    sentences = told_sentences(plain, blocks)
    headings = [b.span for b in blocks if b.kind == "heading" and (not sentences or b.span.start < sentences[0].start)]
    told = [(event, sentence) for sentence in [*sentences, *headings] for event in find_meetings(plain, sentence)]
    if not told:
        told = [(e, s) for s in [*sentences, *headings] for e in find_meetings(plain, s, occasions=True)]
    told = [(e, s) for e, s in told if e.by and e.by.level == "province" and not e.planned]
    if not told:  # people called together under another name: "chủ trì buổi gặp mặt với …"
        called = [(find_event(plain, s), s) for s in sentences[:2]]
        told = [(e, s) for e, s in called if e and e.is_meeting and e.by and e.by.level == "province"]
    main = _main(told)
    event, sentence = main or _by_signs(document, blocks)
    body = event.by
    name = _name(document, event, sentence, told)
    held = find_held(document, [sentence, *(s for _, s in told)], sentences, name.period, event.span.start)
    words = plain[event.span.start : sentence.end]
    kind = kind_of(event.kind, words, body.name if body else None)
    period = _period(name.period, held.date)
    title, title_rule = title_of(document, event, headings, sentence, kind=kind, number=name.number, period=period)
    evidence: dict[str, tuple[Span, str]] = {}
    if event.span.end:  # a noun for a meeting stands somewhere
        evidence |= {"title": (event.span, f"title: {title_rule}"), "kind": (event.span, "meeting noun")}
    if held.date:
        evidence["date"] = (held.span, held.rule)
    if body:
        evidence["body"] = (body.span, "body of a leader" if body.led else "body")
    # What is told by signs alone has no noun of its own: it stands on the words of the body, or on those around.
    places = (event.span, body.span if body else sentence, sentence, *(block.span for block in blocks))
    return MeetingFact(
        span=next(place for place in places if place.end > place.start),
        rule=f"{event.kind} by {'the body' if event.direct else 'a leader'}",
        title=title,
        body=body.name if body else None,
        kind=kind,
        date=held.date,
        precision=held.precision,
        session=held.session,
        place=find_hall(document, sentence),
        province=find_province(document, blocks, body),
        number=name.number,
        term=name.term,
        period=period,
        evidence=evidence,
        confidence=_SURE_BY_SIGNS if main is None else _SURE_OF_YEAR if held.rule == "agenda" else 1.0,
    )


def _main(told: list[tuple[Event, Span]]) -> tuple[Event, Span] | None:
    """The first meeting whose body is named; failing that, the first that a leader held."""
    direct = [(e, s) for e, s in told if e.direct]
    if direct and direct[0][0].kind == "deliberation":
        fuller = ((e, s) for e, s in direct if e.kind != "deliberation" and _name_of(e) == _name_of(direct[0][0]))
        return next(fuller, None) or direct[0]
    return next(iter(direct or told), None)


def _name_of(event: Event) -> str:
    return event.by.name if event.by else ""


def _by_signs(document: Document, blocks: tuple[Block, ...]) -> tuple[Event, Span]:
    """For texts without a lead: the noun met most often, held by the body of whoever leads or concludes."""
    plain = document.plain
    readable = [s for b in blocks if b.kind not in ("noise", "byline", "header") for s in (b.sentences or (b.span,))]
    nouns = [match for sentence in readable for match in _NOUN.finditer(plain, *sentence)]
    if not nouns:  # "Người điều hành là Bí thư Tỉnh ủy": the body is the one that the lead names
        told = told_sentences(plain, blocks)[:2]
        bodies = [(body, sentence) for sentence in told for body in _gathered(plain, sentence)]
        ours = next(((body, sentence) for body, sentence in bodies if body.level == "province"), None)
        return Event("session", Span(0, 0), ours[0] if ours else None), ours[1] if ours else Span(0, 0)
    kind = Counter(_NOUN_KINDS[match[1].lower()] for match in nouns).most_common(1)[0][0]
    first = next(match for match in nouns if _NOUN_KINDS[match[1].lower()] == kind)
    candidates: Counter[str] = Counter()
    found: dict[str, Body] = {}
    for sentence in readable:
        weight = 3 if _CONCLUDES.search(plain, *sentence) else 1
        for body in (*leaders(plain, *sentence), *find_bodies(plain, *sentence)):
            if body.level == "province":
                candidates[body.name] += weight if body.led else 1
                found.setdefault(body.name, body)
    by = found[candidates.most_common(1)[0][0]] if candidates else None
    sentence = next(s for s in readable if s.start <= first.start() < s.end)
    return Event(kind, span_of(first.span()), by, direct=False), sentence


def _gathered(plain: str, sentence: Span) -> list[Body]:
    """The bodies that the sentence names, first those whose members it names together."""
    members = (body_at(plain, match.end()) for match in _MEMBERS.finditer(plain, *sentence))
    return [*(body for body in members if body), *find_bodies(plain, *sentence)]


def _name(document: Document, event: Event, sentence: Span, told: list[tuple[Event, Span]]) -> Name:
    """Number, term and period, from the meeting's own sentence first, then from other tellings of it."""
    own = find_name(document, event.span, event.by.span if event.by else None, sentence)
    number, term, period = own.number, own.term, own.period
    if event.kind == "council session":  # "tại kỳ họp thứ 11 HĐND tỉnh, Chủ tịch HĐND tỉnh điều hành phiên chất vấn"
        told = [*told, *((e, sentence) for e in find_meetings(document.plain, sentence, occasions=True))]
    for other, place in told:
        if other.kind == event.kind and other.by and event.by and other.by.name == event.by.name:
            more = find_name(document, other.span, other.by.span, place)
            number, term, period = number or more.number, term or more.term, period or more.period
    return Name(number, term, period, own.span)


def _period(named: DateMention | None, held: str | None) -> str | None:
    if named is None:
        return None
    year = int(held[:4]) if held else None
    in_month = int(held[5:7]) if held and held[5:7].isdigit() else None
    if year and in_month and named.month and named.month > in_month + 6:
        year -= 1
    return named.iso(year)
