"""Why no figure was read at a place."""

from __future__ import annotations

import re

from meetings.extraction.figure_parts import figure_parts
from meetings.extraction.indicators import objection
from meetings.extraction.quantities import FIGURE, Quantity, read_quantity
from meetings.extraction.spans import Span
from meetings.extraction.why.study import Place, Study

_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
_UNIT = re.compile(r"\s?(?:%|[^\W\d_]+(?: [^\W\d_]+)?)")
_ORDINAL = re.compile(r"(?<!\w)(?:thứ|khóa|lần) $", re.IGNORECASE)
_AGE = re.compile(r"\s?tuổi(?!\w)(?! thọ)", re.IGNORECASE)
# What an indicator's unit asks of the words around it; see `indicators.objection`.
ASKED = {
    "counts people at the meeting": "it counts people, votes or opinions at the meeting",
    "size or price of one thing": "it is the size or price of one thing, not an indicator",
    "a single work that is asked for": "it is a single work that somebody asks for, not an indicator",
    "what one person complains about": "it is what one person's complaint is about, not an indicator",
    "names which ones": "the names behind it tell which ones, so it does not count towards an indicator",
    "people or places at the meeting": "it counts who or what took part",
    "no word of change before it": "in this unit only a change counts, and no “tăng” or “giảm” is there",
    "no index named before it": "in this unit only an index has figures, and none is named before it",
    "no share of a total": "in this unit only a share of a total counts, as in “3/5”",
    "no standard reached": "in this unit only a standard reached counts, such as “đạt chuẩn nông thôn mới”",
    "nothing done with the works": "works count only where they are begun, finished or attracted",
    "neither jobs nor training": "people count only where jobs, training, poverty or population are spoken of",
    "no help for households": "households count only where they are helped or lifted out of poverty",
    "no criteria met": "criteria count only where they are met, not where they are listed",
    "nothing made or aimed at": "things count only where they are made, reached or aimed at",
    "a unit of no indicator": "the table units.csv gives this unit to no indicator",
}


def why_no_figure(study: Study, place: Place) -> str:
    """Why the numbers at `place` are no figures of an indicator."""
    plain = study.document.plain
    number = next((m for m in _NUMBER.finditer(plain, *place.block.span) if Span(*m.span()).overlaps(place.span)), None)
    if number is None or not Span(*number.span()).overlaps(place.span):
        return "no number stands in it"
    if place.block.kind not in ("paragraph", "bullet"):
        return f"in a line taken for {place.block.kind} no figures are looked for"
    words, span = f"“{number[0]}”", Span(*number.span())
    for date in study.found.dates:
        if date.span.overlaps(span):
            return f"{words} belongs to the date {study.told(date.span)}"
    for ref in study.found.legal_refs:
        if ref.span.overlaps(span):
            return f"{words} belongs to the document {study.told(ref.span)}"
    if _AGE.match(plain, number.end()):
        return f"{words} is an age"
    for match in FIGURE.finditer(plain, *place.sentence):
        if Span(*match.span()).overlaps(span):
            return _refused(study, place, match)
    return _without_unit(study, number)


def _refused(study: Study, place: Place, match: re.Match[str]) -> str:
    document, plain = study.document, study.document.plain
    words = f"“{match[0]}”"
    read = read_quantity(document, place.sentence, match)
    if not isinstance(read, Quantity):
        return {
            "rank": f"{words} is a rank, or the greater number comes first",
            "how old somebody is": f"{words} is an age",
            "the unit is part of another word": f"what looks like a unit in {words} is part of another word",
        }.get(read, f"{words} is no figure: {read}")
    for part in figure_parts(document, place.sentence, bytes(len(plain))):
        if part.quantity.number == read.number:
            asked = objection(part.quantity, part.lead.of(plain), part.tail.of(plain))
            return f"{words}: {ASKED.get(asked, asked)}" if asked else f"{words} stands inside another figure"
    return f"{words} stands inside another figure"


def _without_unit(study: Study, number: re.Match[str]) -> str:
    plain, words = study.document.plain, f"“{number[0]}”"
    if before := _ORDINAL.search(plain, max(0, number.start() - 8), number.start()):
        return f"“{before[0].strip()}” before {words} makes it an ordinal, and it has no unit"
    unit = _UNIT.match(plain, number.end())
    behind = f"“{unit[0].strip()}” behind {words} is none" if unit else f"nothing behind {words} is one"
    return f"a figure needs a unit of the table units.csv, and {behind}"
