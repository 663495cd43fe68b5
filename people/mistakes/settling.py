"""What becomes of visitors' reports: the record was set right, it stays as it is, or somebody looks at them again."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from people.models.mistakes import MistakeReport

State = MistakeReport.State


def settle(report: MistakeReport, state: State, user: Any, note: str) -> None:
    """Says what became of a report; `State.OPEN` takes back what was said. Nothing is saved."""
    report.state = state
    report.note = note
    settled = state != State.OPEN
    report.settled_by = user if settled else None
    report.settled_at = timezone.now() if settled else None


def decline_all(reports: QuerySet[MistakeReport], user: Any, note: str) -> list[MistakeReport]:
    """Declines those of the reports that are open, for one reason; call it in a transaction. Returns them.

    Each is saved by itself, for those who wait for `post_save`.
    """
    declined = list(reports.filter(state=State.OPEN).select_for_update(of=("self",)).order_by("pk"))
    for report in declined:
        settle(report, State.DECLINED, user, note)
        report.save()
    return declined
