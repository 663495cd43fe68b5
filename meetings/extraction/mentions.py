"""Every place where an official's name stands, outside credits, streets and other people's names."""

from __future__ import annotations

import re

from meetings.extraction.document import Document
from meetings.extraction.facts import NameMention
from meetings.extraction.name_places import places
from meetings.extraction.names import run_at, surname_weight
from meetings.extraction.namesakes import is_credit, is_namesake
from meetings.extraction.persons import Person
from meetings.extraction.sentences import Block
from meetings.extraction.spans import Span
from meetings.extraction.titles import find_titles


def find_mentions(document: Document, readable: list[Block], persons: list[Person]) -> list[NameMention]:
    spelled = {spelling: person.name for person in persons for spelling in person.spellings}
    if not spelled:
        return []
    names = {spelling.upper(): name for spelling, name in spelled.items() if " " in spelling} | spelled
    found: dict[int, NameMention] = {}
    for person in persons:
        for holding in person.holdings:
            found[holding.span.start] = NameMention(holding.span, holding.rule, person.name)
    for span in places(document.plain, (block.span for block in readable), names):
        if span.start not in found and not whose_else(document.plain, span):
            found[span.start] = NameMention(span, "named before", names[span.of(document.plain)])
    return [found[start] for start in sorted(found)]


def whose_else(plain: str, span: Span) -> str:
    """Whose the name is if not the official's: a street's, a photographer's, part of a longer one; "" if it is his."""
    if is_namesake(plain, span.start):
        return "namesake"
    if is_credit(plain, span.start):
        return "credit"
    if re.match(r" [^\W\d_]", plain[span.end : span.end + 2]) and not span.of(plain).isupper():
        longer = run_at(plain, span.start)
        if longer.size > len(span.of(plain).split()) and not find_titles(plain, span.end, span.end + 24):
            return "longer name"
    before = re.search(r"([^\W\d_]+) $", plain[max(0, span.start - 10) : span.start])
    tail = before and before[1][0].isupper() and surname_weight(run_at(plain, span.start - len(before[0]))) > 1
    return "longer name" if tail else ""
