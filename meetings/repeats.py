"""What pages tell of a task that meetings repeat: which of its tellings it is, since when, and all its tellings."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from meetings.models import Directive, Meeting, Repetition

SHOWN = 30  # tellings on a task's page


@dataclass(frozen=True)
class Repeats:
    """A task is told for the `number`th of `times` times, first and last on the days of those meetings."""

    number: int
    times: int
    first: datetime.date
    last: datetime.date


def add_repeats(directives: Iterable[Directive]) -> None:
    """Gives each directive its `repeats`, None where one meeting alone tells of it; two queries for any number."""
    shown = list(directives)
    chain_of = dict(Repetition.objects.filter(directive__in=[row.pk for row in shown]).values_list("pk", "chain"))
    meetings = defaultdict(set)
    if chain_of:
        rows = _published().filter(repetition__chain__in=set(chain_of.values()))
        for chain, day, meeting in rows.values_list("repetition__chain", "meeting__sort_date", "meeting"):
            meetings[chain].add((day, meeting))
    for row in shown:
        told = sorted(meetings.get(chain_of.get(row.pk, 0), ()))
        number = next((n for n, (_, meeting) in enumerate(told, start=1) if meeting == row.meeting_id), 0)
        row.repeats = (  # type: ignore[attr-defined]
            Repeats(number, len(told), told[0][0], told[-1][0]) if number and len(told) > 1 else None
        )


@dataclass(frozen=True)
class Tellings:
    """All tellings of one task, the earliest first, as far as they are shown; `left_out` are the last ones."""

    shown: Sequence[Directive]
    left_out: int


def tellings_of(directive: Directive, tasks: QuerySet[Directive]) -> Tellings | None:
    """The chain of the task among `tasks`, itself included; None where it stands alone."""
    own = directive.same_as_id or directive.pk
    chain = Repetition.objects.filter(directive=own).values("chain")
    rows = tasks.filter(repetition__chain__in=chain, same_as__isnull=True)
    rows = rows.select_related("repetition").order_by("meeting__sort_date", "meeting", "order", "pk")
    found = list(rows[: SHOWN + 1])
    if len({row.meeting_id for row in found}) < 2:
        return None
    left_out = rows.count() - SHOWN if len(found) > SHOWN else 0
    add_repeats(found[:SHOWN])
    return Tellings(found[:SHOWN], left_out)


def _published() -> QuerySet[Directive]:
    return Directive.objects.first_tellings().filter(meeting__in=Meeting.objects.published()).order_by()
