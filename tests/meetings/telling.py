"""What a text says, as facts put together by hand: each found in the text by its own words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Self

from meetings.extraction.facts import (
    AppearanceFact,
    Assignee,
    Deadline,
    DecisionFact,
    Detection,
    DirectiveFact,
    Extraction,
    LegalRefFact,
    MeetingFact,
    NameMention,
    RoleFact,
    TargetFact,
)
from meetings.extraction.spans import Span
from meetings.models import Article
from meetings.reconcile import Reading, Tally, reconcile
from meetings.reconcile.days import first_day, last_day, precision_of
from tests.factories import make_article


class Telling:
    """A text and the facts read from it; `loads()` reconciles them with an article of the text."""

    def __init__(self, text: str, *, is_meeting: bool = True, **meeting: Any) -> None:
        self.text = text
        detection = Detection(Span(0, 1), "test", is_meeting=is_meeting)
        self.extraction = Extraction(detection, self._meeting(meeting) if is_meeting else None)

    def _meeting(self, values: dict[str, Any]) -> MeetingFact:
        date = values.setdefault("date", "2024-03-27")
        defaults: dict[str, Any] = dict.fromkeys(("session", "place", "number", "term", "period"))
        defaults |= {"title": "Phiên họp UBND tỉnh", "body": "UBND tỉnh", "kind": "regular_session"}
        defaults |= {"province": "Nghệ An", "precision": precision_of(date) if date else None}
        return MeetingFact(Span(0, len(self.text.split("\n")[0])), "test", **{**defaults, **values})

    def span(self, quote: str) -> Span:
        start = self.text.index(quote)
        return Span(start, start + len(quote))

    def _and(self, **more: Any) -> Self:
        added: dict[str, Any] = {name: (*getattr(self.extraction, name), *facts) for name, facts in more.items()}
        self.extraction = replace(self.extraction, **added)
        return self

    def official(self, name: str, *titles: str, status: Any = "current") -> Self:
        """A person who is named wherever the text has the name, and who holds `titles`."""
        places = [Span(*m.span()) for m in re.finditer(re.escape(name), self.text)]
        roles = [
            RoleFact(self.span(title), "test", name, title, title, title.split(" ", 2)[2], status) for title in titles
        ]
        return self._and(mentions=[NameMention(place, "test", name) for place in places], roles=roles)

    def appearance(self, name: str | None, act: Any, quote: str, title: str | None = None) -> Self:
        return self._and(appearances=[AppearanceFact(self.span(quote), "test", name, title, act)])

    def directive(self, quote: str, *assignees: str, deadline: tuple[str, str] | None = None, **values: Any) -> Self:
        """An order in the words `quote` to `assignees`; `deadline` is (words, value)."""
        until = None
        if deadline:
            words, value = deadline
            days = first_day(value).isoformat(), last_day(value).isoformat()
            until = Deadline(words, "date", value, self.span(words), "test", *days)
        defaults: dict[str, Any] = {"assigner": None, "assigner_title": None, "strength": "order", "legal_refs": ()}
        told = tuple(Assignee(name, "lead" if i == 0 else "coordinate") for i, name in enumerate(assignees))
        fact = DirectiveFact(self.span(quote), "test", quote, assignees=told, deadline=until, **{**defaults, **values})
        return self._and(directives=[fact])

    def target(self, quote: str, metric: str, value: str, unit: str, **values: Any) -> Self:
        defaults: dict[str, Any] = {"value_high": None, "comparator": "=", "period": None, "of_total": None}
        defaults |= {"status": "planned", "canonical_metric": metric}
        fact = TargetFact(self.span(quote), "test", metric, value=Decimal(value), unit=unit, **{**defaults, **values})
        return self._and(targets=[fact])

    def reference(self, quote: str, canonical: str, issuer: str | None = None) -> Self:
        fact = LegalRefFact(self.span(quote), "test", quote, "Nghị quyết", canonical, issuer, canonical)
        return self._and(legal_refs=[fact])

    def decision(self, quote: str, outcome: str = "thống nhất") -> Self:
        return self._and(decisions=[DecisionFact(self.span(quote), "test", "UBND tỉnh", outcome, quote)])

    def loads(self, article: Article | None = None, **values: Any) -> tuple[Article, Tally]:
        """Reconciles with `article`, whose text becomes this one, or with a new article that has `values`."""
        article = article or make_article(self.text, subject=Article.Subject.UNREAD, **values)
        former, article.text = article.text, self.text
        article.sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        article.save()
        return article, reconcile([Reading(article, self.extraction, former)])[0]


def states(rows: Sequence[Any]) -> list[str]:
    """The states of rows, in their order."""
    return [row.state for row in rows]
