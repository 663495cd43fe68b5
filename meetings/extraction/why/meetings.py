"""Why the words at a place tell no meeting, or not the one that the text reports."""

from __future__ import annotations

import re

from meetings.extraction.detection import told_sentences
from meetings.extraction.held import is_called_off, is_habit, is_to_come
from meetings.extraction.meeting_events import find_meetings
from meetings.extraction.meeting_words import is_other, nouns, without_asides
from meetings.extraction.spans import Span
from meetings.extraction.why.study import Place, Study


def why_no_meeting(study: Study, place: Place) -> str:
    """Why the words at `place` do not tell the meeting that the text reports."""
    plain, sentence = study.document.plain, place.sentence
    for noun in nouns()[0].finditer(sentence.of(plain)):
        if Span(sentence.start + noun.start(), sentence.start + noun.end()).overlaps(place.span):
            return _refused(study, place, noun)
    return "no word of the table meeting_nouns.csv stands in it"


def _refused(study: Study, place: Place, noun: re.Match[str]) -> str:
    plain, sentence, words = study.document.plain, place.sentence, f"“{noun[0]}”"
    text = without_asides(plain, sentence)
    if place.block.kind not in ("paragraph", "bullet", "heading"):
        return f"in a line taken for {place.block.kind} no meeting is looked for"
    told = told_sentences(plain, study.blocks)
    if place.block.kind != "heading" and not any(lead.overlaps(sentence) for lead in told):
        return f"{words} stands below the lead, and the lead and the headings tell which meeting is reported"
    if is_called_off(text, noun):
        return f"the words behind {words} say that it was called off or put off"
    if is_habit(text, noun):
        return f"{words} is only said to be held as a rule, on no day"
    if is_to_come(text, noun):
        return f"{words} is still to come"
    at = Span(sentence.start + noun.start(), sentence.start + noun.end())
    events = (*find_meetings(plain, sentence), *find_meetings(plain, sentence, occasions=True))
    by = next((event.by for event in events if event.span == at), None)
    if by and by.level != "province":
        return f"{words} is held by {study.told(by.span)}, which is no body of the province"
    if text[noun.start()] == " ":
        return f"{words} stands in a clause of place, time or occasion, which only leads to what is told"
    if is_other(text, noun):
        return f"the words before {words} make it another meeting than the one told"
    if by is None:
        return f"nobody is named in its sentence who holds {words}"
    meeting = study.extraction.meeting
    main = study.told(meeting.span) if meeting and meeting.span.end > meeting.span.start else "other words"
    return f"the meeting was read from {main}, and {words} tells it again or tells of another one"
