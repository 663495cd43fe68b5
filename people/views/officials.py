"""The list of officials, and the page of one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people import careers
from people.attendance import Attendance
from people.facets.stock import Part
from people.filters import OfficialFilter
from people.listings import officials
from people.lists import elsewhere, filtered, here_or_merged, page_of
from people.official_profile import OfficialProfile


def official_list(request: HttpRequest) -> HttpResponse:
    """Officials by given name, each with the roles last attested and the number of meetings."""
    context = filtered(request, OfficialFilter, officials, prepare=careers.describe)
    return render(request, "people/official_list.html", context)


def official_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """An official's roles, meetings and tasks given, each with the words they were read from."""
    official = here_or_merged(request, officials, pk)
    if redirect := elsewhere(request, official):
        return redirect
    notices: list[str] = []
    attendance = Attendance(official)
    page = page_of(request, Paginator(attendance.keys(request), 20), notices)
    page.object_list = Part(list(page.object_list), lambda keys: careers.presences(official, careers.in_order(keys)))
    context = {
        "official": official,
        "profile": OfficialProfile(official, attendance),
        "page_obj": page,
        "notices": notices,
    }
    return render(request, "people/official_detail.html", context)
