"""The organizations that many new texts mean: looked up at once, and made together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from meetings.reconcile.agency_names import Named, named
from meetings.reconcile.organizations import Agencies, organization_of
from meetings.reconcile.provinces import Place
from meetings.reconcile.rows import prepare
from meetings.reconcile.together.batch import Batch
from meetings.reconcile.together.tellings import Telling
from people.models import Organization


class Wordings:
    """What words for agencies mean in many new texts."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, int | None, datetime.date | None], Named | None] = {}

    def named(self, words: str, place: Place) -> Named | None:
        """As the function of that name; the same words at the same place are read once."""
        key = (words, place.province.pk if place.province else None, place.day)
        if key not in self._read:
            self._read[key] = named(words, place)
        return self._read[key]

    def all(self, tellings: Iterable[Telling]) -> dict[tuple[str, int | None], Named]:
        """The agencies that texts name, by their keys."""
        found = {}
        for telling in tellings:
            for words in {*telling.bodies, telling.fact.body}:
                if words and (agency := self.named(words, telling.place)):
                    found[agency.key] = agency
        return found


class BatchAgencies(Agencies):
    """Organizations of a batch of texts, whose new ones go into the batch."""

    def __init__(self, batch: Batch, wordings: Wordings) -> None:
        super().__init__()
        self._batch = batch
        self._asked: set[tuple[str, int | None]] = set()
        self._wordings = wordings

    def named(self, words: str, place: Place) -> Named | None:
        """As the function of that name; the same words at the same place are read once."""
        return self._wordings.named(words, place)

    def look_up(self, keys: set[tuple[str, int | None]]) -> None:
        """Fetches what was not asked for before."""
        super().look_up(keys - self._asked)
        self._asked |= keys

    def make(self, agency: Named) -> Organization:
        """A new organization; what it became is told once all are written."""
        organization = organization_of(agency)
        prepare(organization)
        self._batch.add(organization)
        return organization
