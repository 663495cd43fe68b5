"""One paper's text of a meeting in the making, and the rows that are read from it."""

from __future__ import annotations

import random
from typing import Any

from bench.archive.chronicle import Chronicle
from bench.archive.events import Event
from bench.archive.page import Page
from bench.archive.register import Person, Register
from bench.archive.rows import Rows, made
from bench.archive.words import Words
from meetings.models import Attestation, Mention


class Paper:
    """The page, and what belongs to it: rows of the article, and those that are `finish`ed when all of it is written.

    `first` is the first paper that told of the meeting; None for that paper itself.
    """

    def __init__(
        self,
        chance: random.Random,
        event: Event,
        rows: Rows,
        register: Register,
        chronicle: Chronicle,
        words: Words,
        first: Paper | None,
    ) -> None:
        self.chance, self.event, self.rows, self.page = chance, event, rows, Page()
        self.register, self.chronicle, self.words, self.first = register, chronicle, words, first
        self.meeting: Any = None
        self.records: dict[Any, Any] = {}
        self.unfinished: list[Any] = []
        self.of_article: list[Any] = []
        self._attested: set[int] = set()

    def record(self, kind: Any, key: Any, read: dict[str, Any], **columns: Any) -> Any:
        """A record of the meeting, which also says which one of the first paper it repeats."""
        same = self.first.records.get((kind, key)) if self.first else None
        repeated = same.pk if same is not None else None
        row = made(kind, {**read, "same_as": repeated}, meeting_id=self.meeting.pk, **columns)
        self.rows.add(row)
        self.records[kind, key] = row
        self.unfinished.append(row)
        self.of_article.append(row)
        return row

    def named(self, person: Person, *, with_title: bool) -> tuple[Any, Any, tuple[int, int]]:
        """Names a person, perhaps with the office; returns official, role and the place of the name."""
        register = self.register
        official, role = register.official(person), register.role(person, self.event.place)
        start, end = self.page.add(official.name)
        mention = made(Mention, {}, official_id=official.pk, name=official.name, rule="titles after the name")
        self.add_place(mention, start, end)
        if with_title:
            self.page.add(", ")
            first, last = self.page.add(role.title)
            if role.pk not in self._attested:
                self._attested.add(role.pk)
                day = self.event.day if self.event.precision == "day" else self.event.reported
                row = made(
                    Attestation, {}, role_id=role.pk, title=role.title, attested_on=day, rule="titles after the name"
                )
                self.add_place(row, first, last)
                self.chronicle.attested(role, day)
        return official, role, (start, end)

    def add_place(self, row: Any, start: int, end: int) -> None:
        """Adds a row that quotes the words from `start` to `end`."""
        self.page.quoted(row, start, end)
        self.of_article.append(row)
        self.rows.add(row)
