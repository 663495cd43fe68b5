"""New texts that wait to be written, with what was read from them."""

from __future__ import annotations

from dataclasses import dataclass, field

from meetings.extraction.facts import Extraction, MeetingFact
from meetings.models import Article
from meetings.reconcile.identities import Identity
from meetings.reconcile.provinces import Place
from meetings.reconcile.tally import Tally


@dataclass
class Newcomer:
    """An article that is not in the database yet, with what was read from its text."""

    article: Article
    extraction: Extraction
    tally: Tally = field(default_factory=Tally)


@dataclass
class Telling:
    """A newcomer that tells of a meeting, with what its words mean by themselves."""

    newcomer: Newcomer
    fact: MeetingFact
    place: Place
    own: Identity | None

    @property
    def article(self) -> Article:
        return self.newcomer.article

    @property
    def extraction(self) -> Extraction:
        return self.newcomer.extraction


def names_in(extraction: Extraction) -> list[str]:
    """The officials whom the text names, in the order of their first mention."""
    return list(dict.fromkeys([*(m.name for m in extraction.mentions), *(r.official for r in extraction.roles)]))


def bodies_in(extraction: Extraction) -> list[str | None]:
    """The words for the bodies of offices, and for those who are told to act."""
    assignees = [a.name for directive in extraction.directives for a in directive.assignees]
    return [*(role.organization for role in extraction.roles), *assignees]
