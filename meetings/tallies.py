"""How many records there are: of each meeting of a list, and in the whole register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from meetings.models import Appearance, Citation, Decision, Directive, Meeting, Target
from people.corrections import Correctable, State


@dataclass(frozen=True)
class Tally:
    """What one meeting brought: tasks, those of them with a deadline, and figures."""

    directives: int = 0
    deadlines: int = 0
    targets: int = 0


def add_tallies(meetings: Iterable[Meeting]) -> None:
    """Gives each meeting its `tally`, by two queries for any number of meetings."""
    of = {meeting.pk: meeting for meeting in meetings}
    tasks = _counted(Directive, of, tasks=Count("pk"), due=Count("pk", filter=~Q(deadline_text="")))
    targets = _counted(Target, of, targets=Count("pk"))
    for pk, meeting in of.items():
        tally = *tasks.get(pk, (0, 0)), *targets.get(pk, (0,))
        meeting.tally = Tally(*tally)  # type: ignore[attr-defined]


def _counted(
    records: type[Directive | Target], meetings: Collection[int], **counts: Count
) -> dict[int, tuple[int, ...]]:
    rows = records.objects.first_tellings().filter(meeting__in=meetings).order_by().values_list("meeting")
    return {pk: tuple(counted) for pk, *counted in rows.annotate(**counts)}


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
