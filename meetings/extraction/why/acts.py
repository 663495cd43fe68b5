"""Why nobody was read as doing something at a place."""

from __future__ import annotations

from meetings.extraction.acts import Deed, deed_at
from meetings.extraction.doings import OBJECT, ORDERS, Told, told_in
from meetings.extraction.parties import Party, find_parties
from meetings.extraction.people import UNREAD
from meetings.extraction.spans import Span
from meetings.extraction.why.study import Place, Study

_LEAST = 40  # characters of a sentence before a person in which a word can make him an object


def why_no_act(study: Study, place: Place) -> str:
    """Why nobody is told to have chaired, attended, spoken, reported or concluded by the words at `place`."""
    if place.block.kind in UNREAD:
        return f"in a line taken for {place.block.kind} nobody's acts are looked for"
    deed = _deed_in(study, place.span)
    if deed is None:
        return "no verb of the table participation.csv stands in it"
    told = told_in(study.document.plain, place.sentence, study.found.people)
    if mine := next((t for t in told if t.deed.span.overlaps(deed.span)), None):
        return _told_already(study, mine)
    parties = find_parties(study.document.plain, place.sentence, study.found.people)
    if not parties:
        return f"{study.told(deed.span)} is such a verb, but nobody in office is named in its sentence"
    return _nobodys(study, place.sentence, deed, parties, told)


def _told_already(study: Study, told: Told) -> str:
    for act in study.extraction.appearances:
        if (act.official or act.title) == told.who and act.act == told.deed.act:
            return f"that {told.who} {act.act} was read at its first place, line {study.line(act.span.start)}"
    words = study.told(told.deed.span)
    return f"{words} only implies that {told.who} spoke, and the text says elsewhere that he reported or concluded"


def _deed_in(study: Study, span: Span) -> Deed | None:
    """The first act whose words begin under `span`, or have begun before it and reach into it."""
    plain = study.document.plain
    start = max(0, span.start - _LEAST)
    for at in range(start, span.end):
        if plain[at - 1 : at].isalnum() or not plain[at].isalpha():
            continue
        deed = deed_at(plain, at, len(plain))
        if deed and deed.span.overlaps(span):
            return deed
    return None


def _nobodys(study: Study, sentence: Span, deed: Deed, parties: list[Party], told: list[Told]) -> str:
    plain, words = study.document.plain, study.told(deed.span)
    party = next((p for p in reversed(parties) if p.span.end <= deed.span.start), None)
    if party is None:
        who = study.told(parties[0].span)
        return f"{words} stands before {who}, but not where the sentence or a part of it begins"
    who = study.told(party.span)
    if spoken_of := OBJECT.search(plain, sentence.start, party.span.start):
        return f"“{spoken_of[0].strip()}” before {who} makes them the ones spoken of, not those who act"
    orders = [
        t.deed.span for t in told if t.deed.span.end <= party.span.start and ORDERS.match(plain, t.deed.span.start)
    ]
    if any(";" not in plain[order.end : party.span.start] for order in orders):
        return f"{words} is what {who} are told to do"
    between = Span(party.span.end, deed.span.start)
    if between.of(plain).strip():
        return f"{study.told(between)} stands between {who} and {words}"
    plainer = [t for t in told if (t.official, "" if t.official else t.who) in party.members]
    says = f"{study.told(plainer[0].deed.span)} says more plainly what they did" if plainer else "nobody is meant"
    return f"{words} only implies that {who} spoke, and {says}"
