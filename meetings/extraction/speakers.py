"""Who is referred to: names and titles that stand together, resolved to one person with his rank."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import field
from typing import NamedTuple

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.document import Document
from meetings.extraction.people import People
from meetings.extraction.ranks import branch_of, first_office, rank_of
from meetings.extraction.records import dataclass
from meetings.extraction.spans import Span
from meetings.extraction.titles import Title
from meetings.extraction.wording import opening_words

# What may stand between the parts of one reference: "{title}, {title} {name}", "{name} - {title}".
_TOGETHER = re.compile(r"(?:,? |\s?- ?|, kiêm | kiêm |, đồng thời là |(?:,? )(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) )\Z")
_PRESIDES = WordPattern(opening_words(["chủ trì", "điều hành", "chủ tọa"], any_case=True) + r"(?! phối|, phối)(?!\w)")
_HEADS_DELEGATION = "trưởng đoàn"
_SENTENCE_END = re.compile(r"[.\n]")
_BEHIND = 90
_MOST_KEPT = 4096  # speakers made out; a press text has a few dozen


class Speaker(NamedTuple):
    """Who speaks: `name`, or `title` where only an office or a body is named.

    `rank` tells whom he may order: "leader", "national", "overseer" (of a board that supervises), "official" (head of
    an agency), "district", "body", or "other" for whoever has no office. `branch` is an official's own field.
    """

    name: str | None
    title: str | None
    rank: str = "leader"
    branch: str = ""


class Reference(NamedTuple):
    """Words that refer to one speaker, with the titles among them."""

    span: Span
    name: str | None
    titles: tuple[Title, ...]


class Subject(NamedTuple):
    """The speaker of a clause and the words that say so; `speaker` is None for "đồng chí", the one before."""

    span: Span
    speaker: Speaker | None


@dataclass(frozen=True, slots=True, eq=False)
class References:
    """All references of a text to single persons, in order; two are the same only as one object."""

    people: People
    items: tuple[Reference, ...]
    starts: tuple[int, ...]
    offices: dict[str, list[Title]] = field(default_factory=dict, repr=False)
    _speakers: dict[Span | str | None, Speaker] = field(default_factory=dict, repr=False)

    def within(self, start: int, end: int) -> tuple[Reference, ...]:
        """The references that begin in `[start, end)`."""
        first = bisect_left(self.starts, start)
        return self.items[first : bisect_left(self.starts, end, first)]

    def speaker(self, reference: Reference) -> Speaker:
        """The person meant: by name, else the one holder of a title that the text names, else the title.

        A reference with titles is known by where it stands, another by its name: each is made out once.
        """
        key = reference.span if reference.titles else reference.name
        if (known := self._speakers.get(key)) is None:
            if len(self._speakers) >= _MOST_KEPT:
                self._speakers.clear()
            known = self._speakers[key] = self._made_out(reference)
        return known

    def _made_out(self, reference: Reference) -> Speaker:
        name = reference.name
        for title in reference.titles:
            name = name or self.people.holder(title) or self.people.holder(title, before=reference.span.start)
            name = name or self._head_of_delegation(title) or self._loosely(title)
        titles = [*reference.titles, *(self._offices(name) if name else ())]
        offices = [title.canonical for title in titles]
        return Speaker(name, None if name or not titles else titles[0].text, rank_of(offices), branch_of(offices))

    def _head_of_delegation(self, title: Title) -> str | None:
        """The one who heads the delegation that the text is about, whatever it is called."""
        heads = self.people.bearers(_heads_delegation, True) if _heads_delegation(title.canonical) else ()
        return next(iter(heads)) if len(heads) == 1 else None

    def _loosely(self, title: Title) -> str | None:
        """The one holder of the same office under another name: "Chủ tịch UBND tỉnh" for "Chủ tịch {province}"."""
        office = first_office(title.canonical)
        if not office or title.plural or title.generic or title.state != "current":
            return None
        names = self.people.bearers(first_office, office)
        return next(iter(names)) if len(names) == 1 else None

    def _offices(self, name: str) -> list[Title]:
        """The titles printed beside a name, each office once: long texts repeat them often."""
        if name not in self.offices:
            titles = reversed(self.people.titles_of(name))
            self.offices[name] = list({title.canonical: title for title in titles}.values())[::-1]
        return self.offices[name]


def _heads_delegation(title: str) -> bool:
    return title.lower().startswith(_HEADS_DELEGATION)


def _is_kind(title: Title) -> bool:
    """Whether the title means a kind of people: several, any, or "đại biểu", whom there are many of."""
    return title.plural or title.generic or title.canonical.startswith("Đại biểu")


def find_references(document: Document, people: People) -> References:
    """The names and titles of `people`, those that stand together brought to one reference."""
    pieces: list[tuple[Span, str | None, Title | None]] = [(m.span, m.name, None) for m in people.mentions]
    pieces += [(title.span, None, title) for title in people.titles if not _is_kind(title)]
    found: list[tuple[Span, str | None, list[Title]]] = []
    for span, name, title in sorted(pieces, key=lambda piece: piece[0]):
        last, known, titles = found[-1] if found else (Span(0, 0), None, [])
        if span.start < last.end:
            continue
        between = document.plain[last.end : span.start]
        if found and _TOGETHER.match(between) and not (name and (known or "," in between)):
            titles += [title] if title else []
            found[-1] = (Span(last.start, span.end), known or name, titles)
        else:
            found.append((span, name, [title] if title else []))
    references = tuple(Reference(span, name, tuple(titles)) for span, name, titles in found)
    return References(people, references, tuple(reference.span.start for reference in references))


def find_chairs(document: Document, references: References) -> frozenset[str | None]:
    """The names of those who are said to preside: "{name}, {title} chủ trì", "Điều hành phiên họp, {name}"."""
    found: set[str | None] = set()
    plain = document.plain
    for match in _PRESIDES.finditer(plain):
        before = references.within(max(0, match.start() - 200), match.start())
        if before and not _SENTENCE_END.search(plain, before[-1].span.end, match.start()):
            several = plain.endswith(("đồng ", "cùng "), 0, match.start())
            found.update(r.name for r in (before if several else before[-1:]))
        elif match[0][0].isupper() or plain.endswith(("Đồng ", "Người "), 0, match.start()):
            behind = references.within(match.end(), match.end() + _BEHIND)
            if behind and not _SENTENCE_END.search(plain, match.end(), behind[0].span.start):
                found.add(behind[0].name)
    return frozenset(found - {None})
