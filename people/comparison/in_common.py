"""What two officials, or two agencies, have in common: meetings, tasks, offices, work that one took over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from people import records
from people.comparison.agencies import tasks_of
from people.duties import with_parts
from people.models import Handover, Official, Organization


def together(left: Official, right: Official) -> QuerySet[Any]:
    """The meetings where both appear, the latest first."""
    appears = records.appearances().order_by()
    return (
        records.meetings()
        .filter(pk__in=appears.filter(official=left).values("meeting"))
        .filter(pk__in=appears.filter(official=right).values("meeting"))
        .select_related("body", "province__successor")
        .defer("search_text", "body__search_text")
        .order_by("-sort_date", "-pk")
    )


def with_acts(meetings: Iterable[Any], left: Official, right: Official) -> list[Any]:
    """The meetings, each with what the two did there in `acts`: a list for the left one and a list for the right."""
    found = {meeting.pk: meeting for meeting in meetings}
    for meeting in found.values():
        meeting.acts = ([], [])
    rows = records.appearances().filter(official__in=(left, right), meeting__in=found).order_by("start", "pk")
    for act in rows:
        act.meeting = found[act.meeting_id]
        act.meeting.acts[act.official_id == right.pk].append(act)
    return list(found.values())


def given_to_both(left: Organization, right: Organization) -> QuerySet[Any]:
    """The tasks that name both, those of the latest meeting first, each with all who were told."""
    told = tasks_of((left.pk, right.pk))
    return (
        records.directives()
        .filter(pk__in=told.filter(organization=left).values("directive"))
        .filter(pk__in=told.filter(organization=right).values("directive"))
        .select_related("meeting", "assigner")
        .defer("search_text", "meeting__search_text", "assigner__search_text")
        .prefetch_related(with_parts("assignments"))
        .order_by("-meeting__sort_date", "order", "pk")
    )


def in_both(left: Organization, right: Organization) -> QuerySet[Official]:
    """Officials whom texts give an office in one and an office in the other."""
    rows = Official.objects.published().defer("search_text")
    for organization in (left, right):
        rows = rows.filter(pk__in=organization.roles.published().order_by().values("official"))
    return rows


def handovers(left: Organization, right: Organization) -> QuerySet[Handover]:
    """The parts of the work of one that the other took over."""
    both = (left, right)
    return Handover.objects.filter(former__in=both, heir__in=both).select_related("former__province", "heir__province")
