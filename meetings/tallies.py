"""How many records there are: of each meeting of a list, and in the whole register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from meetings.models import Appearance, Citation, Decision, Directive, Meeting, Target
from people.corrections import Correctable, State


@dataclass(frozen=True)
class Tally:
    """What one meeting brought: tasks, those of them with a deadline, and figures."""

    directives: int = 0
    deadlines: int = 0
    targets: int = 0


def add_tallies(meetings: Iterable[Meeting]) -> None:
    """Gives each meeting its `tally`, by three queries for any number of meetings."""
    of = {meeting.pk: meeting for meeting in meetings}
    directives = Directive.objects.first_tellings().filter(meeting__in=of)
    counted = (
        _by_meeting(directives),
        _by_meeting(directives.exclude(deadline_text="")),
        _by_meeting(Target.objects.first_tellings().filter(meeting__in=of)),
    )
    for pk, meeting in of.items():
        meeting.tally = Tally(*(counts[pk] for counts in counted))  # type: ignore[attr-defined]


def _by_meeting(records: QuerySet[Any]) -> Counter[int]:
    rows = records.order_by().values_list("meeting").annotate(rows=Count("*"))
    return Counter(dict(rows))


@dataclass(frozen=True)
class Checked:
    """How many records there are, and how many of them a person has confirmed."""

    records: int
    confirmed: int

    @property
    def percent(self) -> float:
        """The share of confirmed ones."""
        return 100 * self.confirmed / self.records if self.records else 0.0


def checked() -> Checked:
    """Counts all published records of meetings, whichever their kind."""
    kinds: tuple[type[Correctable], ...] = (Meeting, Appearance, Directive, Target, Citation, Decision)
    states: Counter[str] = Counter()
    for kind in kinds:
        rows = kind._default_manager.order_by().values_list("state").annotate(rows=Count("*"))
        states.update(dict(rows))
    confirmed = states[State.CONFIRMED]
    return Checked(states[State.READ] + confirmed, confirmed)
