"""What a meeting is called on a page: in the text's own words where they name it, else by kind, body and period."""

from __future__ import annotations

import re

from meetings.extraction.document import Document
from meetings.extraction.meeting_events import Event, find_meetings
from meetings.extraction.spans import Span

# Where the name of a meeting ends: at a mark, or at the verb or preposition that goes on to tell of it.
_NAME_ENDS = re.compile(
    r"[,.;:\n(]| (?:để|nhằm|dưới|do|có|đã|sẽ|chủ trì|được|diễn ra|tập trung|nghe|cho ý kiến|xem xét|thảo luận|này|trên|"
    r"tại|cùng|khai mạc|bế mạc)(?!\w)"
)
_NOUN = re.compile(
    r"(?:phiên|cuộc họp|buổi|kỳ họp|hội nghị|họp|giao ban|tiếp công dân|tiếp dân|làm việc|đại hội)(?!\w)", re.IGNORECASE
)
_NOUN_OF_KIND = {
    "regular_session": "Phiên họp thường kỳ",
    "thematic_session": "Phiên họp chuyên đề",
    "council_session": "Kỳ họp",
    "committee_plenum": "Hội nghị",
    "standing_committee_meeting": "Họp",
    "briefing": "Hội nghị giao ban",
    "working_session": "Buổi làm việc của",
    "citizen_reception": "Buổi tiếp công dân của",
    "conference": "Hội nghị",
    "other": "Cuộc họp",
}
_LONGEST_SECTION_LABEL = 40


def title_of(
    document: Document, event: Event, headings: list[Span], sentence: Span, *, kind: str, number: int | None,
    period: str | None,
) -> tuple[str, str]:  # fmt: skip
    """The title, and the rule that made it: "heading", "words of the lead" or "composed".

    A heading counts where it names the meeting itself; a section label before the body's name ("Thời sự Thường trực
    Tỉnh ủy họp") is cut off. Words of the lead count where they begin with a noun for a meeting and say more than it.
    """
    for heading in headings:
        named = next((other for other in find_meetings(document.plain, heading) if other.kind == event.kind), None)
        if named is not None:
            return _without_label(document, heading, named), "heading"
    body = event.by.name if event.by else ""
    if _NOUN.match(document.plain, event.span.start):
        stop = _NAME_ENDS.search(document.plain, event.span.end, sentence.end)
        words = " ".join(document.text[event.span.start : stop.start() if stop else sentence.end].split())
        named_more = len(words.split()) > len(event.span.of(document.text).split())
        if named_more and body.casefold() in words.casefold():
            return words[:1].upper() + words[1:], "words of the lead"
        if named_more and body:
            return f"{words[:1].upper()}{words[1:]} của {body}", "words of the lead"
    return _composed(kind, body, number, period), "composed"


def _without_label(document: Document, heading: Span, named: Event) -> str:
    starts = [named.span.start, *([named.by.span.start] if named.by else [])]
    first = min(start for start in starts if start >= heading.start)
    label = document.text[heading.start : first]
    cut = first if 0 < len(label) <= _LONGEST_SECTION_LABEL and not re.search(r"[:,\"“]", label) else heading.start
    words = " ".join(document.text[cut : heading.end].split())
    return words[:1].upper() + words[1:]


def _composed(kind: str, body: str, number: int | None, period: str | None) -> str:
    """E.g. "Phiên họp thường kỳ UBND tỉnh tháng 10/2025": a description, not a quotation."""
    parts = [_NOUN_OF_KIND[kind]]
    if number is not None:
        parts.append(f"thứ {number}" if kind == "council_session" else f"lần thứ {number}")
    if body:
        parts.append(body)
    if period:
        parts.append(_in_words(period))
    return " ".join(parts).removesuffix(" của")


def _in_words(period: str) -> str:
    year, _, part = period.partition("-")
    if not part:
        return f"năm {year}"
    return f"quý {['I', 'II', 'III', 'IV'][int(part[1]) - 1]}/{year}" if part[0] == "Q" else f"tháng {int(part)}/{year}"
