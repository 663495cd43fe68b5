"""All that was read from one article, as a reviewer goes through it: the marked text, and cards beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from meetings.highlights import Mark
from meetings.marks import key_of
from meetings.models import (
    Appearance,
    Article,
    Attestation,
    Citation,
    Decision,
    Directive,
    Mention,
    Target,
)
from meetings.readings import readings_of
from meetings.review.article.cards import GROUPS, Card, Part, first_start, in_order, keys, part_of
from meetings.review.article.records import ArticleRecords
from people.corrections import State


@dataclass
class Group:
    """Cards of one kind under a heading."""

    name: str
    label: Any
    cards: list[Card]


class Sheet(ArticleRecords):
    """The records of `article` as `user` sees them."""

    def __init__(self, article: Article, user: Any) -> None:
        super().__init__(article)
        self.user = user

    @cached_property
    def cards(self) -> dict[str, list[Card]]:
        """By group, the cards in the order of the text."""
        found: dict[str, list[Card]] = defaultdict(list)
        found["meeting"].append(self._card([self.article], []))
        if self.report is not None:
            words = [f"report-{self.report.pk}", *(r.key for r in readings_of(self.report) if r.key)]
            found["meeting"].append(self._card([self.report.meeting], words))
        found["people"] = self._people()
        for task in self.directives:
            words = [*keys([task]), *([f"deadline-{task.pk}"] if task.deadline_start is not None else [])]
            found["directives"].append(self._card([task, *task.parts], words))  # type: ignore[attr-defined]
        groups = {Target: "targets", Decision: "decisions", Citation: "documents"}
        for record in self.others:
            found[groups[type(record)]].append(self._card([record], keys([record])))
        return _rejected_apart(found)

    @cached_property
    def groups(self) -> list[Group]:
        """The groups that hold something."""
        return [Group(name, label, self.cards[name]) for name, label in GROUPS if self.cards.get(name)]

    @cached_property
    def in_turn(self) -> list[Card]:
        """All cards in the order of the page, without the rejected ones."""
        return [card for group in self.groups if group.name != "rejected" for card in group.cards]

    @property
    def parts(self) -> list[Part]:
        """All records shown."""
        return [part for group in self.groups for card in group.cards for part in card.parts]

    @property
    def seen(self) -> int:
        """How many cards are settled."""
        return sum(card.is_settled for card in self.in_turn)

    def card_of(self, key: str) -> Card | None:
        """The card of that name, or the one that holds the record of that name."""
        cards = [card for group in self.groups for card in group.cards]
        named = (card for card in cards if card.key == key)
        return next(named, next((c for c in cards if key in {part.key for part in c.parts}), None))

    def behind(self, key: str) -> Card | None:
        """The first card after `key` that is not settled, going on at the top; None where all are."""
        place = next((i for i, card in enumerate(self.in_turn) if card.key == key), -1)
        turned = [*self.in_turn[place + 1 :], *self.in_turn[: place + 1]]
        return next((card for card in turned if not card.is_settled), None)

    @cached_property
    def marks(self) -> list[Mark]:
        """The marks on the text, each leading to its card; those that may hold others first."""
        marks: list[Mark] = []
        if self.report is not None:
            card = f"#card-{key_of(self.report.meeting)}"
            marks.append(Mark(self.report.start, self.report.end, "meeting", f"report-{self.report.pk}", card))
            marks += [Mark(r.start, r.end, "meeting", r.key, card) for r in readings_of(self.report) if r.key]
        for record in (*self.directives, *self.others, *self.appearances, *self.attestations, *self.mentions):
            if record.start is None or getattr(record, "state", None) == State.REJECTED:
                continue
            href = f"#card-{self._place(record)}"
            marks.append(Mark(record.start, record.end, record._meta.model_name, key_of(record), href))
            if isinstance(record, Directive) and record.deadline_start is not None:
                place = (record.deadline_start, record.deadline_end or 0)
                marks.append(Mark(*place, "deadline", f"deadline-{record.pk}", href))
        return marks

    def _people(self) -> list[Card]:
        records: dict[str, list[Any]] = defaultdict(list)
        places: dict[str, list[Any]] = defaultdict(list)
        for attestation in self.attestations:
            records[self._place(attestation)].append(attestation.role)
        for row in (*self.attestations, *self.mentions, *self.appearances):
            places[self._place(row)].append(row)
        for appearance in self.appearances:
            records[self._place(appearance)].append(appearance)
        cards = []
        for key, of_person in records.items():
            first = of_person[0]
            card = self._card(of_person, keys(places[key]), key)
            card.heading = str(first.official or first.title)
            card.start = first_start(places[key])
            cards.append(card)
        return in_order(cards)

    def _place(self, row: Any) -> str:
        """The card on which a row is shown: people have one for all that they hold and did."""
        if isinstance(row, Attestation):
            return f"official-{row.role.official_id}"
        if isinstance(row, Mention) or (isinstance(row, Appearance) and row.official_id):
            return f"official-{row.official_id}"
        return key_of(row)

    def _card(self, records: list[Any], words: Iterable[str], key: str = "") -> Card:
        parts = [part_of(record, self.user) for record in records]
        kind = "person" if key.startswith("official") else str(records[0]._meta.model_name)
        return Card(key or parts[0].key, kind, parts, list(words), start=first_start(records))


def _rejected_apart(found: dict[str, list[Card]]) -> dict[str, list[Card]]:
    rejected: list[Card] = []
    for name, cards in found.items():
        rejected += [card for card in cards if all(part.is_rejected for part in card.parts)]
        found[name] = in_order(card for card in cards if not all(part.is_rejected for part in card.parts))
    return {**found, "rejected": rejected}
