"""An official's life line: offices from the first to the last text that gives them, and what was done at meetings.

Nothing is drawn before the first day or behind the last one that a text tells of: an office may have begun earlier and
may last. Where no text gives it for more than a year, there is a gap.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Min
from django.db.models.functions import TruncMonth

from charts.lanes import Lane, Told, marked, runs, scale_of, stretched
from charts.ticks import Tick, placed, time_ticks
from people import records
from people.attendance import Attended
from people.models import Role

OFFICES_SHOWN = 10
APART = datetime.timedelta(days=366)  # between two texts; more is a gap
BY_THE_DAY = datetime.timedelta(days=750)  # a span up to which each day has its mark; longer ones have one a month
YEARS_NAMED, MONTHS_NAMED = 7, 5  # so few that their names have room on a telephone


@dataclass(frozen=True)
class Office:
    """An office with the stretches of time in which texts give it, and its lane."""

    role: Role
    told: tuple[Told, ...]
    lane: Lane


@dataclass(frozen=True)
class Presence:
    """What was done at meetings: `led` for those chaired or concluded, with when and how often, and its lane."""

    led: bool
    told: tuple[Told, ...]
    lane: Lane

    @property
    def meetings(self) -> int:
        """At how many meetings."""
        return sum(each.times for each in self.told)

    @property
    def by_year(self) -> list[tuple[int, int]]:
        """How many meetings of each year, the latest first."""
        years: dict[int, int] = {}
        for each in self.told:
            years[each.first.year] = years.get(each.first.year, 0) + each.times
        return sorted(years.items(), reverse=True)


@dataclass(frozen=True)
class LifeLine:
    """Lanes on one axis; `left_out` offices are not shown."""

    offices: tuple[Office, ...]
    presences: tuple[Presence, ...]
    ticks: tuple[Tick, ...]
    left_out: int
    monthly: bool


def life_line(attended: Sequence[Attended], roles: Sequence[Role]) -> LifeLine | None:
    """The life line from the official's published roles and meetings; None where fewer than two days are known."""
    dated = [role for role in roles if role.first_attested and role.last_attested]
    shown = sorted(dated, key=lambda role: (role.last_attested, -role.rank), reverse=True)[:OFFICES_SHOWN]
    meetings = [one for one in attended if one.dated]
    days = [day for day in (*(one.day for one in meetings), *_ends(shown)) if day]
    if len(set(days)) < 2:
        return None
    monthly = max(days) - min(days) > BY_THE_DAY
    present = [(led, _meetings((one.day for one in meetings if one.led is led), monthly)) for led in (True, False)]
    scale = scale_of([Told(min(days), max(days))])
    attested = _attested(shown)
    offices = [(role, tuple(runs(attested[role.pk], APART))) for role in _in_time(shown)]
    highest = max((each.times for _led, told in present for each in told), default=1)
    return LifeLine(
        tuple(Office(role, told, stretched(told, scale)) for role, told in offices),
        tuple(Presence(kind, told, marked(told, scale, highest)) for kind, told in present if told),
        placed(time_ticks(scale.first, scale.last, YEARS_NAMED if monthly else MONTHS_NAMED), scale),
        len(dated) - len(shown),
        monthly,
    )


def _ends(roles: Iterable[Role]) -> list[datetime.date | None]:
    return [day for role in roles for day in (role.first_attested, role.last_attested)]


def _in_time(roles: Iterable[Role]) -> list[Role]:
    """In the order in which texts give them first."""
    return sorted(roles, key=lambda role: (role.first_attested or datetime.date.max, role.rank, role.pk))


def _attested(roles: Sequence[Role]) -> dict[int, list[Told]]:
    """By role what texts tell, month by month; its first and its last day belong to it whatever tells of them."""
    found: dict[int, list[Told]] = {role.pk: [] for role in roles}
    for role in roles:
        ends = {day for day in (role.first_attested, role.last_attested) if day}
        found[role.pk] += [Told(day, day, 0) for day in sorted(ends)]
    places = records.attestations().filter(role__in=found, attested_on__isnull=False).order_by()
    months = places.annotate(month=TruncMonth("attested_on")).values("role", "month")
    for row in months.annotate(first=Min("attested_on"), last=Max("attested_on"), times=Count("*")):
        found[row["role"]].append(Told(row["first"], row["last"], row["times"]))
    return found


def _meetings(days: Iterable[datetime.date], monthly: bool) -> tuple[Told, ...]:
    found: dict[datetime.date, list[datetime.date]] = {}
    for day in days:
        found.setdefault(day.replace(day=1) if monthly else day, []).append(day)
    return tuple(Told(min(days), max(days), len(days)) for _, days in sorted(found.items()))
