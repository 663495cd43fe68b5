"""New texts that wait to be written, with what was read from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from meetings.extraction.facts import Extraction, MeetingFact, RoleFact
from meetings.models import Article
from meetings.reconcile.agency_names import Named
from meetings.reconcile.identities import Identity, identity
from meetings.reconcile.jurisdictions import Jurisdiction, jurisdiction
from meetings.reconcile.provinces import Place, place_of
from meetings.reconcile.tally import Tally
from meetings.reconcile.wordings import Wordings
from people.names import name_key
from people.register import ProvinceRegister


@dataclass
class Newcomer:
    """An article, mostly one that is not in the database yet, with what was read from its text."""

    article: Article
    extraction: Extraction
    tally: Tally = field(default_factory=Tally)

    @property
    def meeting(self) -> MeetingFact | None:
        """The meeting that the text tells of, if it is about one."""
        return self.extraction.meeting if self.extraction.detection.is_meeting else None


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

    @cached_property
    def names(self) -> list[str]:
        """The officials whom the text names, in the order of their first mention."""
        facts = self.extraction
        return list(dict.fromkeys([*(m.name for m in facts.mentions), *(r.official for r in facts.roles)]))

    @cached_property
    def bodies(self) -> list[str | None]:
        """The words for the bodies of offices, and for those who are told to act."""
        assignees = [a.name for directive in self.extraction.directives for a in directive.assignees]
        return [*(role.organization for role in self.extraction.roles), *assignees]

    def agencies(self, wordings: Wordings) -> dict[tuple[str, int | None], Named]:
        """The agencies that the text names, by their keys."""
        return wordings.all([*self.bodies, self.fact.body], self.place)

    @cached_property
    def roles_of(self) -> Mapping[str, list[RoleFact]]:
        """By name, the offices that the text gives whom it names."""
        roles = defaultdict(list)
        for role in self.extraction.roles:
            roles[role.official].append(role)
        return {name: roles[name] for name in self.names}

    def served(self, place: Place) -> Mapping[str, Jurisdiction]:
        """By name, where each serves whom the text names, were the meeting held at `place`."""
        if place == self.place:
            return self._served
        return {name: jurisdiction(titles, self.article.text, place) for name, titles in self.roles_of.items()}

    def sought(self, place: Place) -> set[tuple[str, int | None]]:
        """Whom the text names, by the keys of name and province of today, were the meeting held at `place`."""
        return {
            (name_key(name), place.register.today(where.province).pk if where.province else None)
            for name, where in self.served(place).items()
        }

    @cached_property
    def _served(self) -> Mapping[str, Jurisdiction]:
        return {name: jurisdiction(titles, self.article.text, self.place) for name, titles in self.roles_of.items()}


def tellings_of(newcomers: Iterable[Newcomer], register: ProvinceRegister) -> Iterator[Telling]:
    """Those of texts that tell of a meeting."""
    for newcomer in newcomers:
        if (fact := newcomer.meeting) is not None:
            place = place_of(newcomer.article, fact, register)
            yield Telling(newcomer, fact, place, identity(fact, place))
