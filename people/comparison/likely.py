"""Whom to compare one with: those of the same office or name, and those who have most to do with it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, Max, Q

from people import records
from people.comparison.agencies import tasks_of
from people.models import Official, Organization, Role

SHOWN = 6


def officials_alike(official: Official) -> list[Official]:
    """Officials whom texts give the same office, here or in another province, those attested last first."""
    keys = {role.title_key for role in official.current_roles}  # type: ignore[attr-defined]
    same = Role.objects.published().filter(title_key__in=keys, official__state__in=records.PUBLISHED)
    latest = same.exclude(official=official).order_by().values("official").annotate(last=Max("last_attested"))
    first = latest.order_by(F("last").desc(nulls_last=True), "official")[:SHOWN]
    return _found(Official, [row["official"] for row in first])


def officials_beside(official: Official) -> list[Official]:
    """Those who were most often at meetings where the official was."""
    there = records.appearances().filter(official=official).order_by().values("meeting")
    others = records.appearances().filter(meeting__in=there, official__state__in=records.PUBLISHED)
    counted = others.exclude(official=official).order_by().values("official")
    most = counted.annotate(n=Count("meeting", distinct=True)).order_by("-n", "official")[:SHOWN]
    return _found(Official, [row["official"] for row in most])


def agencies_alike(organization: Organization) -> list[Organization]:
    """Agencies of the same name in other provinces, those with most tasks first."""
    same = Organization.objects.published().filter(name_key=organization.name_key).exclude(pk=organization.pk)
    tasks = Count("assignments", filter=Q(assignments__state__in=records.PUBLISHED))
    rows = same.select_related("province").defer("search_text").annotate(tasks=tasks)
    return list(rows.order_by("-tasks", "pk")[:SHOWN])


def agencies_beside(organization: Organization) -> list[Organization]:
    """Agencies that were most often given the same task."""
    shared = tasks_of((organization.pk,)).values("directive")
    others = records.assignments().filter(directive__in=shared, organization__state__in=records.PUBLISHED)
    counted = others.exclude(organization=organization).order_by().values("organization")
    most = counted.annotate(n=Count("directive", distinct=True)).order_by("-n", "organization")[:SHOWN]
    return _found(Organization, [row["organization"] for row in most])


def _found(model: Any, keys: list[int]) -> list[Any]:
    found = model.objects.select_related("province").defer("search_text").in_bulk(keys)
    return [found[key] for key in keys]
