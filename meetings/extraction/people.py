"""The officials of a text: who is named in an office, every place where the name stands, who holds which title."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from meetings.extraction.document import Document
from meetings.extraction.facts import NameMention
from meetings.extraction.names import is_namesake, run_at, surname_weight
from meetings.extraction.rosters import Holding, find_holdings
from meetings.extraction.sentences import Block, split_blocks
from meetings.extraction.spans import Span, matchable
from meetings.extraction.spellings import same_name
from meetings.extraction.title_forms import canonical_title, write_out
from meetings.extraction.titles import Title, find_titles

_CREDIT = re.compile(r"(?:ảnh|tin|bài|thực hiện|nguồn|clip|video|đồ họa)(?: [^:\n.]{0,20})?: ?$", re.IGNORECASE)
_UNREAD = ("noise", "byline", "header")


@dataclass(slots=True)
class Person:
    """An official: the settled name, the spellings met, and the places where titles stand beside the name."""

    name: str
    spellings: set[str]
    holdings: list[Holding]

    @property
    def titles(self) -> list[Title]:
        """All titles printed beside the name, in the order of the text."""
        return [title for holding in self.holdings for title in holding.titles]


@dataclass(frozen=True, slots=True)
class People:
    """The officials of one text. Who is meant by a title alone is answered by `holder`."""

    persons: tuple[Person, ...]
    mentions: tuple[NameMention, ...]
    titles: tuple[Title, ...]
    blocks: tuple[Block, ...] = field(repr=False)

    def holder(self, title: Title | Span | str, before: int | None = None) -> str | None:
        """The name of the one person whom the text gives `title`; None when nobody, several or a kind is meant.

        `title` may be a `Title`, the span of one, or words: `"Chủ tịch UBND tỉnh"`. Where several hold it,
        `before` (an offset) asks for the only one named before it.
        """
        if isinstance(title, Span):
            found = next((t for t in self.titles if t.span.overlaps(title)), None)
            if found is None:
                return None
            title = found
        if isinstance(title, str):
            wanted = canonical_title(write_out(matchable(title)))
        elif title.plural or title.generic or title.state != "current":
            return None
        else:
            wanted = title.canonical
        for fits in (_same, _fuller, _standing):
            names = {p.name for p in self.persons if any(fits(t, wanted) for t in p.titles if t.state == "current")}
            if len(names) > 1 and before is not None:
                earlier = {p.name for p in self.persons if any(
                    fits(t, wanted) and h.span.start < before for h in p.holdings for t in h.titles)}  # fmt: skip
                names = earlier or names
            if names:
                return names.pop() if len(names) == 1 else None
        return None

    def named_at(self, position: int) -> str | None:
        """The settled name of the official whose name covers `position`."""
        return next((m.name for m in self.mentions if m.span.start <= position < m.span.end), None)


def _same(title: Title, wanted: str) -> bool:
    return title.canonical == wanted


def _fuller(title: Title, wanted: str) -> bool:
    """ "Bộ trưởng" for "Bộ trưởng Bộ Y tế", "Bí thư Huyện ủy" for "Bí thư Huyện ủy Bình Đại"."""
    return title.canonical.startswith(f"{wanted} ")


def _standing(title: Title, wanted: str) -> bool:
    """ "Phó Chủ tịch UBND tỉnh" for the one "Phó Chủ tịch Thường trực UBND tỉnh"."""
    return re.sub(r" (?:Thường trực|chuyên trách|phụ trách)", "", title.canonical, count=1) == wanted


def find_people(document: Document) -> People:
    """The officials named in `document`, outside bylines, credits and headlines of other articles."""
    blocks = split_blocks(document)
    readable = [block for block in blocks if block.kind not in _UNREAD]
    holdings = [
        h for block in readable for sentence in block.sentences for h in find_holdings(document.plain, sentence)
    ]
    titles = tuple(t for block in readable for t in find_titles(document.plain, *block.span))
    persons = [person for person in _persons(document, holdings) if _in_office(person)]
    mentions = tuple(_mentions(document, readable, persons))
    return People(tuple(persons), mentions, titles, blocks)


def _in_office(person: Person) -> bool:
    """Titled, or addressed as a comrade; never one who has died."""
    if any(title.state == "deceased" for title in person.titles):
        return False
    return bool(person.titles) or any(holding.address in ("đồng chí", "đ/c", "đ.c") for holding in person.holdings)


def _persons(document: Document, holdings: list[Holding]) -> list[Person]:
    """`holdings` brought together by name; spellings that differ by a slip are one when a title is shared."""
    persons: list[Person] = []
    for holding in holdings:
        spelling = holding.span.of(document.plain)
        known = next((p for p in persons if spelling in p.spellings), None) or next(
            (p for p in persons if any(same_name(spelling, s) for s in p.spellings) and _share_title(p, holding)), None
        )
        if known is None:
            persons.append(Person(holding.span.of(document.text), {spelling}, [holding]))
        else:
            known.spellings.add(spelling)
            known.holdings.append(holding)
    for person in persons:
        if len(person.spellings) > 1:
            printed = Counter(h.span.of(document.plain) for h in person.holdings).most_common(1)[0][0]
            first = next(h for h in person.holdings if h.span.of(document.plain) == printed)
            person.name = first.span.of(document.text)
    return persons


def _share_title(person: Person, holding: Holding) -> bool:
    mine = {title.canonical for title in person.titles}
    return any(title.canonical in mine for title in holding.titles)


def _mentions(document: Document, readable: list[Block], persons: list[Person]) -> list[NameMention]:
    names = {spelling: person.name for person in persons for spelling in person.spellings}
    if not names:
        return []
    found: dict[int, NameMention] = {}
    for person in persons:
        for holding in person.holdings:
            found[holding.span.start] = NameMention(holding.span, holding.rule, person.name)
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
    for block in readable:
        for match in pattern.finditer(document.plain, *block.span):
            span = Span(*match.span())
            if span.start not in found and _stands_alone(document.plain, span):
                found[span.start] = NameMention(span, "named before", names[match[0]])
    return [found[start] for start in sorted(found)]


def _stands_alone(plain: str, span: Span) -> bool:
    """Whether the name is nobody else's: not a street's, not a photographer's, not the tail or head of a longer one."""
    if is_namesake(plain, span.start) or _CREDIT.search(plain, max(0, span.start - 30), span.start):
        return False
    if re.match(r" [^\W\d_]", plain[span.end : span.end + 2]):
        longer = run_at(plain, span.start)
        if longer.size > len(span.of(plain).split()) and not find_titles(plain, span.end, span.end + 24):
            return False
    before = re.search(r"([^\W\d_]+) $", plain[max(0, span.start - 10) : span.start])
    return not (before and before[1][0].isupper() and surname_weight(run_at(plain, span.start - len(before[0]))) > 1)
