"""Persons of a text: holdings of one name brought together, whatever the spelling."""

from __future__ import annotations

from dataclasses import dataclass

from meetings.extraction.document import Document
from meetings.extraction.holdings import Holding
from meetings.extraction.name_places import count_names
from meetings.extraction.spellings import Spellings, same_name
from meetings.extraction.titles import Title

_FEW = 32  # names that are quicker compared one by one


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
    register = _Register()
    for holding in holdings:
        spelling = holding.span.of(document.plain)
        number = register.find(spelling, holding)
        if number is None:
            number = register.open(Person(holding.span.of(document.text), set(), []))
        register.enter(number, spelling, holding)
    several = [person for person in register.persons if len(person.spellings) > 1]
    counts = count_names(document.plain, {spelling for person in several for spelling in person.spellings})
    for person in several:
        printed = max(person.spellings, key=lambda s: (not s.isupper(), counts[s], s))
        first = next(h for h in person.holdings if h.span.of(document.plain) == printed)
        person.name = first.span.of(document.text)
    return register.persons


class _Register:
    """The persons found so far, by spelling and title; each is known by its number, and the first found counts."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._titles: list[set[str]] = []
        self._held: set[str] = set()  # the titles of all
        self._spelled: dict[str, int] = {}
        self._in_capitals: dict[str, dict[str, int]] = {}
        self._similar: Spellings[int] = Spellings()
        self._not_compared: list[tuple[str, int]] = []  # what `_similar` still lacks

    def open(self, person: Person) -> int:
        """Takes a new person in."""
        self.persons.append(person)
        self._titles.append(set())
        return len(self.persons) - 1

    def enter(self, number: int, spelling: str, holding: Holding) -> None:
        """Adds a holding to a person."""
        person = self.persons[number]
        person.holdings.append(holding)
        titles = [title.canonical for title in holding.titles]
        self._titles[number].update(titles)
        self._held.update(titles)
        if spelling not in person.spellings:
            person.spellings.add(spelling)
            self._spelled.setdefault(spelling, number)
            self._in_capitals.setdefault(spelling.upper(), {}).setdefault(spelling, number)
            self._not_compared.append((spelling, number))

    def find(self, spelling: str, holding: Holding) -> int | None:
        """The first person whose name is spelled so, or in capitals ("LÊ VĂN ĐẠT"); else the first of a like name
        who has one of the titles, too."""
        known = [self._spelled[spelling]] if spelling in self._spelled else []
        for other, number in self._in_capitals.get(spelling.upper(), {}).items():
            if other.isupper() or spelling.isupper():
                known.append(number)
        if known:
            return min(known)
        titles = {title.canonical for title in holding.titles}
        if titles.isdisjoint(self._held):
            return None
        if len(self._not_compared) > _FEW:
            for other, number in self._not_compared:
                self._similar.add(other, number)
            self._not_compared.clear()
        found = [
            number
            for other, number in self._not_compared
            if not titles.isdisjoint(self._titles[number]) and same_name(spelling, other)
        ]
        found += [number for number in self._similar.like(spelling) if not titles.isdisjoint(self._titles[number])]
        return min(found, default=None)
