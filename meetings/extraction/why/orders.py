"""Why no order was read at a place: what spoke against its verb, and what else was missing."""

from __future__ import annotations

import re

from meetings.extraction.givers import NOUN_AFTER, NOUN_BEFORE, Clause, clause_of, giver_of
from meetings.extraction.spans import Span
from meetings.extraction.speakers import Subject
from meetings.extraction.statements import ENDS, finding, time_gone_by
from meetings.extraction.verbs import ORDER, order_kind
from meetings.extraction.why.study import Place, Study

_NO_VERB = "no order verb of the table order_verbs.csv stands in its part of the sentence"
# What was missing where orders were looked for; see `Reader.left`.
MISSING = {
    "quoted": "the sentence opens with a quotation mark, and what is quoted is told of, not handed out",
    "lead-in": "the sentence only announces the tasks that follow it",
    "heads a list": "the line only names who is told by the lines below it",
    "not his to order": "whoever asks stands below those asked, or presides over nothing, so it is a request to them",
    "housekeeping": "it only asks those present to discuss",
    "nobody orders": "nobody has begun to give orders, and no leader has the floor",
    "nobody orders those told": "it begins with somebody who could be told, but nobody gives orders here",
    "no giver": "nobody gives orders here and none run on from the sentence before",
    "goes on no order": "it names nobody who is told, and the part before it is no order that it could go on",
    "the speaker himself": "it begins with the speaker himself, of whom it only tells",
    "no task": "orders are being given, but it begins with nobody who is told and with nothing to do",
    "too long": "the sentence has no end in sight, as tables and broken text have",
}


def why_no_order(study: Study, place: Place) -> str:
    """Why nobody is told to do anything by the words at `place`."""
    if place.block.kind not in ("paragraph", "bullet", "heading"):
        return f"in a line taken for {place.block.kind} no orders are looked for"
    left = study.orders.left
    parts = [span for span in left if span.overlaps(place.span)]
    if not parts:
        return _beside(study, place)
    part = min(parts, key=lambda span: (span.end - span.start, span.start))
    reason, running = left[part]
    missing = _why_left(study, part, reason)
    if reason in ("quoted", "lead-in", "heads a list", "not his to order", "housekeeping", "too long"):
        return missing
    verbs = [Span(*match.span()) for match in ORDER.finditer(study.document.plain, *part)]
    if not verbs:
        return "; ".join(filter(None, [missing, _NO_VERB]))
    asked = next((verb for verb in verbs if verb.overlaps(place.span)), None)
    against = _against_verb(study, asked or verbs[0], part, running=running)
    return "; ".join(filter(None, [against, missing] if asked else [missing, against]))


def _beside(study: Study, place: Place) -> str:
    """For words outside the parts that were looked at."""
    if place.block.kind == "heading":
        return "in a heading no orders are looked for"
    orders = [d.span for d in study.extraction.directives if d.span.overlaps(place.sentence)]
    if orders:
        return f"the order of its sentence is read from other words, {study.told(orders[0])}"
    return "it is a mark that no sentence holds"


def _why_left(study: Study, part: Span, reason: str) -> str:
    plain = study.document.plain
    if reason == "statement" and (told := finding(plain, part, study.orders.passage.references)):
        return f"“{told[0].strip()}” makes it tell how things are"
    if reason == "past" and (gone := time_gone_by(plain, part, study.found.reference)):
        return f"“{gone[0]}” opens it, so it tells of a time gone by"
    if reason in ("nobody orders", "no giver", "no task") and (ends := ENDS.match(plain, *part)):
        return f"“{ends[0]}” begins something else than orders, and nobody gives any in it"
    return MISSING.get(reason, "")


def _against_verb(study: Study, verb: Span, part: Span, *, running: bool) -> str:
    """What speaks against the order verb in the part."""
    plain = study.document.plain
    match = ORDER.match(plain, *verb)
    clause = clause_of(plain, *part, study.orders.passage.references, running=running)
    if match is None:
        return ""
    giver, objection = giver_of(plain, clause, match)
    return _objection(study, clause, match, giver, objection)


def _objection(study: Study, clause: Clause, verb: re.Match[str], giver: Subject | None, objection: str) -> str:
    plain, words = study.document.plain, f"“{verb[0]}”"
    if objection == "noun by the words before":
        before = NOUN_BEFORE.search(plain, max(clause.start, verb.start() - 24), verb.start())
        return f"“{before[0].strip() if before else ''}” before {words} makes it a noun or another word"
    if objection == "noun by the words after":
        after = NOUN_AFTER.match(plain, verb.end(), clause.end)
        return f"“{after[0].strip(' ,') if after else ''}” behind {words} makes it a noun or another word"
    who = study.told(giver.span) if giver else "nobody"
    told = {
        "task of those told": f"{words} is itself what those told shall do",
        "no giver": f"{words} is an order verb, but nobody stands before it who gives the order",
        "inside the clause": f"{words} is an order verb, but it neither opens the clause nor has a giver in it",
        "reported": f"{words} stands in what {who} reports to have ordered earlier",
        "behind another verb": f"another verb stands between {who} and {words}, so it belongs to that one",
        "told of a body": f"{words} only tells what {who} did",
        "other words between": f"words stand between {who} and {words} that do not join them",
    }
    if objection:
        return told.get(objection, "")
    if order_kind(verb[0])[1]:
        return f"{words} orders only with somebody told behind it, and nobody is named there"
    return f"{words} points at something, it asks for nothing"
