"""What texts tell of two agencies: the tasks that each was given, by whom and until when, and what both were told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from people import records
from people.comparison.pairs import Pair, pairs
from people.filters import TaskFilter
from people.models import Official, Organization

GIVERS_SHOWN = 10
YEARS_SHOWN = 12


@dataclass
class Told:
    """What texts tell of one agency: `tasks` in all, `counts` of them by part and by how the deadline stands."""

    organization: Organization
    tasks: int = 0
    meetings: int = 0
    officials: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    years: dict[int | None, int] = field(default_factory=dict)


def told_of(two: Iterable[Organization]) -> list[Told]:
    """Each agency's numbers, by four queries."""
    found = {organization.pk: Told(organization) for organization in two}
    tasks = tasks_of(found)
    counts = {name: Count("directive", distinct=True, filter=met) for name, _label, met in _categories()}
    rows = tasks.values("organization").annotate(n=Count("directive", distinct=True), **counts)
    for row in rows:
        told = found[row["organization"]]
        told.tasks, told.counts = row["n"], {name: row[name] for name in counts}
    years = tasks.values("organization", "directive__meeting__year").annotate(n=Count("directive", distinct=True))
    for row in years:
        found[row["organization"]].years[row["directive__meeting__year"]] = row["n"]
    held = records.meetings().filter(body__in=found).order_by().values("body")
    for row in held.annotate(n=Count("*")):
        found[row["body"]].meetings = row["n"]
    in_office = Count("roles__official", distinct=True, filter=_SEEN_IN_OFFICE)
    known = Organization.objects.filter(pk__in=found).order_by().annotate(n=in_office)
    for pk, officials in known.values_list("pk", "n"):
        found[pk].officials = officials
    return list(found.values())


def by_part(left: Told, right: Told) -> list[Pair]:
    """In which part each was given tasks."""
    return _categorized("part", left, right)


def by_deadline(left: Told, right: Told) -> list[Pair]:
    """How the deadlines of the tasks of each stand today."""
    return _categorized("deadline", left, right)


def by_year(left: Told, right: Told) -> list[Pair]:
    """How many tasks each was given at the meetings of a year, the latest years."""
    years = sorted((year for year in {*left.years, *right.years} if year), reverse=True)[:YEARS_SHOWN]
    return pairs((str(year), left.years.get(year, 0), right.years.get(year, 0), str(year)) for year in years)


def by_giver(left: Organization, right: Organization) -> tuple[list[Pair], int]:
    """How many tasks an official gave to each, those who gave most; and how many officials are left out."""
    rows = tasks_of((left.pk, right.pk)).filter(directive__assigner__state__in=records.PUBLISHED)
    counted = rows.values("directive__assigner").annotate(
        left=Count("directive", distinct=True, filter=Q(organization=left)),
        right=Count("directive", distinct=True, filter=Q(organization=right)),
        both=F("left") + F("right"),
    )
    most = list(counted.order_by("-both", "directive__assigner")[:GIVERS_SHOWN])
    givers = Official.objects.defer("search_text").in_bulk([row["directive__assigner"] for row in most])
    named = [(givers[row["directive__assigner"]], row) for row in most]
    shown = pairs((giver.name, row["left"], row["right"], str(giver.pk), giver) for giver, row in named)
    return shown, counted.count() - len(shown) if len(most) == GIVERS_SHOWN else 0


_SEEN_IN_OFFICE = Q(roles__state__in=records.PUBLISHED, roles__official__state__in=records.PUBLISHED)


def tasks_of(keys: Iterable[int]) -> QuerySet[Any]:
    """The assignments to agencies with these keys, of tasks that readers may see."""
    rows = records.assignments().filter(organization__in=list(keys))
    return rows.filter(directive__meeting__state__in=records.PUBLISHED).order_by()


def _categories() -> list[tuple[str, Any, Q]]:
    """What a task is counted as: (`part_lead`, its label, the condition on the assignment)."""
    parts = records.assignments().model._meta.get_field("part").choices
    named = [(f"part_{value}", label, Q(part=value)) for value, label in parts]
    deadlines = TaskFilter.base_filters["deadline"].conditions()
    return named + [(f"deadline_{value}", label, met) for value, label, met in deadlines]


def _categorized(kind: str, left: Told, right: Told) -> list[Pair]:
    rows = ((name.partition("_"), label) for name, label, _met in _categories())
    return pairs(
        (str(label), left.counts.get(f"{of}_{value}", 0), right.counts.get(f"{of}_{value}", 0), value)
        for (of, _bar, value), label in rows
        if of == kind
    )
