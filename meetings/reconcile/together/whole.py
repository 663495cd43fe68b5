"""What all texts of a batch share, in whatever turn they are written, and what is settled once all of them are."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from meetings.models import Article, LegalDocument, Meeting
from meetings.reconcile.repeats import settle_repeats
from meetings.reconcile.signals import reconciled_together
from meetings.reconcile.together.documents import Documents
from meetings.reconcile.wordings import Wordings
from people.register import ProvinceRegister


@dataclass
class Whole:
    """A batch. `numbers` are for its officials of no known province (`namesakes`).

    `tasks` are the keys of those to be compared with others, `touched` by model of what else was told.
    """

    register: ProvinceRegister
    wordings: Wordings
    documents: Documents
    numbers: dict[str, deque[int]] = field(default_factory=dict)
    articles: list[Article] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    tasks: set[int] = field(default_factory=set)
    touched: dict[Any, set[int]] = field(default_factory=lambda: defaultdict(set))

    def settle(self) -> None:
        """Settles what the records of the batch say beside others, once all are written."""
        settle_repeats(self.tasks, held=True)
        self.touched[LegalDocument] |= self.documents.write()
        reconciled_together.send(
            sender=Article, articles=self.articles, meetings=self.meetings, touched=self.touched
        )  # fmt: skip
