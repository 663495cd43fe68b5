"""The list of organizations, and the page of one."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people import careers, duties, records
from people.company import company_at
from people.filters import OrganizationFilter, TaskFilter
from people.listings import organizations
from people.lists import elsewhere, filtered, here_or_merged
from people.models import Handover, Organization
from people.names import name_key
from people.task_times import task_times

MEETINGS_SHOWN = 6
ROLES_SHOWN = 12


def organization_list(request: HttpRequest) -> HttpResponse:
    """Organizations by name, each with the numbers of tasks and meetings."""
    context = filtered(request, OrganizationFilter, organizations, prepare=duties.describe)
    return render(request, "people/organization_list.html", context)


def organization_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """An organization's tasks, meetings and officials, its other names, what it was and what it became."""
    rows = Organization.objects.published().select_related("province__successor", "successor__province")
    organization = here_or_merged(rows, pk)
    if redirect := elsewhere(request, organization):
        return redirect
    held = records.meetings().filter(body=organization)
    roles = careers.roles().filter(organization=organization, official__state__in=records.PUBLISHED)
    tasks = filtered(request, TaskFilter, lambda: duties.tasks_of(organization), of=organization.pk)
    for assignment in tasks["page_obj"]:
        assignment.beside = [part for part in assignment.directive.parts if part.organization_id != organization.pk]
    predecessors = list(organization.predecessors.published().select_related("province").order_by("name"))
    context = {
        **tasks,
        "times": task_times(tasks["filter"]),
        "organization": organization,
        "abbreviations": [part for part in organization.abbreviations.split("|") if part],
        "successor": organization.successor if _may_be_seen(organization.successor) else None,
        "predecessors": predecessors,
        "former_names": [
            name
            for name in organization.former_names.split("|")
            if name and name_key(name) not in {former.name_key for former in predecessors}
        ],
        "handovers": _handovers(organization.handovers, "heir"),
        "takeovers": _handovers(organization.takeovers, "former"),
        "pages": [page for page in organization.succession_pages.split("|") if page],
        "aliases": organization.aliases.all(),
        "meetings": held.select_related("province__successor")
        .defer("search_text")
        .order_by("-sort_date", "-pk")[:MEETINGS_SHOWN],
        "meetings_held": held.count(),
        "company": company_at(held),
        "roles": roles.select_related("official")
        .defer("search_text", "official__search_text")
        .order_by("rank", "-last_attested", "pk")[:ROLES_SHOWN],
        "roles_known": roles.count(),
    }
    return render(request, "people/organization_detail.html", context)


def _handovers(rows: Any, other: str) -> QuerySet[Handover]:
    """The parts that went to, or came from, agencies that may be seen."""
    seen = {f"{other}__state__in": records.PUBLISHED}
    return rows.filter(**seen).select_related(f"{other}__province").order_by(f"{other}__name")


def _may_be_seen(organization: Organization | None) -> bool:
    return organization is not None and organization.state in records.PUBLISHED
