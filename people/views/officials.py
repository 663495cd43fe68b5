"""The list of officials, and the page of one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people import careers, duties
from people.attendance import Attendance
from people.company import company_of
from people.filters import OfficialFilter
from people.lifeline import life_line
from people.listings import officials
from people.lists import elsewhere, filtered, here_or_merged, page_of
from people.models import Official
from people.revisions import describe

TASKS_SHOWN = 10  # of an official; the list of tasks has them all


def official_list(request: HttpRequest) -> HttpResponse:
    """Officials by given name, each with the roles last attested and the number of meetings."""
    context = filtered(request, OfficialFilter, officials, prepare=careers.describe)
    return render(request, "people/official_list.html", context)


def official_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """An official's roles, meetings and tasks given, each with the words they were read from."""
    official = here_or_merged(Official.objects.published().select_related("province__successor"), pk)
    if redirect := elsewhere(request, official):
        return redirect
    notices: list[str] = []
    attendance = Attendance(official)
    page = page_of(request, Paginator(attendance.meetings, 20), notices)
    page.object_list = careers.in_order(list(page.object_list))
    roles = careers.with_attestations(careers.roles().filter(official=official))
    describe([official, *roles])
    given = duties.given_by(official)
    context = {
        "official": official,
        "roles": roles,
        "life": life_line(attendance.attended, roles),
        "company": company_of(official, attendance.attended),
        "current_roles": careers.current(roles),
        "other_names": careers.other_names(official),
        "page_obj": page,
        "presences": careers.presences(official, page.object_list),
        "tasks": given[:TASKS_SHOWN],
        "tasks_given": given.count(),
        "meetings_attended": len(attendance.attended),
        "notices": notices,
    }
    return render(request, "people/official_detail.html", context)
