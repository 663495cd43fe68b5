"""Why no deadline was read at a place."""

from __future__ import annotations

from meetings.extraction.dates import DateMention, find_dates
from meetings.extraction.deadlines import find_deadlines, read_dated
from meetings.extraction.facts import Deadline
from meetings.extraction.why.study import Place, Study

_NO_DEADLINE = "neither a date nor words of a deadline, such as “trong tuần này” or “khẩn trương”, stand in it"


def why_no_deadline(study: Study, place: Place) -> str:
    """Why nothing is due by the words at `place`."""
    order = next((d for d in study.extraction.directives if d.span.overlaps(place.span)), None)
    within = order.span if order else place.sentence
    reference = study.found.reference
    date = next((d for d in find_dates(study.document, within) if d.span.overlaps(place.span)), None)
    if date:
        read = read_dated(study.document, within, date, reference)
        if not isinstance(read, Deadline):
            return _refused(study, date, read)
    found = [due for due in find_deadlines(study.document, within, reference) if due.span.overlaps(place.span)]
    if not found:
        return _NO_DEADLINE
    words = study.told(found[0].span)
    if order is None:
        return f"{words} would be a deadline, but no order is read here that could have one"
    if order.deadline is None:
        return f"{words} stands before whoever gives the order, so it tells when he spoke"
    return (
        f"{words} is one, but an order keeps only one, and {study.told(order.deadline.span)} is the firmer or the first"
    )


def _refused(study: Study, date: DateMention, reason: str) -> str:
    words = study.told(date.span)
    return {
        "of a document": f"{words} is the date of a document, whose number stands before it",
        "stamp": f"{words} tells when the report appeared",
        "so far": f"{words} tells since when or up to when something has been, by the words before it",
        "bare year": f"{words} is a year without “cuối” or “trong” to make it a time by which something is due",
        "condition": f"{words} is when those stand so who are told of, so it sets no day",
        "past": f"{words} lies before the meeting, so nothing can be due by it",
        "no cue": f"no words such as “trước” or “chậm nhất” lead to {words}",
    }.get(reason, f"{words} is no deadline by the rule “{reason}”")
