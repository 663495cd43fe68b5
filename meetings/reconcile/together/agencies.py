"""The organizations that many new texts mean: looked up at once, and made together."""

from __future__ import annotations

from meetings.reconcile.agency_names import Named
from meetings.reconcile.organizations import Agencies, organization_of
from meetings.reconcile.rows import prepare
from meetings.reconcile.together.batch import Batch
from meetings.reconcile.wordings import Wordings
from people.models import Organization


class BatchAgencies(Agencies):
    """Organizations of a batch of texts, whose new ones go into the batch."""

    def __init__(self, batch: Batch, wordings: Wordings) -> None:
        super().__init__(wordings)
        self._batch = batch
        self._asked: set[tuple[str, int | None]] = set()

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
