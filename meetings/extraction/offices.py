"""Who holds which office, asked by the title alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from meetings.extraction.persons import Person

Form = Callable[[str], Hashable]  # what is looked at in a title
_STANDING = re.compile(r" (?:Thường trực|chuyên trách|phụ trách)")


@dataclass(slots=True)
class Holders:
    """Those who hold a title now, and where it first stands beside the name of each who ever held it."""

    now: set[str] = field(default_factory=set)
    first: dict[str, int] = field(default_factory=dict)
    _earliest: list[tuple[int, str]] | None = None

    def the_one(self, before: int | None) -> str | None:
        """The only holder; of several the only one named before the offset `before`, if it is given."""
        if len(self.now) == 1:
            return next(iter(self.now))
        if before is None:
            return None
        if self._earliest is None:
            self._earliest = sorted((start, name) for name, start in self.first.items())[:2]
        named = [name for start, name in self._earliest if start < before]
        return named[0] if len(named) == 1 else None

    def add(self, other: Holders) -> None:
        """Takes those of `other` in."""
        self.now |= other.now
        for name, start in other.first.items():
            self.first[name] = min(start, self.first.get(name, start))


class Offices:
    """The titles of `persons` by their one form, and who holds each."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._holders: dict[str, Holders] = {}
        for person in persons:
            for holding in person.holdings:
                for title in holding.titles:
                    holders = self._holders.setdefault(title.canonical, Holders())
                    holders.first.setdefault(person.name, holding.span.start)
                    if title.state == "current":
                        holders.now.add(person.name)
        self._titles = sorted(self._holders)
        self._fuller: dict[str, Holders] = {}
        self._standing: dict[str, Holders] | None = None
        self._by_form: dict[Form, dict[Hashable, set[str]]] = {}

    def bearers(self, form: Form, value: Hashable) -> frozenset[str]:
        """The names of all who hold or held a title for which `form` gives `value`."""
        if form not in self._by_form:
            found = self._by_form[form] = {}
            for title, holders in self._holders.items():
                found.setdefault(form(title), set()).update(holders.first)
        return frozenset(self._by_form[form].get(value, ()))

    def holder(self, wanted: str, before: int | None) -> str | None:
        """The one holder of `wanted`, or of a fuller or standing office of that name (see `Holders.the_one`)."""
        for holders in self._candidates(wanted):
            if holders and holders.now:
                return holders.the_one(before)
        return None

    def _candidates(self, wanted: str) -> Iterator[Holders | None]:
        yield self._holders.get(wanted)
        yield self._held_fuller(wanted)
        yield self._held_standing(wanted)

    def _held_fuller(self, wanted: str) -> Holders:
        """ "Bộ trưởng" for "Bộ trưởng Bộ Y tế", "Bí thư Huyện ủy" for "Bí thư Huyện ủy Tân Phú"."""
        if wanted not in self._fuller:
            merged = self._fuller[wanted] = Holders()
            for title in self._titles[bisect_left(self._titles, f"{wanted} ") :]:
                if not title.startswith(f"{wanted} "):
                    break
                merged.add(self._holders[title])
        return self._fuller[wanted]

    def _held_standing(self, wanted: str) -> Holders | None:
        """ "Phó Chủ tịch UBND tỉnh" for the one "Phó Chủ tịch Thường trực UBND tỉnh"."""
        if self._standing is None:
            self._standing = {}
            for title, holders in self._holders.items():
                self._standing.setdefault(_STANDING.sub("", title, count=1), Holders()).add(holders)
        return self._standing.get(wanted)
