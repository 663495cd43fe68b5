"""The list of organizations, and the page of one."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people import duties
from people.filters import OrganizationFilter, TaskFilter
from people.listings import organizations
from people.lists import elsewhere, filtered, here_or_merged
from people.models import Organization
from people.organization_profile import OrganizationProfile


def organizations_with_successors() -> QuerySet[Organization]:
    """Published organizations with their provinces and what they became."""
    rows = Organization.objects.published().select_related("province__successor", "successor__province")
    return rows.defer("search_text", "successor__search_text")


def organization_list(request: HttpRequest) -> HttpResponse:
    """Organizations by name, each with the numbers of tasks and meetings."""
    context = filtered(request, OrganizationFilter, organizations, prepare=duties.describe)
    return render(request, "people/organization_list.html", context)


def organization_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """An organization's tasks, meetings and officials, its other names, what it was and what it became."""
    organization = here_or_merged(request, organizations_with_successors, pk)
    if redirect := elsewhere(request, organization):
        return redirect
    tasks = filtered(request, TaskFilter, lambda: duties.tasks_of(organization), of=organization.pk)
    context = {
        **tasks,
        "organization": organization,
        "profile": OrganizationProfile(organization, tasks["filter"]),
    }
    return render(request, "people/organization_detail.html", context)
