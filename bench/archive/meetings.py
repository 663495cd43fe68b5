"""Meetings made up, each with the texts that tell of it and all that is read there, as rows of the project's models."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from typing import Any

from bench.archive.chronicle import Chronicle
from bench.archive.contents import attendance, figures, orders, outcomes
from bench.archive.events import Event, Events
from bench.archive.judging import judge
from bench.archive.lead import lead, meeting_row
from bench.archive.paper import Paper
from bench.archive.register import Register
from bench.archive.rows import WRITTEN_AT, Rows, finish, made
from bench.archive.words import Words
from meetings.extraction.version import extractor_version
from meetings.models import Article, Decision, Directive, Report
from people.models import Role
from people.search.words import index_text

AT_ONCE = 500  # meetings in memory
_PRESS = ("Báo {}", "Cổng thông tin điện tử {}", "Đài Phát thanh và Truyền hình {}", "Tạp chí {}")
_TOLD_TWICE = 0.1
_NO_MEETING = 0.04


class Archive:
    """`meetings` meetings and what belongs to them: the same rows for the same seed."""

    def __init__(self, meetings: int, seed: int = 1) -> None:
        self.meetings, self.seed = meetings, seed
        self.rows = Rows()
        # A larger archive tells of more people and documents, but not of as many more.
        officials, documents = 60 + meetings // 500, 800 + meetings // 20
        self._register = Register(seed, self.rows, officials, documents)
        self._words, self._chronicle = Words(seed), Chronicle(self.rows)
        self._events = Events(self._words, self._register, self._chronicle)
        self._version = extractor_version()

    def chunks(self) -> Iterator[dict[Any, list[Any]]]:
        """Rows by kind, some hundred meetings at a time; officials, agencies, roles and documents come last."""
        registered: dict[Any, list[Any]] = {}
        for number in range(self.meetings):
            self._tell(random.Random(f"{self.seed}/{number}"))
            if number % AT_ONCE == AT_ONCE - 1 or number == self.meetings - 1:
                taken = self.rows.take()
                for model in [model for model in taken if model._meta.app_label == "people"]:
                    registered.setdefault(model, []).extend(taken.pop(model))
                yield taken
        for role in registered.get(Role, ()):
            role.first_attested, role.last_attested = self._chronicle.days.get(role.pk, (None, None))
        yield registered

    def _tell(self, chance: random.Random) -> None:
        """A meeting in one paper or two, and here and there a text that tells of none."""
        event = self._events.held(chance)
        first: Paper | None = None
        articles = []
        for number in range(2 if chance.random() < _TOLD_TWICE else 1):
            parts = (self.rows, self._register, self._chronicle, self._words)
            paper = Paper(chance, event, *parts, first=first)
            articles.append(self._write(paper, number))
            first = first or paper
        meeting = paper.meeting
        days = [article.reported_on for article in articles if article.reported_on]
        meeting.settle_dates_by(min(days, default=None))
        province = event.place.province.name if event.place.province else ""
        texts = " ".join(article.text for article in reversed(articles))
        meeting.search_text = index_text(" ".join((meeting.title, meeting.body_name, meeting.place, province, texts)))
        if chance.random() < _NO_MEETING:
            self._other(chance, event)

    def _write(self, paper: Paper, number: int) -> Any:
        """Writes the paper, which is the `number`-th of its meeting; returns its article."""
        event, chance, page = paper.event, paper.chance, paper.page
        title = f"{event.called[:1].upper()}{event.called[1:]} của {event.body} về {event.matter}"[:490]
        paper.meeting = paper.first.meeting if paper.first else meeting_row(paper, title)
        reading = lead(paper, title)
        rule = f"{event.kind.replace('_', ' ')} by the body"
        report = made(Report, {}, meeting_id=paper.meeting.pk, rule=rule, reading=reading)
        page.quoted(report, reading["title"]["start"], reading["title"]["end"])
        attendance(paper)
        figures(paper)
        orders(paper)
        outcomes(paper)
        page.add(f"\n\n{chance.choice('BCDĐHKLMN')}.{chance.choice('BCDĐHKLMN')}\n")
        article = self._article(
            page.text(),
            **self._known(paper, number, title),
            subject="meeting",
            detection_rule=f"{event.kind.replace('_', ' ')} held by a provincial body",
            detection_quote=event.called,
        )
        report.article_id = article.pk
        self.rows.add(report)
        for row in paper.of_article:
            row.__dict__["article_id"] = article.pk
        for row in paper.unfinished:
            if type(row) in (Directive, Decision):  # what was said is what stands there
                row.text = row.extracted["text"] = row.quote
            judge(finish(row), chance)
        return article

    def _known(self, paper: Paper, number: int, title: str) -> dict[str, Any]:
        """What a curator knows of the text, who mostly knows all."""
        province, chance = paper.event.place.province, paper.chance
        known: dict[str, Any] = {"reported_on": paper.event.reported}
        if chance.random() < 0.9:
            name = province.name if province else "Nhân dân"
            press = _PRESS[(number + chance.randrange(3)) % len(_PRESS)].format(name)
            known |= {"publisher": press, "province": province.pk if province else None, "title": title}
        return known

    def _article(self, text: str, **values: Any) -> Any:
        """An article, as it is loaded."""
        columns = {name: values.pop(name) for name in ("detection_rule", "detection_quote")}
        row = made(
            Article,
            {"title": "", "publisher": "", "url": "", "reported_on": None, "province": None, **values},
            **columns,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            extractor_version=self._version,
            read_at=WRITTEN_AT,
            loaded_at=WRITTEN_AT,
        )
        self.rows.add(row)
        row.file_name = f"{row.pk:07}.txt"
        return finish(row)

    def _other(self, chance: random.Random, event: Event) -> None:
        """A text that tells of no meeting."""
        text = "\n\n".join(self._words.state(chance) for _ in range(6)) + "\n"
        title = f"Chuyện ở {self._words.place(chance)}"
        known = {"reported_on": event.reported, "title": title}
        self._article(text, **known, subject="other", detection_rule="no meeting", detection_quote="")
