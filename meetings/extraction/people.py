"""The officials of a text: who is named in an office, every place where the name stands, who holds which title."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property

from meetings.extraction.document import Document
from meetings.extraction.facts import NameMention
from meetings.extraction.mentions import find_mentions
from meetings.extraction.offices import Form, Offices
from meetings.extraction.persons import Person, bring_together, in_office
from meetings.extraction.rosters import find_holdings
from meetings.extraction.sentences import Block, split_blocks
from meetings.extraction.spans import Span, matchable
from meetings.extraction.title_forms import canonical_title, write_out
from meetings.extraction.titles import Title, find_titles

UNREAD = ("noise", "byline", "header")


@dataclass(frozen=True, eq=False)
class People:
    """The officials of one text, the same only as one object. Who is meant by a title alone `holder` answers."""

    persons: tuple[Person, ...]
    mentions: tuple[NameMention, ...]
    titles: tuple[Title, ...]
    blocks: tuple[Block, ...] = field(repr=False)

    def holder(self, title: Title | str, before: int | None = None) -> str | None:
        """The name of the one person whom the text gives `title`; None when nobody, several or a kind is meant.

        `title` may be words: `"Chủ tịch UBND tỉnh"`. Where several hold it, `before` (an offset) asks for the only one
        named before it.
        """
        if isinstance(title, str):
            return self._offices.holder(canonical_title(write_out(matchable(title))), before)
        if title.head.startswith("Đại biểu"):
            return None  # there are always more of them than the text names
        if title.plural or title.generic or title.state != "current":
            return None
        return self._offices.holder(title.canonical, before)

    def bearers(self, form: Form, value: Hashable) -> frozenset[str]:
        """The names of all officials with a title, be it a former one, for which `form` gives `value`."""
        return self._offices.bearers(form, value)

    def titles_of(self, name: str) -> list[Title]:
        """The titles printed beside the official's name, whoever bears it."""
        return self._titles.get(name, [])

    def called(self, given: str, address: str = "") -> str | None:
        """The one official whose given name is `given`: "Tuấn" in "ông Tuấn yêu cầu"; None where two have it."""
        names = self._given.get(given, set())
        if len(names) != 1:
            return None
        name = next(iter(names))
        return None if address.lower() == "ông" and " Thị " in name else name

    def ending_with(self, given: str) -> frozenset[str]:
        """The names of all officials that end with the words `given`, something standing before them."""
        return frozenset(self._endings.get(given, ()))

    def named_at(self, position: int) -> str | None:
        """The settled name of the official whose name covers `position`."""
        at = bisect_right(self._starts, position) - 1
        return self.mentions[at].name if at >= 0 and position < self.mentions[at].span.end else None

    def mention_at(self, position: int) -> NameMention | None:
        """The official's name that begins at `position`."""
        return self._mentions_by_start.get(position)

    def are_named(self, span: Span) -> bool:
        """Whether an official's name begins under `span`."""
        return bisect_left(self._starts, span.start) < bisect_left(self._starts, span.end)

    @cached_property
    def names(self) -> frozenset[str]:
        """The settled names of all."""
        return frozenset(person.name for person in self.persons)

    @cached_property
    def _offices(self) -> Offices:
        return Offices(self.persons)

    @cached_property
    def _titles(self) -> dict[str, list[Title]]:
        found: dict[str, list[Title]] = {}
        for person in self.persons:
            found.setdefault(person.name, []).extend(person.titles)
        return found

    @cached_property
    def _given(self) -> dict[str, set[str]]:
        """The officials by given name."""
        found: dict[str, set[str]] = {}
        for person in self.persons:
            for spelling in person.spellings:
                if " " in spelling:
                    found.setdefault(spelling.split()[-1], set()).add(person.name)
        return found

    @cached_property
    def _endings(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for person in self.persons:
            words = person.name.split(" ")
            for first in range(1, len(words)):
                found.setdefault(" ".join(words[first:]), set()).add(person.name)
        return found

    @cached_property
    def _mentions_by_start(self) -> dict[int, NameMention]:
        return {mention.span.start: mention for mention in reversed(self.mentions)}

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]


def find_people(document: Document) -> People:
    """The officials named in `document`, outside bylines, credits and headlines of other articles."""
    blocks = split_blocks(document)
    readable = [block for block in blocks if block.kind not in UNREAD]
    holdings = [
        h for block in readable for sentence in block.sentences for h in find_holdings(document.plain, sentence)
    ]
    titles = tuple(t for block in readable for t in find_titles(document.plain, *block.span))
    persons = [person for person in bring_together(document, holdings) if in_office(person)]
    mentions = tuple(find_mentions(document, readable, persons))
    return People(tuple(persons), mentions, titles, blocks)
