"""Why no title of office was read at a place."""

from __future__ import annotations

import re

from meetings.extraction.people import UNREAD
from meetings.extraction.spans import Span
from meetings.extraction.titles import Title, heads, read_title
from meetings.extraction.why.study import Place, Study

_ABBREVIATION = re.compile(r"(?<![\w/.-])[A-ZĐƯ]{2,}(?:[&.-][A-ZĐƯ]+)*(?![\w/-])")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")


def why_no_role(study: Study, place: Place) -> str:
    """Why nobody is given a title by the words at `place`."""
    if place.block.kind in UNREAD:
        return f"in a line taken for {place.block.kind} no titles are looked for"
    if title := next((t for t in study.found.people.titles if t.span.overlaps(place.span)), None):
        return _not_given(study, title)
    plain = study.document.plain
    for head in heads()[0].finditer(plain, *place.block.span):
        if Span(*head.span()).overlaps(place.span):
            return _no_title(study, head)
    if (short := _ABBREVIATION.search(plain, *place.span)) and not any(char.isdigit() for char in short[0]):
        return f"“{short[0]}” is no abbreviation of the table title_heads.csv"
    return "no word of the table title_heads.csv, with which titles begin, stands in it"


def _no_title(study: Study, head: re.Match[str]) -> str:
    plain = study.document.plain
    refused = read_title(plain, head)
    words = f"“{head[0]}”"
    if refused == "no body behind it":
        return f"{words} is a title only with a body behind it, and none follows"
    if refused == "inside another word or body":
        before = _WORD_BEFORE.search(plain, max(0, head.start() - 12), head.start())
        return f"“{before[1] if before else ''}” before {words} makes it part of a body's name or of another word"
    if refused == "small letter":
        return f"{words} is a title only with a capital, or before “ban” or “đoàn”"
    return f"{words} belongs to the title before it"


def _not_given(study: Study, title: Title) -> str:
    words = study.told(title.span)
    people = study.found.people
    for person in people.persons:
        if any(title in holding.titles for holding in person.holdings):
            roles = [r for r in study.extraction.roles if r.official == person.name]
            first = next((r for r in roles if r.canonical == title.canonical), None)
            if first:
                return f"that {person.name} has this title was read at its first place, line {_line(study, first.span)}"
            fuller = next((r for r in roles if r.title.casefold().startswith(title.text.casefold())), None)
            full = f"“{fuller.title}”" if fuller else "another title"
            return f"{words} is a short form of {full}, which {person.name} has"
    if title.generic:
        return f"{words} means the holders in many bodies, not one person"
    if title.plural:
        return f"{words} means several people, none of whom is named beside it"
    if holder := people.holder(title, title.span.start):
        return f"nobody is named beside {words}; it means {holder}, to whom the text gives it elsewhere"
    return f"nobody is named beside {words}, and the text gives it to nobody else"


def _line(study: Study, span: Span) -> int:
    return study.line(span.start)
