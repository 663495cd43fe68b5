"""What a sentence of a lead tells first: a meeting, or something else (a ceremony, a document, a visit)."""

from __future__ import annotations

import re

from meetings.extraction.beginnings import WordPattern, made_once
from meetings.extraction.held import is_called_off
from meetings.extraction.lexicon import table
from meetings.extraction.meeting_events import Event, find_holders, find_meetings
from meetings.extraction.meeting_words import find_nouns, is_other, without_asides
from meetings.extraction.spans import Span, matchable

# A visit or rite is one only close behind whoever makes it; "Kiểm tra" in a body's name has a capital.
_AFTER_HOLDER = 60
# "chủ trì buổi ‹gặp mặt› các chủ tàu": whoever presides over it has called people together to confer.
_PRESIDED = re.compile(r"(?<!\w)chủ trì (?:buổi |cuộc )?\Z")
# "đánh giá công tác ‹kiểm tra›" names a kind of work.
_WORK = ("sẽ ", "công tác ", "việc ", "kết quả ", "qua ", "đoàn ", "chức năng ", "kế hoạch ", "cuộc ", "tăng cường ")
# "giao ‹Thanh tra tỉnh› kiểm tra …" is to be done.
_ORDERED = re.compile(r"(?<!\w)(?:giao|yêu cầu|đề nghị|chỉ đạo|phân công|nhắc)(?: cho| các)? \Z", re.IGNORECASE)


@made_once
def _others() -> tuple[tuple[str, WordPattern], ...]:
    """Kinds of events with their patterns."""
    return tuple(
        (row["kind"], WordPattern(matchable(row["pattern"]), 0 if row["kind"] == "visit" else re.IGNORECASE))
        for row in table("other_events")
    )


def _first(pattern: WordPattern, plain: str, sentence: Span, text: str, limit: int) -> re.Match[str] | None:
    """The first match in `text[:limit]`, which is the sentence without its asides."""
    for place in pattern.places(plain, sentence.start, sentence.start + limit):
        if match := pattern.match(text, place - sentence.start, limit):
            return match
    return None


def find_event(plain: str, sentence: Span) -> Event | None:
    """The first event that the sentence tells, with who held it; None where it tells none."""
    text = without_asides(plain, sentence)
    noun = next((m for m in find_nouns(plain, sentence, text) if not is_other(text, m)), None)
    if noun and is_called_off(text, noun):
        return Event("cancelled", Span(sentence.start + noun.start(), sentence.start + noun.end()))
    limit = noun.start() if noun else len(text)
    for kind, pattern in _others():
        match = _first(pattern, plain, sentence, text, limit)
        if match is None:
            continue
        at = sentence.start + match.start()
        bodies = find_holders(plain, sentence, text)
        if any(by.span.start <= at < by.span.end for by in bodies):
            continue  # "Ban ‹Tổ chức Lễ hội› hoa" is named after what it prepares
        if kind in ("visit", "rite") and not any(
            0 <= at - by.span.end <= _AFTER_HOLDER and not _ORDERED.search(plain, sentence.start, by.span.start)
            for by in bodies
        ):
            continue
        if kind == "visit" and text.endswith(_WORK, 0, match.start()):
            continue
        if presided := _PRESIDED.search(text, 0, match.start()):
            by = next((body for body in bodies if body.span.end - sentence.start <= presided.start()), None)
            return Event("session", Span(at, sentence.start + match.end()), by, direct=False)
        return Event(kind, Span(at, sentence.start + match.end()))
    return next(iter(find_meetings(plain, sentence)), None)
