"""What organizations were told to do: the tasks of one, and how many each of a list has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Prefetch, QuerySet

from people import records
from people.models import Official, Organization


def with_parts(path: str) -> Prefetch[Any]:
    """Who is told to carry out a directive, in `parts`."""
    everybody = records.all_assignments().select_related("organization", "official").order_by("order", "pk")
    light = everybody.defer("organization__search_text", "official__search_text")
    return Prefetch(path, light, to_attr="parts")


def tasks_of(organization: Organization) -> QuerySet[Any]:
    """The assignments to the organization, each with its directive, the meeting, and in `parts` all who were told."""
    return (
        records.assignments()
        .filter(organization=organization, directive__meeting__state__in=records.PUBLISHED)
        .select_related("directive__meeting__province__successor", "directive__assigner")
        .defer("directive__search_text", "directive__meeting__search_text", "directive__assigner__search_text")
        .prefetch_related(with_parts("directive__assignments"))
    )


def given_by(official: Official) -> QuerySet[Any]:
    """The directives that the official gave, those of the latest meeting first, each with all who were told."""
    given = records.directives().filter(assigner=official, meeting__state__in=records.PUBLISHED)
    return (
        given.select_related("meeting")
        .defer("search_text", "meeting__search_text")
        .prefetch_related(with_parts("assignments"))
        .order_by("-meeting__sort_date", "order", "pk")
    )


def describe(organizations: Iterable[Organization]) -> None:
    """Gives each organization `tasks_given` and `meetings_held`, by two queries for any number of organizations."""
    by_id = {organization.pk: organization for organization in organizations}
    given = records.assignments().filter(organization__in=by_id).order_by().values_list("organization")
    tasks = Counter(dict(given.annotate(tasks=Count("directive", distinct=True))))
    held = records.meetings().filter(body__in=by_id).order_by().values_list("body")
    meetings = Counter(dict(held.annotate(meetings=Count("*"))))
    for pk, organization in by_id.items():
        organization.tasks_given = tasks[pk]  # type: ignore[attr-defined]
        organization.meetings_held = meetings[pk]  # type: ignore[attr-defined]
