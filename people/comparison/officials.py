"""What texts tell of two officials: meetings, what they did there, tasks given, and what they were both at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Max, Min, Q, QuerySet

from people import careers, records
from people.comparison.pairs import Pair, pairs
from people.models import Official, Organization, Role

AGENCIES_SHOWN = 10
YEARS_SHOWN = 12


@dataclass
class Told:
    """What texts tell of one official."""

    official: Official
    roles: list[Role] = field(default_factory=list)
    texts: int = 0
    meetings: int = 0
    first: Any = None
    last: Any = None
    tasks: int = 0
    dated: int = 0
    acts: Counter[str] = field(default_factory=Counter)
    years: Counter[int | None] = field(default_factory=Counter)


def told_of(two: Iterable[Official]) -> list[Told]:
    """Each official's offices and numbers, by six queries."""
    found = {official.pk: Told(official) for official in two}
    careers.describe([told.official for told in found.values()])
    for role in careers.roles().filter(official__in=found):
        found[role.official_id].roles.append(role)
    for pk, texts in _by(records.mentions(), "official", found, n=Count("article", distinct=True)):
        found[pk].texts = texts["n"]
    held = records.appearances().filter(official__in=found).order_by()
    days = {"n": Count("meeting", distinct=True), **_days()}
    for row in held.values("official", "meeting__year").annotate(**days):
        told = found[row["official"]]
        told.meetings += row["n"]
        told.years[row["meeting__year"]] += row["n"]
        told.first = min((day for day in (told.first, row["first"]) if day), default=None)
        told.last = max((day for day in (told.last, row["last"]) if day), default=None)
    for row in held.values("official", "act").annotate(n=Count("meeting", distinct=True)):
        found[row["official"]].acts[row["act"]] = row["n"]
    given = records.directives().filter(meeting__state__in=records.PUBLISHED)
    dated = Count("pk", filter=Q(deadline_to__isnull=False))
    for pk, row in _by(given, "assigner", found, n=Count("pk"), dated=dated):
        found[pk].tasks, found[pk].dated = row["n"], row["dated"]
    return list(found.values())


def by_act(left: Told, right: Told) -> list[Pair]:
    """At how many meetings each did what."""
    choices = records.appearances().model._meta.get_field("act").choices
    return pairs((str(label), left.acts[act], right.acts[act], act) for act, label in choices)


def by_year(left: Told, right: Told) -> list[Pair]:
    """At how many meetings of a year each was, the latest years."""
    years = sorted((year for year in {*left.years, *right.years} if year), reverse=True)[:YEARS_SHOWN]
    return pairs((str(year), left.years[year], right.years[year], str(year)) for year in years)


def by_agency(left: Official, right: Official) -> tuple[list[Pair], int]:
    """How many tasks each gave to an agency, those that got most; and how many agencies are left out."""
    rows = records.assignments().filter(
        directive__assigner__in=(left, right),
        directive__meeting__state__in=records.PUBLISHED,
        organization__state__in=records.PUBLISHED,
    )
    counted = (
        rows.order_by()
        .values("organization")
        .annotate(
            left=Count("directive", distinct=True, filter=Q(directive__assigner=left)),
            right=Count("directive", distinct=True, filter=Q(directive__assigner=right)),
            both=F("left") + F("right"),
        )
    )
    most = list(counted.order_by("-both", "organization")[:AGENCIES_SHOWN])
    light = Organization.objects.select_related("province").defer("search_text")
    agencies = light.in_bulk([row["organization"] for row in most])
    named = [(agencies[row["organization"]], row) for row in most]
    shown = pairs((agency.full_name, row["left"], row["right"], str(agency.pk), agency) for agency, row in named)
    return shown, max(0, counted.count() - len(shown)) if len(most) == AGENCIES_SHOWN else 0


def _by(rows: QuerySet[Any], name: str, keys: Iterable[int], **counts: Any) -> list[tuple[int, dict[str, Any]]]:
    counted = rows.filter(**{f"{name}__in": keys}).order_by().values(name).annotate(**counts)
    return [(row[name], row) for row in counted]


def _days() -> dict[str, Any]:
    known = Q(meeting__year__isnull=False)  # the day that lists are ordered by is no day where no year is known
    return {"first": Min("meeting__sort_date", filter=known), "last": Max("meeting__sort_date", filter=known)}
