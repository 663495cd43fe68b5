"""One article being reconciled: what all steps need to know of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from meetings.extraction.facts import Fact
from meetings.models import Article, Meeting
from meetings.reconcile.officials import Officials
from meetings.reconcile.organizations import Organizations
from meetings.reconcile.tally import Tally
from people.models import Official, Role


@dataclass
class Case:
    """An article with its meeting, the people and agencies that its words mean, and the count of what is done."""

    article: Article
    former_text: str
    meeting: Meeting
    officials: Officials
    organizations: Organizations
    roles: list[Role]
    tally: Tally

    @property
    def text_changed(self) -> bool:
        """Whether the evidence of earlier readings counts the characters of another text."""
        return self.former_text != self.article.text

    @property
    def attested_on(self) -> datetime.date | None:
        """The day that this article attests: the meeting's or, where that is unknown, the report's."""
        return attested_on(self.meeting, self.article)

    def evidence(self, fact: Fact) -> dict[str, Any]:
        """The columns that say where `fact` was read."""
        return {
            "meeting": self.meeting,
            "article": self.article,
            "start": fact.span.start,
            "end": fact.span.end,
            "quote": fact.span.of(self.article.text),
            "rule": fact.rule[:80],
        }

    def role_of(self, official: Official | None) -> Role | None:
        """The office in which `official` is at the meeting: one of the meeting's body, else the highest that he has."""
        held = [role for role in self.roles if official is not None and role.official_id == official.pk]
        of_body = [r for r in held if r.organization_id is not None and r.organization_id == self.meeting.body_id]
        return min(of_body or held, key=lambda role: (role.rank, role.pk), default=None)


def attested_on(meeting: Meeting, article: Article) -> datetime.date | None:
    """The meeting's day or, where no day is known, that of the press report; never one that neither text says."""
    return meeting.date if meeting.date_precision == Meeting.Precision.DAY else article.reported_on
