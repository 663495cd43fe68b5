"""What follows from a merge or its undoing on this floor: what is told twice, since when roles are attested."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from meetings.models import Appearance, Assignment, Attestation, Directive, Meeting
from meetings.reconcile.attestations import settle_days
from meetings.reconcile.retellings import settle_retellings
from meetings.reconcile.tally import Tally
from people.models import Role


def settle_after_merging(sender: Any, touched: Mapping[str, set[int]], **kwargs: Any) -> None:
    """A receiver of `people.merging.merged` and `undone`: brings in line what rows say of each other."""

    def rows(model: Any) -> Any:
        return model.objects.filter(pk__in=touched.get(model._meta.label_lower, ()))

    meetings = {
        *rows(Appearance).values_list("meeting", flat=True),
        *rows(Directive).values_list("meeting", flat=True),
        *rows(Assignment).values_list("directive__meeting", flat=True),
    }
    for meeting in Meeting.objects.filter(pk__in=meetings).order_by("pk"):
        settle_retellings(meeting)
    attested = set(rows(Attestation).values_list("role", flat=True))
    # A role that no text ever attested is nobody's business here.
    attested |= set(rows(Role).filter(attestations__isnull=False).values_list("pk", flat=True))
    emptied = set(
        rows(Role).filter(attestations__isnull=True, last_attested__isnull=False).values_list("pk", flat=True)
    )
    settle_days(attested | (emptied if touched.get(Attestation._meta.label_lower) else set()), Tally())
