"""Persons of a text: holdings of one name brought together, whatever the spelling."""

from __future__ import annotations

from dataclasses import dataclass

from meetings.extraction.document import Document
from meetings.extraction.holdings import Holding
from meetings.extraction.spellings import same_name
from meetings.extraction.titles import Title


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


def in_office(person: Person) -> bool:
    """Titled, or addressed as a comrade; never one who has died."""
    if any(title.state == "deceased" for title in person.titles):
        return False
    return bool(person.titles) or any(holding.address in ("đồng chí", "đ/c", "đ.c") for holding in person.holdings)


def bring_together(document: Document, holdings: list[Holding]) -> list[Person]:
    """`holdings` brought together by name; spellings that differ by a slip are one when a title is shared."""
    persons: list[Person] = []
    for holding in holdings:
        spelling = holding.span.of(document.plain)
        known = next((p for p in persons if _is_spelling(spelling, p)), None) or next(
            (p for p in persons if any(same_name(spelling, s) for s in p.spellings) and _share_title(p, holding)), None
        )
        if known is None:
            persons.append(Person(holding.span.of(document.text), {spelling}, [holding]))
        else:
            known.spellings.add(spelling)
            known.holdings.append(holding)
    for person in persons:
        if len(person.spellings) > 1:
            printed = max(person.spellings, key=lambda s: (not s.isupper(), document.plain.count(s), s))
            first = next(h for h in person.holdings if h.span.of(document.plain) == printed)
            person.name = first.span.of(document.text)
    return persons


def _is_spelling(spelling: str, person: Person) -> bool:
    """Whether the name is the person's as it stands, or in capitals: "LÊ VĂN ĐẠT"."""
    if spelling in person.spellings:
        return True
    return any((s.isupper() or spelling.isupper()) and s.upper() == spelling.upper() for s in person.spellings)


def _share_title(person: Person, holding: Holding) -> bool:
    mine = {title.canonical for title in person.titles}
    return any(title.canonical in mine for title in holding.titles)
