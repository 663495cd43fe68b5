"""Persons who stand together in a sentence, by name or by office: the subjects of what was done."""

from __future__ import annotations

from dataclasses import dataclass

from meetings.extraction.lexicon import table
from meetings.extraction.people import People
from meetings.extraction.roster_items import Item, itemise
from meetings.extraction.spans import Span, matchable
from meetings.extraction.titles import Title

_CHAIN = {",", ";", ":", "-", "(", ")", "và", "kiêm", "đồng thời là", "hiện là", "là", "gồm", "gồm có"}


@dataclass(frozen=True, slots=True)
class Party:
    """Names and titles in one chain; `members` are (settled name, title): the name None where only an office stands."""

    span: Span
    members: tuple[tuple[str | None, str], ...]


def find_parties(plain: str, sentence: Span, people: People) -> list[Party]:
    """The parties of the sentence, in order."""
    found: list[Party] = []
    chain: list[Item] = []
    for item in [*itemise(plain, sentence), None]:
        if item is not None and (_is_person(item, people) or (chain and item.text.lower() in _CHAIN)):
            chain.append(item)
            continue
        while chain and not _is_person(chain[-1], people):
            chain.pop()
        if chain and (members := _members(chain, people)):
            found.append(Party(Span(chain[0].span.start, chain[-1].span.end), members))
        chain = []
    return found


def _is_person(item: Item, people: People) -> bool:
    if item.kind == "name":
        return people.named_at(item.span.start) is not None
    return item.kind in ("title", "address")


def _members(chain: list[Item], people: People) -> tuple[tuple[str | None, str], ...]:
    named = [people.named_at(item.span.start) for item in chain if item.kind == "name"]
    if named:
        return tuple((name, "") for name in dict.fromkeys(named))
    titles = [item.title for item in chain if item.title and item.single]
    holders = {holder for title in titles if (holder := people.holder(title, title.span.start))}
    if len(holders) == 1:
        return ((holders.pop(), ""),)
    if not holders and titles and (sole := [title for title in titles if _is_sole(title)]):
        return ((None, sole[0].text),)
    return ()


def _is_sole(title: Title) -> bool:
    """Whether one person at a time holds the office and the text can mean only him: "Bí thư Tỉnh ủy"."""
    if title.state != "current" or title.plural or title.generic:
        return False
    if title.shared and not title.head.endswith("Thường trực"):
        return False
    return title.text.casefold() != title.head.casefold() and title.canonical not in _national()


def _national() -> frozenset[str]:
    return frozenset(matchable(row["canonical"]) for row in table("titles") if row["level"] == "trung ương")
